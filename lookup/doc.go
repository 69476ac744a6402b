// Package lookup answers the question "which release is this?": it plans which sources to ask for what, asks them at the same
// time, and reports how each of them fared.
//
// # The two steps
//
// [Planner.Plan] is pure: it turns a question and a need into the fewest requests, and knows how many there will be at most.
// [Engine.Run] carries a plan out. Sources that start from an id, a URL or a given barcode are asked in the first phase; those
// that need a barcode which nobody has given are asked in the second, by the one that the first has found.
//
// # Other entities
//
// [Engine.Inquire] asks several providers for tracks, artists, discographies or a text; a plan and reports come about in the same way.
// What is found is a release or track like that of a lookup, merged from all providers whose answers are the same by the evidence of
// package match. [Engine.FindTracks], [Engine.FindWhole], [Engine.Discography] and [Engine.Search] look up what is needed beyond
// what was found, within the same bound. A [Question] with a hint is a search, then a lookup of the best that it has found.
//
// # Errors
//
// A provider's failure is data: a [Report]. What is wrong with the question itself is a message of the [Result], and
// [Result.Err] when nothing could be asked at all. A panic of a source is contained and reported as that source's failure.
//
// # Concurrency
//
// An Engine is safe for concurrent use. The same question asked twice at the same time is worked on once; whoever leaves early
// does not disturb the others.
package lookup
