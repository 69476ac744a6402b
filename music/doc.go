// Package music is our vocabulary: releases, tracks, credits, codes and dates as we mean them, whoever says so.
//
// It holds values and pure functions on them; nothing here does I/O, reads a clock or keeps state. No function changes its
// arguments, and every function may be called from several goroutines at once.
//
// # Absent is not empty
//
// A source that does not speak of a thing leaves it nil (pointers, slices) or at its zero value (codes, dates, durations,
// titles). A source that says "none" gives an empty slice or a pointer to an empty text. Merging and GraphQL keep the
// difference: nil becomes null, empty stays empty. Functions on slices keep it too: nil in, nil out.
//
// # Parsing
//
// Every code has one parser, which normalises and validates: [ParseGTIN], [ParseISRC], [ParseMBID], [ParseRegion], [ParseDate].
// Providers keep what they were sent where it is not valid; see the types.
//
// # Errors
//
// A GTIN that is none is a [*GTINError], any other code that is none is a [*CodeError]. Both say what is expected and are
// the sender's fault: nothing is gained by trying again. Text that is often missing or odd in answers of services (dates,
// durations, bar codes) has parsers with a second result instead, as there is nobody to tell.
//
// # Equal to the reference
//
// Where a rule comes from the reference, results equal it except for its known defects; the comment of the function says
// which. MusicBrainz names and ids stand in special_table.go and types_table.go.
package music
