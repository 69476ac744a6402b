// Package conformance is for tests: it compares what we make of the conformance corpora with what they expect, part by part.
//
// # Corpora
//
// A corpus is a folder of data, found by [Corpora]; tests that need one say so and skip when there is none. There are two formats:
// recorded (cases, recordings, scenarios, urls, tables of functions) and synthetic (lookups, merges and function calls as JSON Lines
// beside recordings). Any folder of one of them runs unchanged.
//
// # Parts
//
// The unit of a result is a [Part] of a case. It has passed, failed, is unsupported because it is not built yet, or deviates by a
// declared rule: its case carries a defect of the reference that we decide otherwise, and nothing differs but what the rule says.
// Parts are appended to the file that TUTTI_CONFORMANCE_REPORT names; the command in report/ counts them.
//
// # Ways
//
// A release of a corpus becomes one of ours by [DecodeRelease] and back by [EncodeRelease]; [Compare] follows the rules of the
// corpora. Tables of functions and of URLs are run by [Functions] and [Pages], merges of given releases by [Merges]; what needs
// answers of services runs in a [World]: the real transport, documents and lookup against a [Server] of the recordings, on a clock
// of its own.
package conformance
