// Package bandcamp reads releases from Bandcamp, a shop where artists and labels sell downloads and records themselves. There is no
// documented API for its catalogue; what we read stands in the web pages, below https://bandcamp.com
//
// # Pace
//
// None is published, and there are no credentials. We ask for five pages in five seconds at most, two at a time, to be polite.
// There is no multi-get, and no question by barcode.
//
// # Hosts
//
// Every band has a host of its own, one label in front of bandcamp.com. An id of a release is therefore BAND/TITLE or BAND/track/TITLE.
// A band may have a domain of its own besides, whose pages are not recognised. Where the service leads from a page here to such a
// domain, nobody follows, and the page is ErrMalformed.
//
// # Questions
//
// The page of an album or track holds everything, as data in the attributes of one element. Only of an album that is not out yet is
// there more in a second document: its embedded player knows the lengths of tracks that nobody can hear yet, and pictures of tracks.
//
// # Quirks
//
//   - A page of an error or for bots may come with status 200. A page without its data, or one that ends early, is no document
//     (TestJudgePage).
//   - Pages hold tokens to listen with; they are removed before anything is stored (TestTokensAreRemoved).
//   - A page says what it is about. If band or title were renamed, the new page answers for the old one, with a warning; a page about
//     something else is a mismatch (TestStory). On a domain of the band's own, a page does not name the band (TestIdentify).
//   - An account is an artist or a label, which is guessed from its name, the artist and the label of the records that are sold
//     with the release (TestParties).
//   - The barcode may be that of a record that is sold with it; then it is not the download's (TestConvert).
//   - An album may announce more tracks than it lists: hidden ones, which come with a download only. It may also announce fewer,
//     which says nothing (TestConvert).
//   - The release date may be that of the first edition, from before there were downloads (TestConvert).
//   - A track of an album by several artists has its artist in front of its title, too (TestConvert).
//   - A lowest price of 0 means free only if it is not the only price (TestLinkTypes).
//
// # What a fault costs
//
// Without the page there is no answer. A player that cannot be had is a gap in lengths and pictures. A player that the service denies,
// or that holds no data, contradicts the page, and fails the lookup, where lengths or pictures are needed.
//
// # Files of its own
//
// ids.go reads and writes addresses and ids, tracks.go makes the track list, remarks.go says what the service leaves to be said;
// story_test.go holds what is asked for and what is kept where something fails; endpoints_test.go holds what answers mean and what
// needs cost; ids_test.go holds what addresses mean; remarks_test.go holds what is said, and when.
//
// # What we do not read
//
// Descriptions, lyrics, tags, prices, places, the account's picture, and the unofficial API of the service's apps.
package bandcamp
