// Package discogs reads releases from Discogs, a database of records and other media that its users enter, through its API:
// https://www.discogs.com/developers
//
// # Pace
//
// 60 requests in any minute with the credentials of an app (consumer_key and consumer_secret), which go along with every request.
// Requests are counted per address in a window that moves; answers tell how many are left, and beyond that 429 comes with a
// Retry-After. A User-Agent has to say who asks. What is older than six hours may not be shown, so that it is asked for anew.
//
// # Questions
//
// A release by id is one document with all that there is. A barcode is searched for, just as it was given; a hit says little that
// can be told apart, so that the release follows. There is no multi-get. An artist is one document; a discography and a search for a
// text are pages with numbers. A master in a discography stands for its main release.
//
// # Quirks
//
//   - Errors are an object with a message, which comes with a status that fits, as a rule (TestJudge).
//   - Namesakes have numbers, Crow (2), which are no part of the name (TestConvert).
//   - A track list is written for people: which medium a track is on follows from its position (A1, 2-1, CD2-1) and from headings.
//     An index is a track of several parts, or a heading by mistake, which only the positions of the parts tell (TestDivide).
//   - Formats count the media; that number need not be the one that the track list looks like. The quantity of files counts tracks,
//     and a box stands before what is in it (TestFormats, TestRemarks).
//   - A release has any number of barcodes, in any notation, among other numbers; of several the one that was asked for counts
//     (TestStory).
//   - Dates have zeros for a month or day that is not known (TestConvert).
//   - The country is one, a group with a name of its own, or a list (TestCountry).
//   - A hit and a row of a discography name artists and title, and all labels, in one text or list; companies stand among the labels of
//     a hit, and a transparent picture where it has none (TestConvertEntries).
//   - The list of pictures is left out where there are none. Who sends no credentials gets 25 requests a minute, no
//     addresses of pictures (TestConvert), and no search (TestJudge); it is asked all the same.
//
// # What a fault costs
//
// Without the release there is no answer, also where a search has found it already. What the document should hold and does not is a
// gap, as are all tracks where one element of the track list is of a kind that we do not know; everything else stays.
//
// # Files of its own
//
// tracks.go divides the track list, positions.go reads positions, formats.go what formats say, and remarks.go tells what is
// doubtful; tracks_test.go is about the first three. country_table.go has the names of countries. endpoints_test.go holds what
// errors mean, how requests are authorised, and what needs cost. conformance_test.go is inside of the package, as the corpus has
// tables of functions that only it has.
// entries.go answers questions for artists and their releases, search.go those for texts; entries_test.go is about both.
//
// # What we do not read
//
// Credits of others than the artists, companies, series, genres, notes, videos, the free text of formats (Gatefold, Digipak), small
// pictures, what owners and sellers have, profiles of artists.
package discogs
