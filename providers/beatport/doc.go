// Package beatport reads releases from Beatport, a shop for electronic music, out of its web pages: https://www.beatport.com
//
// The shop has no documented interface. What its pages show is in them as data, in a script element, as Next.js does it:
// https://nextjs.org/docs/pages/building-your-application/rendering
//
// # Pace
//
// No limit is told, and none is kept beyond that of the transport; no credentials. There is no multi-get.
//
// # Questions
//
// The page of a release by id says all there is, its tracks among it. Its address has a readable part that means nothing to the
// shop, so that "-" stands for it. A barcode is searched for as it was given: the page of results names releases with their barcodes,
// which are compared by number; then the page of the release follows. That is why a barcode is expensive here.
//
// # Quirks
//
//   - A page without data is none of the shop's. It comes with status 403 from the guard before the shop that looks out for robots:
//     that is no refusal of credentials, and may be over soon (TestJudge).
//   - Pages hold a token of an anonymous session; it is taken out before a page is kept (TestScrub).
//   - The data are raw text, in which &amp; means just that (TestIsland).
//   - Tracks are listed backwards, by the addresses that they have in an interface of the shop, and described elsewhere in the data;
//     the address is what leads from one to the other (seen 2023-07, TestTracks).
//   - Answers that a page is made of have a key. Tracks are in the second answer where there are no keys (seen 2023-07, TestTracks).
//   - More than four artists are the artists of all tracks: then the release is by various artists (TestConvert).
//   - "Original Mix" is how a track without a version is called (TestConvert).
//   - Barcodes are padded or not, as the label wrote them, and a page of results tells what was searched for (seen 2023-07, TestSearch).
//
// # What a fault costs
//
// A page that lists tracks which it does not describe contradicts itself: there is no answer. If it counts more tracks than it lists,
// those are a gap, with a warning.
//
// # Files of its own
//
// extract.go finds data in pages; extract_test.go holds where they are looked for. endpoints_test.go holds what answers mean, what is
// asked for and what needs cost.
//
// # What we do not read
//
// Releases of more than 100 tracks: a page describes no more, and the rest is behind an interface that wants the token of a session.
// Tempo, key, genres, remixers, prices, pre-orders, samples and descriptions. Regions and types, which the pages do not tell.
package beatport
