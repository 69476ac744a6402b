// Package ototoy reads releases from OTOTOY, a Japanese shop for downloads of music: https://ototoy.jp. It has no API; what is read here
// is the page of a package, as people see it.
//
// # Pace
//
// Unknown. We ask once per second on average, with room for a short burst. No credentials.
//
// # Questions
//
// The page of a package is all there is: one document for each release. It cannot be asked for a barcode, and there is no multi-get.
//
// # Quirks
//
//   - The labels of details are in the visitor's language. We ask for English and do not rely on it: a label counts only as far as it
//     tells the original date from the date at this shop, in English or Japanese. No Japanese page was seen (TestExtract).
//   - There are two dates, either of which may be missing. The date at this shop wins (TestConvert).
//   - Discs are rows between the tracks. Without such rows there is one, with the number 1 (TestConvert).
//   - A catalogue number is read where there is a label, since it is the label's (TestExtract).
//   - The address of a cover names a size; the original has orig in its place (TestConvert).
//   - Names may have wide blanks inside, which are part of them (TestExtract).
//   - Older pages had other columns in the track list (seen by others in 2022); what has fewer than four cells is no track (TestExtract).
//   - A parser makes something of half a page too; so a page has to have an end (TestExtract).
//   - Lossless and high resolution are packages of their own: https://github.com/kellnerd/harmony/issues/34, read 2026-11.
//   - How a package that is not there is answered was not seen: 404 is taken for a no, a page without an album for a fault.
//   - A page need not say which package it is about. Where its canonical address does, another package than the one asked for is
//     refused (TestAnotherPackage). The pages that were seen had lost their heads.
//
// # What a fault costs
//
// A page without cover, title, artists, details or an end, or with a track without a title, is not the page of a package, and is
// never stored. A page without a track list has a gap.
//
// # Files of its own
//
// extract_test.go holds what is found in pages, convert_test.go what is made of it; endpoints_test.go holds what answers are worth,
// what is asked for and what needs cost.
//
// # What we do not read
//
// Audio formats, prices, the total running time, reviews, tags, and the numbers of tracks in the shop, whose pages lead back to the
// album. Where a package can be bought is not on its page.
package ototoy
