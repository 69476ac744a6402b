// Package tidal reads releases, tracks and artists from Tidal, a streaming service, through the second version of its API, which speaks
// JSON:API:
// https://developer.tidal.com/apiref
//
// # Pace
//
// What is allowed is not told; too much is answered with 429. Two requests in ten seconds have proved to be fine. Access takes client
// credentials (client_id and client_secret of an app), exchanged for tokens that live a day.
//
// # Questions
//
// Albums and videos are both releases here. One document has all that is read of them: a list of one album by its id or barcode, with
// what belongs to it included, tracks too. An album brings up to 20 items; further ones come in pages that only the page before
// names, by a cursor. All answers are about one country, and countries are asked one after the other while they have nothing, the
// United States where nobody prefers any.
//
// Ids and barcodes have multi-gets. With several barcodes the service gives one album for each, so that other albums with the same
// barcode stay unknown: whoever needs these is asked alone (barcode), all others may share a request (barcode/first).
//
// A track by its id or ISRC and an artist by id are lists of one in the same way; a track brings its album, an artist pictures and
// pages elsewhere. Ids of tracks and artists have multi-gets. Codes do not: with several of them the service gives one track for each,
// and one code may be on several albums; of the tracks with one code the first page, 20, is taken. A discography and a search have up
// to 20 entries on a page, which have all that a release or track has here but the tracks of a release. How many there are in all is
// not told. A discography is that of the first region that knows the artist, a search is about the first region alone. As a page is
// one of a list in a region, its name has the region before the cursor, and the id of the list, where a search has another one than
// its text.
//
// A search is for words; there are no fields, so that a title and its artist are words too. A comma would divide the filter that the
// words are, and becomes a blank. Whether upper case means more is not documented; it is kept.
//
// # Quirks
//
//   - Nothing in a country is a good answer with an empty list, or 404 (seen 2026-05, TestJudge).
//   - Relationships that were not asked for are absent, and an unknown one is refused with 400. Videos have no items (documented
//     2026-05, TestRequests).
//   - Only items available in the country are listed, while numberOfItems counts all. What is missing leaves a placeholder and a
//     warning (seen 2026-05, golden file of the suite).
//   - Artists, labels and pictures that are named may be missing from what is included. Then artists and labels have a placeholder as
//     name, and there is a gap (seen 2026-05, TestConvert, TestGaps).
//   - Links to further pages begin with a slash, though they are relative to the API's base. Only their cursor is used (TestStory).
//   - A cursor belongs to the list that it came with, and may be refused once that is old: then the list is read anew from its first
//     page, once, and nothing of the old one is kept (TestStory).
//   - copyright was a text until 2025-09 and is an object since; covers were imageLinks until 2025-06; type has become albumType. All of
//     them are read, and copyright as text counts as drift (TestConvert, TestCopyrightAsTextIsDrift).
//   - A search is a list of one result, which leads to what was found; further pages are lists of what it leads to (API description
//     1.10.104, TestQuestions, TestJudgeHits).
//   - What is listed may be missing from what is included. Then it is left out, and there is a gap of all that it would have (TestUntold).
//   - A track has no number of its own: it is that of an item of an album (TestConvertEntries).
//   - What is called a provider is mostly a distributor and not the label.
//
// # What a fault costs
//
// A wrong answer about one page of items, or an item that is named but not included, fails the lookup, as in the reference. A page for
// which there is no answer at all, or none in time, is a gap: the tracks before it stay.
//
// # Files of its own
//
// batch.go splits multi-gets, whose parts share what is included; tracks.go reads the list of items; entries.go answers questions for
// tracks, artists, discographies and texts, and entries_test.go holds what is asked for them. tracks_test.go holds what is asked
// for and what is kept where something fails; endpoints_test.go holds requests, what errors mean, how multi-gets are split and
// what needs cost.
//
// # What we do not read
//
// The first version of the API, which is shut down. Availability (of streams and not in countries), genres, popularity, tempo and key,
// lyrics, credits, biographies, and the version of an album, which its title has mostly. Videos with an ISRC, as they are releases here,
// and those that an artist has made: they are other lists.
package tidal
