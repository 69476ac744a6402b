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
// # What is unknown
//
// Adapters read a part of what services send. A field is unknown if its wire type neither reads it nor says that it is left unread:
//
//	type wireTrack struct {
//		ID int64 `json:"id"`
//
//		_ struct{} `unread:"rank, preview"`
//	}
//
// The names are those that the service documents, or was seen to send. What is inside of an unread field is not looked at, and
// unread:"*" leaves all that is not read to others: to another wire type, as a rule. Unknown fields are counted once for each path
// of a document, at most 50, and looked for in fetched documents alone: a stored one was looked through when it came.
//
// # Paths
//
// Drift is counted by the path of a field, such as tracks.data[].isrc: the same for all elements of a list, so that there are few.
// Inside of a page, it is the path in the data that the page holds.
//
// # Errors
//
// A body that is no JSON, or no object or list where one is expected at the top, is providers.ErrMalformed.
package decode
