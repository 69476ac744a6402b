// Package spotify reads releases from Spotify, a streaming service, through its Web API:
// https://developer.spotify.com/documentation/web-api
//
// # Pace
//
// Requests are counted in rolling windows of 30 seconds whose size is not told; 429 comes with a Retry-After in seconds, which may be
// a badly rounded 0. Access takes client credentials (client_id and client_secret of an app), exchanged for tokens of an hour.
//
// # Questions
//
// A barcode is searched for, in up to three written forms and market by market: the service finds a release by its padded number
// only, and in markets where it is sold. A hit has no barcode to check, so that the album follows. It holds up to 50 tracks; further
// ones come in pages. ISRCs are in the documents of single tracks alone. Albums and tracks have multi-gets, 20 and 50 at once, which
// are closed to apps in development mode; then everything works one by one.
//
// # Quirks
//
//   - Where a release is not available, its tracks are substituted, and linked_from names the original ones. Parts of a multi-get are
//     therefore told by position; a list of another length or order says nothing about its keys (seen 2026-05,
//     TestSplit).
//   - linked_from may come without an id; then the track is what it says it is (seen 2026-05, TestConvert).
//   - Development mode leaves out labels, markets and links between tracks: optional data, all of it (announced for 2026-03;
//     golden file of the suite).
//   - An empty list of markets means nowhere; no list means that the service does not say (TestConvert).
//   - The first disc need not be number 1. Dates may be a year or a month.
//
// # What a fault costs
//
// Without the album there is no answer. A page or track that cannot be had is a gap; everything else stays. Tracks after a missing
// page are left out, as their place is not certain.
//
// # Files of its own
//
// tracks.go reads lists of tracks and says what they have of their own; tracks_test.go holds what is asked for and what is kept
// where something fails; endpoints_test.go holds what errors mean, how multi-gets are split and what needs cost.
//
// # What we do not read
//
// Popularity, genres (always empty on albums), previews, the subtype EP (albums have none), and what a search says beyond the ids.
package spotify
