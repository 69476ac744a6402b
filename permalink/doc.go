// Package permalink writes lookups down, so that they can be repeated later and elsewhere.
//
// There are two forms. Both are texts for addresses, and neither holds a secret.
//
// # The reference's query
//
// A [State] is what the reference writes into the address of its pages: which providers were asked, by which id or by which
// GTIN, and the time of the newest thing they said. A lookup of it asks the same providers in the same way, as of that time. It is
// read by [ParseState] and written by [State.Query] and [State.Permalink]. It says nothing of how answers were merged.
//
// # Tutti's own token
//
// A [Link] holds the lookup with its options, what its answer was wanted for, the moment, and a digest over the documents used, so
// that whoever has these can check that the answer is what it was. [Link.Token] writes it as one text with a check sum, [Parse]
// reads it.
//
// # Errors
//
// A parameter that cannot be read is a [*ParameterError] that names it; a token that cannot is [ErrMalformed], [ErrAltered] or
// [ErrNewer]. Both are the sender's fault: trying again does not help.
package permalink
