// Package align finds which tracks of two lists are the same, by evidence: codes, titles, lengths and places.
//
// [List.With] pairs two lists. Where both have as many tracks and those at the same place are alike, the answer is that place, at
// the cost of comparing titles. Else it goes on in four steps, each of which leaves what earlier ones have decided:
//
//  1. Tracks that share a code or a title, the best pairs of all together (the assignment problem).
//  2. Tracks whose titles are spelled alike, in the same way.
//  3. Runs of tracks between the same neighbours: first by lengths, in order; then by place, if there are equally many left.
//  4. What is left, by equal lengths that no other track has.
//
// Everything is deterministic: scores are whole numbers, and which list is named first changes nothing.
//
// # Cost
//
// Linear in tracks that have distinct titles. Titles that repeat are assigned in groups of at most 64, larger groups in order
// only; spelling is compared while there are few tracks left. A thousand tracks against a thousand stay within milliseconds.
package align
