// Package itunes reads releases, tracks and artists from the iTunes Store and Apple Music, through the public iTunes Search API:
// https://developer.apple.com/library/archive/documentation/AudioVideo/Conceptual/iTuneSearchAPI/
//
// # Pace
//
// About 20 requests a minute, without credentials. Who asks more often gets 403 or 429 for a while, without JSON.
//
// # Questions
//
// The catalogue is divided into storefronts, one per country: whatever is asked, is asked of one of them, and one after the other
// while the answer is a no. Without a wish it is that of the US. An album, by id or by barcode, is one document; with its songs and
// videos it is another one, which takes as long and counts as one request too. Both have multi-gets, but for albums with songs by
// barcode: an answer does not say which album was found for which barcode.
//
// A track and an artist by id are one document each, with multi-gets. An artist's albums come with the artist, 199 at most. A search
// is for albums, songs or artists, by plain words: its language has one field at a time, so that a title and an artist are searched
// for together, anywhere. It has 20 hits and no second page: the documentation knows no offset.
//
// Codes of recordings are not asked for: that lookup is undocumented, and no answer carries a code by which a hit could be checked.
//
// # Quirks
//
//   - Barcodes are not published. Labels tend to name the artwork by it, and so it is inferred from there: an album found for a
//     barcode may have another number, or none. It is kept with a remark (seen 2026-05, golden files of the suite).
//   - "Nothing" is an answer of status 200 without results; an id of something else than an album has results without an album.
//   - An answer holds 200 results at most, songs included. There are no pages.
//   - trackCount of a song counts the songs of its disc; that of a video and of an album count all of the album (seen 2026-05,
//     TestCount). Songs that are not sold in a storefront are left out, so that numbers have gaps.
//   - Albums that can only be streamed have no songs in answers.
//   - A price of -1 means that something is not sold as a whole.
//   - Titles are given as such and "censored", of which the longer one says more (TestConvert).
//   - Various Artists has an id, but no page.
//   - Sizes of images are made on demand by the last segment of an address; without it, and at another host, is the original
//     (seen 2026-05, TestArtwork).
//   - Bodies begin with blank lines, and are said to be JavaScript.
//
// # What a fault costs
//
// Without the album there is no answer. A fault in one storefront ends the lookup: trying on would let luck choose. Songs that are
// missing on an album's only disc are placeholders, as their places are certain. Elsewhere, tracks are incomplete as a whole: on
// several discs of which some are short or missing, beyond the 199 for which there is room, and where none are listed.
//
// # Files of its own
//
// split.go divides answers to multi-gets; results.go finds the album in a list of results; tracks.go divides its songs by discs and
// counts them, and tracks_test.go holds what is asked for and what is kept where something is missing; artwork.go reads addresses
// of images; remarks.go words what is said about the answers of this service alone; endpoints_test.go holds what errors mean, how
// multi-gets are split and what needs cost.
//
// entries.go answers questions for tracks, artists, discographies and texts; entries_test.go holds what is asked for them.
//
// # What we do not read
//
// Genres, previews, other sizes of images, ids of the All Music Guide, booklets, and prices but for whether there is one.
package itunes
