// Package web serves the pages that are part of the program: GraphiQL with explorer, history and example queries.
//
// # Files
//
// The sources of GraphiQL are in the folder graphiql; Vite builds them (npm ci && npm run build there) into
// dist/graphiql, whose files are committed compressed, and embedded. Building the program needs no Node. The test
// TestManifest fails when a source was changed and not built; graphiql/verify.sh repeats the build and compares.
//
// # Security
//
// A page loads nothing from other hosts and works offline. Its content security policy allows scripts, workers and
// requests from its own origin only, no inline script, no evaluation and no frame. Styles may be inline: the Monaco
// editor writes its own. What the server tells the page stands in a block of JSON, never in a script.
//
// # Caching
//
// Names of files below assets contain a hash of the content and may be kept for ever. Everything else is asked for
// again with an entity tag. Clients that accept gzip get the embedded bytes; for others they are decompressed.
package web
