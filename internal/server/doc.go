// Package server answers HTTP: GraphQL, its console, health, and figures.
//
// # GraphQL over HTTP
//
// POST and GET as the GraphQL-over-HTTP specification says. A request that is not answered at all has status 400 where the client
// accepts application/graphql-response+json, and 200 where it wants application/json; a field that could not be answered costs
// only that field.
//
// # Limits
//
// Body size, tokens, depth, aliases and batch sizes are bounded; what is refused has a code in its extensions, see limits.go.
//
// # Telemetry
//
// A span for each HTTP request and each operation, one log line for each request that was answered.
package server
