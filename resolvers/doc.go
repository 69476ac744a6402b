// Package resolvers answers the fields of the GraphQL contract: it translates arguments, asks lookup, and translates errors.
//
// There is one file per schema file; need.go says which properties a selection needs. Fields that are not here are methods of
// the types in music, harmonize and lookup.
//
// # Errors
//
// What the client can mend is a GraphQL error with a code in its extensions, at its field. What a provider could not do is a
// report of the lookup, never an error.
package resolvers
