// Package embedded finds what adapters read in web pages: data in attributes, meta elements and scripts, and text in elements.
//
// [Parse] turns a document into a [Page], whose methods find parts of it. A part that holds data is a document again, with the body
// that was found, so that package decode reads it and counts its drift as that of the page.
//
// # Errors
//
// A part that has to be there and is not is providers.ErrMalformed, and names what was looked for. HTML itself is never refused: a
// parser makes something of everything.
package embedded
