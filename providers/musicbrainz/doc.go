// Package musicbrainz reads releases from MusicBrainz, an open database of music that anyone can edit, through its web service:
// https://musicbrainz.org/doc/MusicBrainz_API
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
// # Quirks
//
//   - The body of an error has a text that is worth reading; there may be one with status 200. Seen 2026-05.
//   - MBIDs are merged: an old one is answered with the release that it became, which is kept, with a warning.
//   - A search leaves out what is empty (labels, secondary types, join phrases), and a credited name that is the artist's own.
//   - A barcode that is an empty text means that the release has none.
//   - Dates may be a year or a month, or absent together with all release events.
//   - A search for several barcodes without any hit is an answer, and no "no". An ErrNotFound of a judge is about one key: it would be
//     handed to all keys of the multi-get and stored for none, so that each lookup would ask again. judgeSearch therefore lets such an
//     answer pass, and split says "no" barcode by barcode, which is stored. It tells one search from the other by the limit in the
//     request: searches for one barcode have none (TestJudgeSearch).
//   - The search index lags behind the database by minutes to hours.
//
// # What a fault costs
//
// Without the release there is no answer, also where a search has found it already. What a document should hold and does not is a
// gap; everything else stays.
//
// # Files of its own
//
// endpoints_test.go holds what errors mean, how searches for several barcodes are split and what needs cost.
//
// # What we do not read
//
// Pregap and data tracks, scripts, relations, tags, ratings, annotations, disc ids, aliases, cover art, and
// the links to other services that are collected there.
package musicbrainz
