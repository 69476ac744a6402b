// Package harmonize merges several answers into one release: a pure function with provenance and conflicts.
//
// [Merge] takes what each provider said, an [Outcome] each, and [Options]. It is deterministic: the same outcomes in the
// same order with the same options give the same result, whatever arrived first. It does no I/O and reads no clock.
//
// # Choosing
//
// Every merged field has an order of providers: those preferred for it, then the others as they were asked. The first one
// with a value is chosen; templates are a fallback behind all others. The methods of [Release], [Medium] and [Track] take
// `from`: these providers first, for this one field. What is united from all (types, regions, links, ids) has no choice.
// Script and language are derived from the merged titles where no source states them.
//
// # Absent, empty, filled
//
// A source that does not say leaves a field absent; one that says "none" leaves it empty. An empty value neither overrides
// nor blocks a filled one, but it is what remains when nobody has more.
//
// # Modes
//
// [Reference] equals the reference in its order of work and reads all that the outcomes hold. [Default] reads what is
// needed and covered, gives flat track lists a frame with media, aligns tracks by evidence, and turns contradictions into
// conflicts. docs/alignment.md tells how.
//
// # Concurrency
//
// All results are read-only and safe for use by several goroutines. Outcomes must not be changed after the merge.
package harmonize
