// Package mora reads releases from mora, a Japanese shop for downloads of music and videos: https://mora.jp. It has no documented
// API; what is read here is what the shop's own pages read.
//
// # Pace
//
// Unknown. We ask once per second on average, with room for a short burst, as each release takes two requests. No credentials.
//
// # Questions
//
// The page of a package names, in a meta element, where the metadata of the package lie; these are one JSON document on another
// host, and hold all that we know. Neither can be asked for a barcode, nor for several packages at once.
//
// # Quirks
//
//   - The place of the metadata is made of a mount point, a label and a material number of ten digits, cut into 4, 3 and 3. None of
//     these is part of the package's id, so that the page comes first (seen 2026-05, TestPlace).
//   - A barcode is in distPartNo or cdPartNo, which may also hold a catalogue number of any form. A number of eight digits with a
//     fitting check digit is by chance a barcode too; only those of twelve digits and more are taken (TestConvert).
//   - Dates are Japanese time, and are taken as they are written (TestConvert).
//   - There are no discs: the tracks of all of them are one list with running numbers. So we do not say how they are divided.
//   - Joint artists are one name with one id, and so are various artists.
//   - Covers are 200 pixels wide at most. Their names are relative to the place of the metadata.
//   - Packages in different qualities (lossless, high resolution) have ids and pages of their own.
//   - How a package that is not there is answered was not seen: 404 is taken for a no, a page without the meta element for a fault.
//
// # What a fault costs
//
// Without the page or the metadata there is no answer, unless nothing is needed of the metadata. A package without a track list has a
// gap. Metadata that name another package than the one asked for are refused.
//
// # Files of its own
//
// endpoints_test.go holds what answers are worth, what is asked for and what needs cost.
//
// # What we do not read
//
// Readings in kana, composers, lyricists and arrangers, prices, sampling rates, the marks for explicit lyrics (nobody told what
// their values mean), related packages, smaller covers, and the dates from which a package is shown.
package mora
