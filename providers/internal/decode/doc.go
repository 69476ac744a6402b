// Package decode reads what services send into wire types, and makes a field that is not as expected cost that field alone.
//
// Services change their answers without notice: a number becomes a text, an object becomes a list, a field disappears. [JSON]
// keeps all that still fits, and counts the rest as drift of the document.
//
// # What is tolerated
//
// Numbers written as text, text written as a number, whole numbers with a fraction of zero, and true and false as text or as 1 and
// 0 are read for what they mean, and count as drift nevertheless. null leaves a field at its zero value and is no drift.
//
// # What is missing
//
// A field whose absence would be news has the tag `drift:"missing"`. Others may be absent without a word.
//
// # Paths
//
// Drift is counted by the path of a field, such as tracks.data[].isrc: the same for all elements of a list, so that there are few.
//
// # Errors
//
// A body that is no JSON, or no object or list where one is expected at the top, is providers.ErrMalformed.
package decode
