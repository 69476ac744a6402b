// Package providers says what a provider is: an adapter that tells a short story about one release, written one document at a
// time, for one service.
//
// # A provider
//
// A folder below this package exports one [Factory]: facts about the service, the questions it can be asked ([Endpoint]) and a
// constructor of a [Provider], which is handed [Documents] and nothing else. A provider gets a document, converts it, gets what
// is missing, converts that. It never sees a client, sleeps, retries, caches, starts a goroutine or reads the environment.
//
// # A source
//
// [Source] is the ready-to-ask thing around a provider, and the only one who calls it. It holds what all providers have in
// common: ids are checked before any request, regions are intersected, an answer is about what was asked, a panic is an error.
//
// # What a question costs
//
// [Factory.Cover] says which endpoints a need takes, and [Cover.Bound] how many requests that is at most. Both are pure. A
// larger need never has a smaller bound.
//
// # Errors
//
// Every failure is an [*Error] of one of the kinds ErrNotFound, ErrInvalid, and so on; ask with errors.Is. ErrNotFound means
// that the service said "no" to the first question of a lookup, never that something went wrong.
//
// # Absent is not empty
//
// As in package music: nil is what the service does not speak of, empty is what it says there is none of.
//
// # Concurrency
//
// Factories, endpoints, sources and registries are read-only once made, and safe for concurrent use.
package providers
