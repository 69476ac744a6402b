// Package match tells which answers of different providers are about the same release, track or artist, and how well an answer fits
// what was asked for.
//
// # What is the same
//
// [Group] joins what shares a code, or else what is called the same and contradicts itself in nothing. A code is no proof by
// itself: one that is used for different things joins only those that fit together. The evidence, strongest first:
//
//   - a shared id: an MBID, or a page that two artists' pages both name;
//   - a shared code: a GTIN with track counts that do not differ, an ISRC with lengths and titles that fit;
//   - the same title and artists, with equal track counts or dates for releases, equal lengths for tracks.
//
// Artists are never joined by name alone. What one provider lists under two ids stays two, unless both carry one code.
//
// # How well it fits
//
// [Hint.Fit] compares an answer with what is known of a release or track, [Relevance] with the words of a search. Both are from 0
// to 1; the weights stand in table.go.
//
// # Order
//
// All of this depends on the values alone, never on the order in which they arrive.
package match
