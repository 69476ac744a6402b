// Command enums writes the parts of the GraphQL schema that are made of the registry: the enum of providers.
package main

import (
	"fmt"
	"os"
	"strings"

	"tutti/providers"
	"tutti/providers/all"
)

const head = `# Written by cmd/enums from the registry; do not edit.

"One value per registered provider; clients must tolerate values they do not know."
enum ProviderName {
`

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: enums FILE")
		os.Exit(2)
	}
	if err := os.WriteFile(os.Args[1], []byte(enum(all.Factories())), 0o644); err != nil { //nolint:gosec // a source file
		fmt.Fprintln(os.Stderr, "enums:", err)
		os.Exit(1)
	}
}

// enum is the enum of providers in order of registration.
func enum(factories []providers.Factory) string {
	var b strings.Builder
	b.WriteString(head)
	for _, f := range factories {
		fmt.Fprintf(&b, "  %q\n  %s\n", f.Info.Display, strings.ToUpper(string(f.Info.Name)))
	}
	b.WriteString("}\n")
	return b.String()
}
