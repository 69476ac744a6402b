// Package documents gets what services say: the one place that knows both the providers' questions and the plumbing.
//
// A provider asks for documents. Each is looked for in the snapshot; what is not there, or too old, is joined with the same
// document in flight, collected into the service's multi-gets, sent through the transport, judged, split and stored.
//
// # Operations and waves
//
// An [Operation] counts the sources that run for it. When all of them wait, the keys collected for an endpoint leave together:
// that is a wave. Time plays no part, so batches are not a matter of luck. Every wait of a source is announced; a source that
// gets its document counts as running before it is woken.
//
// Places are counted in four steps, each before the one before it is given back: the server holds one for each root field
// ([Operation.Hold]); a lookup counts itself, then its sources; it gives back the root field's ([Hold.Release]) and its own; each
// source gives back its own when it has ended, and a second phase is counted before that. A lookup that only waits for another's
// gives back its place before it waits.
//
// # Batches
//
// Keys of different operations ride in one multi-get where the service has one. With quota free a batch leaves at once; while it
// waits for its turn, later keys join it.
//
// # Accounts
//
// What a lookup may cost and what it did cost, source by source, is kept in an [Account] of the operation's [Ledger]. A request
// is charged to the account whose key opened it; accounts that joined count it as shared.
//
// # Storing
//
// A document is served as soon as it was judged, and stored meanwhile; until it is, its flight can be joined, so that nobody
// fetches it again. Close waits for what is being stored.
//
// # Errors
//
// A document carries its own error: providers.ErrNotFound is a stored "no", providers.ErrNotRecorded a hole in a replay,
// providers.ErrCut a budget, providers.ErrUndeclared a question outside the source's cover. All else is a fault and is never
// stored. A stored document beats a fault: then it is served, and counted as stale.
//
// # Telemetry
//
// One span per request to a service, single or batch, linked to all who wait for it; below it the transport's attempts.
package documents
