package main

import (
	"fmt"
	"runtime/debug"
)

// version is set by the linker for releases.
var version = ""

// versionCmd prints the version.
type versionCmd struct{}

// Run implements kong's command.
func (versionCmd) Run(c *console) error {
	_, err := fmt.Fprintln(c.out, "tutti", versionText())
	return err
}

// versionText is the version of the release, else the revision that was built.
func versionText() string {
	if version != "" {
		return version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return s.Value[:12]
		}
	}
	return "devel"
}
