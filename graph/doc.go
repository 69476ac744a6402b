// Package graph is the GraphQL contract: its schema, its scalars, and the code generated from them.
//
// The schema is in schema/*.graphqls, one file per concept. Its types are those of music, harmonize and lookup, see gqlgen.yml.
// Generated files end in .generated.go and are never edited: change the schema and run "make gen".
package graph
