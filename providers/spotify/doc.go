// Package spotify reads releases, tracks and artists from Spotify, a streaming service, through its Web API:
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
// The document of a single track answers questions for one track too, and names the album. A recording code is searched for like a
// barcode, market by market, but a hit is the whole track. Artists have a multi-get, 50 at once. A discography holds what the artist
// has released, in any market, and not what others have released with the artist. A search is for words, or for words in the fields
// album, track and artist, in the first of the regions. The syntax has no escapes: quotes, colons and asterisks of a text become
// blanks, and operators, which are capitals, words. Albums in lists have no barcode, label, copyright or tracks. Pages have 10
// entries, since apps in development mode may have no more, and a search gives out 1,000 at most.
//
// # Quirks
//
//   - Where a release is not available, its tracks are substituted, and linked_from names the original ones. Parts of a multi-get are
//     therefore told by position; a list of another length or order says nothing about its keys (seen 2026-05,
//     TestSplit).
//   - linked_from may come without an id; then the track is what it says it is (seen 2026-05, TestConvert).
//   - Development mode leaves out labels, markets and links between tracks: optional data, all of it (announced for 2026-03;
//     golden file of the suite).
//   - A track that was put in the place of another one names its own album, which says nothing about the other one
//     (TestConvertEntries).
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
// where something fails; answers.go splits multi-gets and judges answers, and endpoints_test.go holds how, and what needs cost.
// entries.go answers questions for tracks, artists, discographies and texts; entries_test.go holds what is asked for them.
//
// # What we do not read
//
// Popularity, followers, genres (always empty on albums), previews, the subtype EP (albums have none), top tracks and related artists
// (closed to new apps), and what a search for a barcode says beyond the ids.
package spotify
