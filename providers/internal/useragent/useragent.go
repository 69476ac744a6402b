// Package useragent says which program asks, for services that demand more of a User-Agent than to be there.
package useragent

import "runtime/debug"

// Name is the program with its version, as far as its build tells: Tutti/v1.2.3.
func Name() string {
	built, ok := debug.ReadBuildInfo()
	if !ok || built.Main.Version == "" || built.Main.Version == "(devel)" {
		return "Tutti/devel"
	}
	return "Tutti/" + built.Main.Version
}
