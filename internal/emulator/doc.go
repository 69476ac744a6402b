// Package emulator speaks the wire formats of the services from one catalogue, for the demo, the end-to-end tests and the
// benchmarks: Deezer, Spotify and MusicBrainz.
//
// It is reached by one setting. With TUTTI_UPSTREAM_URL=http://host:port a request for https://HOST/PATH?QUERY arrives as
// http://host:port/HOST/PATH?QUERY, so that nothing in the program knows about it. [New] makes an http.Handler, and
// [Emulator.Start] puts it on a loopback port.
//
// # What it is
//
// A second opinion about each wire format. It knows nothing of the providers' adapters and writes every answer with structs of its
// own, made after the services' documentation and real answers: a mistake shared with an adapter would cancel out.
//
// The catalogue ([Releases]) holds releases that show what services really disagree about. Two are real and say what the services
// were seen to say: 602475093060 on Deezer and Spotify, 724385522949 on MusicBrainz. All others are invented, and look it: artists
// such as The Emulated Few, barcodes 4099998000nnc, ids such as 0EmulatedAlbum00000001. [Generate] makes thousands more from a seed.
//
// # What it answers
//
//	api.deezer.com        album/{id}, album/upc:{gtin}, album/{id}/tracks (index, limit), track/{id}
//	accounts.spotify.com  api/token (client credentials; any id and secret will do)
//	api.spotify.com/v1    search (type=album, q=upc:…, market), albums/{id}, albums?ids, albums/{id}/tracks, tracks/{id}, tracks?ids
//	musicbrainz.org/ws/2  release/{mbid} (inc), release?query=barcode:… or reid:…, alone or joined by OR (limit, offset)
//
// Anything else is answered by status 501 with a text that says so: silence would be taken for the service's own no. The exception
// is a path that Deezer does not know, for which it has an answer of its own.
//
// What the services know and an adapter has to cope with is kept: errors with status 200, barcodes that are found in one written
// form only, albums answered with another id, pages and their links, a search that tells less than a lookup.
//
// # What it is not
//
// No mirror and no mock: it has no text search, no images, previews or users, and it never judges how it was asked, except as the
// services do. Figures that nobody compares (popularity, ranks, fans) are constant.
//
// # Behaviour
//
// [Behaviour] holds the switches: latency, quotas, token lifetime, Spotify's development mode. All are off by default and can be
// changed while it runs. [Emulator.Inject] makes requests fail, [Emulator.Advance] moves a release along its scripted history,
// [Emulator.Counts] and [Emulator.Requests] tell what was asked. Other processes use /__counts, /__reset and /__advance?gtin=….
//
// # Concurrency
//
// All methods may be used at the same time. Time is read from package time alone, so that tests can run in testing/synctest.
package emulator
