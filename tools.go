//go:build tools

// Package tools keeps the generator of the GraphQL layer in go.mod, so that go tool gqlgen builds the pinned version.
// All other tools are pinned in tools/go.mod, where they weigh on nothing.
package tools

import _ "github.com/99designs/gqlgen"
