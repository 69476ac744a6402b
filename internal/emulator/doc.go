// Package emulator speaks the wire formats of ten services from one catalogue, for the demo, the end-to-end tests and the benchmarks:
// MusicBrainz, Discogs, Deezer, iTunes, Spotify, Tidal, Bandcamp, Beatport, mora and OTOTOY.
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
// were seen to say: 602475093060 on Deezer, Spotify and Tidal, 724385522949 on MusicBrainz and Discogs. All others are invented, and
// look it: artists such as The Emulated Few, barcodes 4099998000nnc, ids such as 0EmulatedAlbum00000001 and accounts such as
// emu-the-emulated-few. No two services count from the same number. [Generate] makes thousands more from a seed.
//
// # What it answers
//
//	musicbrainz.org/ws/2  release/{mbid}, artist/{mbid}, release-group/{mbid}, recording/{mbid}, isrc/{isrc} (inc); release?artist, release?release-group,
//	                      release-group?artist (limit, offset); release?query, recording?query, artist?query: words, phrases and
//	                      fields joined by AND and OR; url?resource, one or up to 100
//	api.discogs.com       releases/{id}, masters/{id}, masters/{id}/versions, artists/{id}, artists/{id}/releases (page, per_page, sort),
//	                      database/search (barcode, q, artist, release_title, title, label, year, catno, type). Authorization is optional
//	api.deezer.com        album/{id}, album/upc:{gtin}, album/{id}/tracks (index, limit), track/{id}, track/isrc:{isrc}, artist/{id},
//	                      artist/{id}/albums, search, search/track, search/album, search/artist (words, artist:"…" album:"…" track:"…" label:"…")
//	itunes.apple.com      lookup (id, upc, isrc; entity, limit, country) and search (term, entity, attribute, limit, country), also
//	                      below a storefront such as /de
//	accounts.spotify.com  api/token (client credentials; any id and secret will do)
//	api.spotify.com/v1    albums/{id}, albums?ids, albums/{id}/tracks, tracks/{id}, tracks?ids, artists/{id}, artists?ids,
//	                      artists/{id}/albums (include_groups, market), search (type album, track, artist; upc:, isrc:, album:, artist:,
//	                      track:, year:, label: and words; market)
//	auth.tidal.com        v1/oauth2/token (client credentials, as above)
//	openapi.tidal.com/v2  albums, tracks, videos, artists, artworks and providers by /{id} and by filter[id], filter[barcodeId],
//	                      filter[isrc]; their relationships by /{id}/relationships/{name} (page[cursor]); searchResults; include, countryCode
//	bandcamp.com          {artist}.bandcamp.com/album/{title}, …/track/{title}, …/ and …/music; bandcamp.com/EmbeddedPlayer/album={id}
//	www.beatport.com      release/{slug}/{id}, search?q, also below a language
//	api.beatport.com      v4/catalog/ releases/{id}, releases?upc, releases/{id}/tracks, tracks/{id}, tracks?isrc, artists/{id}, with the
//	                      token that pages hold
//	mora.jp               package/{label}/{id}/; cf.mora.jp/contents/package/…/packageMeta.json
//	ototoy.jp             _/default/p/{id}, in English, or in Japanese where that is the first language accepted
//
// Anything else is answered by status 501 with a text that says so: silence would be taken for the service's own no. The exception
// is a path of one part that Deezer does not know, for which it has an answer of its own.
//
// What the services know and an adapter has to cope with is kept: errors with status 200, barcodes that are found in one written
// form only, albums answered with another id, pages and their links, a search that tells less than a lookup, releases that are not
// there in one country, songs that are counted and not told, scripts that are JSON, tracks in reverse, pictures without addresses.
//
// Searches go over the catalogue. Words are compared without case, accents and punctuation; one of them is enough, unless it has to
// stand in a field. What matches more words comes first, then what has the lower number.
//
// # What it is not
//
// No mirror and no mock: it has no images, previews or users, and it never judges how it was asked, except as the services do.
// Figures that nobody compares (popularity, ranks, fans, prices) are constant.
//
// # Behaviour
//
// [Behaviour] holds the switches: latency, quotas, token lifetime, Spotify's development mode. All are off by default and can be
// changed while it runs, for all services. [Emulator.Inject] makes requests fail, [Emulator.Advance] moves a release along its scripted history,
// [Emulator.Counts] and [Emulator.Requests] tell what was asked. Other processes use /__counts, /__reset and /__advance?gtin=….
//
// # Concurrency
//
// All methods may be used at the same time. Time is read from package time alone, so that tests can run in testing/synctest.
package emulator
