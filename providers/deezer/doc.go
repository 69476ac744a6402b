// Package deezer reads releases, tracks and artists from Deezer, a streaming service, through its public API:
// https://developers.deezer.com/api
//
// # Pace
//
// 50 requests in any 5 seconds and per address; no credentials. There is no multi-get.
//
// # Questions
//
// An album by id or by barcode (12 digits; the service knows no padded form) is one document and holds a list of its tracks. That
// list has titles, lengths and one artist per track, but neither discs nor numbers nor, as a rule, ISRCs. Pages of the track list
// have these too, 100 tracks each. All artists of a track and the countries where it can be heard are in the document of each single
// track: dear, and asked for only when they are needed. How the cheapest way is chosen follows from what each endpoint yields.
//
// # Quirks
//
//   - Errors come as a body with a code, mostly with status 200: judge reads it before anything is stored
//     (https://developers.deezer.com/api/errors, seen 2026-05, TestJudge).
//   - An album that was replaced is answered with another album under the old id. Source refuses what was not asked
//     for (seen 2026-05, TestAnotherAlbum).
//   - The embedded list may be shorter than nb_tracks says; then the pages are asked for (TestStory).
//   - The first or second cover size may be null; then the address that leads to the cover takes its place (TestConvert).
//   - An artist without a picture has an address of one all the same, in which the digest is missing: /images/artist//1000x1000
//     (TestConvertEntries).
//   - "compile" is a compilation; a label's name may be several labels, joined by slashes.
//   - That lyrics are not explicit says nothing where the service has no advice about them (codes 2 and 6, TestConvert).
//
// # What a fault costs
//
// Without the album there is no answer. A page or track that cannot be had is a gap; everything else stays. Tracks after a missing
// page are left out, as their place is not certain.
//
// # Files of its own
//
// tracks.go reads lists of tracks and says what they have of their own; tracks_test.go holds what is asked for and what is kept
// where something fails; endpoints_test.go holds what errors mean and what needs cost. entries.go answers questions for tracks,
// artists, discographies and texts; entries_test.go holds what is asked for them.
//
// # What we do not read
//
// Genres, tempo, gain, previews, roles of contributors, the short title and its version (the full title holds both), the numbers of
// albums and fans of an artist, lists of popular tracks and related artists, and copyright, which the service does not publish.
package deezer
