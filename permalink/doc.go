// Package permalink writes lookups down, so that they can be repeated later and elsewhere.
//
// A [Link] is Tutti's own: the lookup, what its answer was wanted for, the moment, and a digest over the documents used, so that
// whoever has these can check that the answer is what it was. [Link.Token] writes it as one text with a check sum, [Parse] reads
// it.
package permalink
