// Package cache is a bounded memory cache: byte costs, expiry with jitter, single flight, and stale answers where there is nothing
// better. It wraps Ristretto, which keeps the entries, in rules that it does not have.
//
// # Expiry
//
// A fill says how long its value is fresh and how long after that it may still be served. Freshness is jittered by ±10 %, so that
// what was stored together does not expire together; [Filled.AtMost] is a bound that jitter does not pass. The time of a value made
// of parts is that of the [First] of them to expire.
//
//	fresh                        served: Hit
//	no longer fresh, StaleFor    served: Stale, and refreshed in the background
//	after that                   gone
//
// Stale beats nothing: when a fill fails or the caller's deadline strikes, and something is kept, that is returned, marked Stale,
// with the reason in [Got.Err]. After a failed refresh the next one waits for Options.RetryAfter.
//
// A definitive "no" is an entry too: [Filled.Absent]. It has its own, shorter times, and is returned as an error.
//
// # Single flight
//
// Callers that miss the same key in the same mode wait for one fill. It runs under the values of the first caller's context, but
// under its own deadline: no caller's cancellation ends it, and each caller stops waiting when its own context ends. A fill must
// obey its context. A fill that panics is an error for all who wait. A caller who asks for [Fresh] never joins a fill of [Usual].
//
// # Reading what was written
//
// Ristretto applies a write some time after it was accepted. Until then the entry stays on a list of its own, and readers who miss
// look there: what one caller was given, the next one finds. That takes no timer and no wait of a reader; the goroutine of the fill
// waits for the write and takes the entry off the list. Two things may still keep a value out: the buffer of writes is full, or the
// policy finds other entries more worth keeping. Both are counted.
// An entry that grows is taken out first, since Ristretto would not make room for it otherwise; one larger than the whole cache is
// never kept.
//
// # Concurrency
//
// All methods are safe for concurrent use. Close ends running fills and waits for them; no goroutine stays.
//
// # Who uses what
//
// The gateway keeps merged releases and the bodies of responses here; both are at hand when they are kept, so that their fills never
// wait or fail. Fills that ask, with refreshing in the background, absence and shared flights, are for what is fetched under a key
// of its own.
//
// # Errors
//
// [ErrNotCached] answers [CacheOnly] without an entry, [ErrClosed] everything after Close. All other errors are those of the fill.
//
// # Telemetry
//
// Reads, fills, dropped and evicted entries and the size in bytes, by cache; the names are in internal/telemetry.
package cache
