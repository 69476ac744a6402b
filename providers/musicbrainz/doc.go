// Package musicbrainz reads releases, recordings and artists from MusicBrainz, an open database of music that anyone can edit, through
// its web service: https://musicbrainz.org/doc/MusicBrainz_API
//
// # Pace
//
// One request per second on average and per address; 5 in 5 seconds is the same with room for a short burst. Beyond that every
// request is answered with 503, so that 503 means too fast. No credentials, but a User-Agent that says how to reach the operator.
//
// # Questions
//
// A release by its MBID is one document, in two sizes: release holds all but the track list, release/full the track list too. A
// barcode is searched for; a hit is as good as the small document, so that release/full follows only where tracks are needed.
// Barcodes are given with and without their padding: a search tries the number as given, then as UPC and EAN, while the answer is a
// no. There is no multi-get, but one search can be for several barcodes, whose hits are told apart by number.
//
// What other services call a track is a recording here, by its id or by a recording code. One search can be for up to 50 ids or 25
// codes, whose hits say as much as a lookup. A code that no hit has is a no, as a barcode is; an id is asked for alone, since
// recordings are merged. An artist comes with links, and no pictures. A discography is made of releases, not groups, 100 a page, each
// of which says as much as the small document. A search is for words, or for phrases in the fields release, recording and artist, 20
// hits a page. Whatever has a meaning in its language is escaped, and operators, which are capitals, are words.
//
// # Quirks
//
//   - The body of an error has a text that is worth reading; there may be one with status 200. Seen 2026-05.
//   - MBIDs are merged: an old one is answered with the release, recording or artist that it became, which is kept, with a warning.
//   - A recording is on several releases as a rule, of which an answer names 25 at most. The earliest one stands for them
//     (TestConvertEntries).
//   - A recording may have several codes, not all of which are ones. Found by one of them, it has that one (TestQuestions).
//   - Two relationships of an artist may lead to one page, which then offers both; what has ended is left out (TestConvertEntries).
//   - A search leaves out what is empty (labels, secondary types, join phrases), and a credited name that is the artist's own.
//   - A barcode that is an empty text means that the release has none.
//   - Dates may be a year or a month, or absent together with all release events.
//   - A search for several barcodes without any hit is an answer, and no "no". An ErrNotFound of a judge is about one key: it would be
//     handed to all keys of the multi-get and stored for none, so that each lookup would ask again. judgeSearch therefore lets such
//     an answer pass, and splitBarcodes says "no" barcode by barcode, which is stored. It tells one search from the other by the limit
//     in the request: searches for one barcode have none (TestJudgeSearch).
//   - The search index lags behind the database by minutes to hours.
//
// # What a fault costs
//
// Without the release there is no answer, also where a search has found it already. What a document should hold and does not is a
// gap; everything else stays.
//
// # Files of its own
//
// answers.go splits searches for several keys and judges answers; endpoints_test.go holds how, and what needs cost. query.go writes
// queries; entries.go answers questions for recordings, artists, discographies and texts with what convert_entries.go makes of them,
// and entries_test.go holds what is asked for them.
//
// # What we do not read
//
// Pregap and data tracks, scripts, relations but those of artists to pages, tags, ratings, annotations, disc ids, aliases, cover art,
// numbers that a recording has on releases, and the links of releases to other services that are collected there.
package musicbrainz
