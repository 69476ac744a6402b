package emulator

import (
	"encoding/json"
	"html"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// shapeCase compares the shape of answers with that of recorded ones: which fields there are, and of what type.
type shapeCase struct {
	recorded []string // files, whose fields are taken together
	paths    []string // what is asked
	extra    string   // fields that were never seen in these recordings
	unsent   string   // fields that the emulator does not send
}

// TestAnswersHaveRecordedShapes compares paths and types of fields, never values.
func TestAnswersHaveRecordedShapes(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]shapeCase{
		"a release of Discogs": {
			recorded: []string{"dc-rel-4013586.json", "dc-rel-8604223.json", "dc-rel-16004480.json", "dc-rel-1503102.json"},
			paths:    []string{"api.discogs.com/releases/970000034", "api.discogs.com/releases/970000027", "api.discogs.com/releases/970000015", "api.discogs.com/releases/4013586"},
			unsent:   "videos[] companies[] extraartists[] series[] thumbnail_url tracklist[].extraartists",
		},
		"a search of Discogs": {
			recorded: []string{"dc-search-bc-724385522925.json", "dc-search-prodigy.json"},
			paths:    []string{"api.discogs.com/database/search?type=release&barcode=4099998000198&per_page=2", "api.discogs.com/database/search?type=release&q=paper"},
			extra:    "results[].cover_image results[].master_url",
		},
		"an error of Discogs": {recorded: []string{"dc-err-404-release.json"}, paths: []string{"api.discogs.com/releases/1"}},
		"an artist of Discogs": {
			recorded: []string{"dc-artist-3840.json"}, paths: []string{"api.discogs.com/artists/971000002"}, unsent: "members aliases",
		},
		"an album of iTunes": {
			recorded: []string{"it-album-1441458047-gb.json", "it-album-1728639278-us.json", "it-song-1038991877.json"},
			paths:    []string{"itunes.apple.com/lookup?id=9500000022&entity=song", "itunes.apple.com/lookup?id=9500000010&entity=song&country=gb"},
			unsent:   "amgArtistId",
		},
		"an artist of iTunes": {
			recorded: []string{"it-artist-414425.json"}, paths: []string{"itunes.apple.com/lookup?id=9510000002"}, unsent: "amgArtistId",
		},
		"nothing at iTunes": {recorded: []string{"it-upc-602475093060-none.json"}, paths: []string{"itunes.apple.com/lookup?upc=602475093060"}},
		"an album of Tidal": {
			recorded: []string{
				"td-album-58756127.json", "td-album-58756127-items.json", "td-album-396698918-us-art.json", "td-album-381265361-gb.json",
			},
			paths: []string{
				"openapi.tidal.com/v2/albums/980000010?countryCode=US&include=artists,coverArt,genres",
				"openapi.tidal.com/v2/albums/980000015/relationships/items?countryCode=US&include=items.albums.coverArt,items.artists",
				"openapi.tidal.com/v2/albums?countryCode=US&filter[id]=980000015&include=artists,items.artists,providers,coverArt",
			},
			unsent: "ai key keyScale bpm toneTags visualMetadata contributionsEnabled ownerType itemCursor imageLinks videoLinks attributes.roles " +
				"attributes.version relationships.similarAlbums relationships.owners relationships.suggestedCoverArts data[].links data.links " +
				"relationships.radio relationships.biography relationships.followers relationships.following relationships.profileArt " +
				"relationships.roles relationships.similarArtists relationships.trackProviders relationships.tracks relationships.videos " +
				"relationships.lyrics relationships.shares relationships.similarTracks relationships.sourceFile relationships.trackStatistics " +
				"included[].links included[].relationships.providers included[].relationships.genres data[].relationships.genres",
			extra: "data[].attributes.albumType data[].attributes.createdAt links.meta links.next",
		},
		"a page of Tidal": {
			recorded: []string{"td-items-396698918-3ni1esi.json"},
			paths:    []string{"openapi.tidal.com/v2/albums/980000015/relationships/items?countryCode=US&page[cursor]=emuk&include=items.artists"},
			unsent:   "relationships version", extra: "relationships albumType createdAt",
		},
		"a token of Tidal": {recorded: []string{"td-token.json"}, paths: []string{tidalTokenHost}},
		"an error of Tidal": {
			recorded: []string{"td-err-404.json"}, paths: []string{"openapi.tidal.com/v2/albums/1?countryCode=US"}, extra: "errors[].id",
		},
		"a page of Bandcamp": {
			recorded: []string{"bc-nyokee-album.html", "bc-spinningrust-do-you-like-acid-e-html.html", "bc-arbee-page.html"},
			paths:    []string{"emu-the-emulated-few.bandcamp.com/album/paper-lanterns", "emu-edna-case.bandcamp.com/album/members-only"},
			unsent: "initial_track_num last_subscription_item items_purchased is_private_stream is_band_member licensed_version_ids package_associated_license_id has_video " +
				"require_email require_email_0 auto_repriced new_desc_format download_desc_id purchase_url purchase_title current.featured_track_id " +
				"video_source_type video_source_id video_mobile_url video_poster_url video_id video_caption video_featured alt_link encoding_error " +
				"encoding_pending play_count is_capped track_license_id sizeof_lyrics fan_email facebook_like_enabled packages[]",
			extra: "packages[].description",
		},
		"a track of Bandcamp": {
			recorded: []string{"bc-nyokee-track.html", "bc-svenfredrik-mr-florida-81-html.html"},
			paths:    []string{"emu-the-emulated-few.bandcamp.com/track/jitter", "emu-mc-checksum.bandcamp.com/track/dry-run"},
			unsent: "initial_track_num last_subscription_item items_purchased is_private_stream is_band_member licensed_version_ids package_associated_license_id has_video " +
				"require_email require_email_0 auto_repriced new_desc_format download_desc_id purchase_url purchase_title current.featured_track_id " +
				"video_source_type video_source_id video_mobile_url video_poster_url video_id video_caption video_featured alt_link encoding_error " +
				"encoding_pending play_count is_capped track_license_id sizeof_lyrics fan_email facebook_like_enabled album_upsell_url current.lyrics " +
				"file_name pending_encodings_id preorder_download current.license_type current.encodings_id current.streaming",
			extra: "current.upc",
		},
		"a player of Bandcamp": {
			recorded: []string{"bc-nyokee-player.html"}, paths: []string{"bandcamp.com/EmbeddedPlayer/album=930000001", "bandcamp.com/EmbeddedPlayer/v=2/album=930000030"},
			unsent: "streaminfos google_analytics_id exclusive_permitted_domains exclusive_show_anywhere no_exclusive_data band_enabled killed album_private " +
				"linkback_action subscriber_only encodings_id packages[]",
		},
		"a release of Beatport": {
			recorded: []string{"bp-rel-1778814.html"}, paths: []string{"www.beatport.com/release/-/960000029", "www.beatport.com/release/paper-lanterns-lp/960000001"},
			extra: "anonSession remixers next.locale", unsent: beatportUnsent + "state.data.results[].bpm_range results[].desc results[].enabled results[].label " +
				"results[].override_price results[].remixers[] results[].track_count results[].upc results[].updated results[].type",
		},
		"a search of Beatport": {
			recorded: []string{"bp-search-noisia.html"}, paths: []string{"www.beatport.com/search?q=feedback+loopback", "www.beatport.com/search?q=4099998000297"},
			extra: "anonSession", unsent: beatportUnsent + "charts.data[] labels.data[] create_date encoded_date update_date aggregator label_manager " +
				"current_status genre releases.data[].key downloads plays exclusive_date pre_order_date is_pre_order add_date change_date chord_type_id encode_status " +
				"exclusive_period genre_enabled guid is_classic key_id key_name sale_type suggest supplier_id track_number was_ever_exclusive track_image_uri " +
				"latest_publish_date artist_image_uri tracks.data[].available_worldwide tracks.data[].bpm tracks.data[].catalog_number tracks.data[].enabled " +
				"is_available_for_streaming tracks.data[].label publish_date publish_status release_image_uri release_date tracks.data[].price " +
				"tracks.data[].is_explicit artists.data[].enabled artists.data[].available_worldwide label.enabled",
		},
		"an artist of Deezer":  {recorded: []string{"dz-artist-27.json"}, paths: []string{"api.deezer.com/artist/991000002"}},
		"an artist of Spotify": {recorded: []string{"sp-artist-4cZvsAtZ.json"}, paths: []string{spotifyFew}, unsent: "genres[]"},
		"an artist of MusicBrainz": {
			recorded: []string{"mb-artist-72c536dc.json"},
			paths:    []string{brainzAPI + "artist/" + mbid(idArtist, 12) + "?fmt=json&inc=aliases+url-rels+genres+tags+release-groups"},
			unsent: "rating works genres[] tags[] release-groups[].genres release-groups[].tags release-groups[].aliases ipis[] isnis[] begin-area " +
				"attribute-ids attributes[] attribute-credits relations[].artist",
			extra: "iso-3166-1-codes secondary-types secondary-type-ids",
		},
		"recordings of a code": {
			recorded: []string{"mb-isrc-USSUB0200002.json"}, paths: []string{brainzAPI + "isrc/ZZEMU1602101?fmt=json&inc=isrcs", brainzAPI + "isrc/ZZEMU1702101?fmt=json&inc=isrcs"},
			extra: "error help",
		},
		"an address": {
			recorded: []string{"mb-url-dc-12620800.json"},
			paths:    []string{brainzAPI + "url?fmt=json&inc=release-rels&resource=https://www.discogs.com/release/970000034"},
			extra:    "cover-art-archive asin",
		},
		"a package of mora": {
			recorded: []string{"mo-meta-0042023270.json", "mo-meta-0042738339.json"},
			paths: []string{
				"cf.mora.jp/contents/package/0000/00000099/0099/000/031/packageMeta.json", "cf.mora.jp/contents/package/0000/00000099/0099/000/032/packageMeta.json",
			},
			unsent: "artistNameNo bannerLinkUrl0 bannerLinkUrl1 bannerLinkUrl2 bannerLinkUrl3 bannerTargetBlank0 bannerTargetBlank1 bannerTargetBlank2 " +
				"bannerTargetBlank3 bannerimage0 bannerimage1 bannerimage2 bannerimage3 callCoupon catchcopy comingSoon containCoupon couponProduct dispFlg " +
				"distFlg includedMedia metaDescription msin musicType packageComment prFlg priceWithoutTax productTypeNo qualityClass special specialPageUrl " +
				"tie weblistsizeimage arrangerKana composerKana lyricsKana trackList[].bitPerSample trackList[].channelConf trackList[].endDate " +
				"trackList[].explicitFlg trackList[].labelCode trackList[].labelId trackList[].labelname listenDuration listenFlg listenStartDate " +
				"trackList[].listimage musicComment trackList[].packageimage producer producerKana trackList[].samplingFreq tid tieType",
		},
		"a page of mora": {recorded: []string{"mo-page-00602488058599-html.html"}, paths: []string{"mora.jp/package/43999999/EMU0000031B00Z/"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test.check(t)
		})
	}
}

const beatportUnsent = "price_override_firm _sentryTraceData _sentryBaggage _nextI18Next dataUpdatedAt error errorUpdateCount errorUpdatedAt fetchFailureCount fetchFailureReason " +
	"fetchMeta isInvalidated isFallback gssp customServer appGip locales defaultLocale scriptLoader current_status encoded_date free_downloads " +
	"free_download_start_date free_download_end_date key label_track_identifier pre_order_date sale_type sample_start_ms sample_end_ms "

func (test shapeCase) check(t *testing.T) {
	t.Helper()
	want, got := map[string]map[string]bool{}, map[string]map[string]bool{}
	for _, file := range test.recorded {
		text, err := os.ReadFile(filepath.Join(recordings, file))
		if os.IsNotExist(err) {
			t.Skipf("needs the recorded answers in %s", recordings)
		}
		shapesOf(t, want, text)
	}
	c := newClient(t, Options{})
	for _, path := range test.paths {
		shapesOf(t, got, c.read(path))
	}
	extra, unsent := strings.Fields(test.extra), strings.Fields(test.unsent)
	for _, path := range slices.Sorted(maps.Keys(got)) {
		seen := want[path]
		switch {
		case isBelow(path, extra):
		case len(seen) == 0:
			t.Errorf("%s is sent, but was never seen", path)
		default:
			for kind := range got[path] {
				wasAlwaysNull := len(seen) == 1 && seen["null"]
				if !seen[kind] && kind != "null" && !wasAlwaysNull {
					t.Errorf("%s is sent as %s, but was seen as %v", path, kind, slices.Sorted(maps.Keys(seen)))
				}
			}
		}
	}
	for _, path := range slices.Sorted(maps.Keys(want)) {
		if len(got[path]) == 0 && !isBelow(path, unsent) {
			t.Errorf("%s is missing", path)
		}
	}
}

// read asks for an answer, or for a token of a host.
func (c *client) read(path string) []byte {
	if path == tidalTokenHost {
		return c.do(tokenRequestAt(tidalTokenHost+"/v1/oauth2/token", "id", "secret")).Body.Bytes()
	}
	return c.get(path).Body.Bytes()
}

// isBelow knows fields by the end of their path, and all that is below them.
func isBelow(path string, ends []string) bool {
	return slices.ContainsFunc(ends, func(end string) bool {
		return strings.HasSuffix(path, "."+end) || strings.Contains(path, "."+end+".") || strings.Contains(path, "."+end+"[]")
	})
}

var (
	dataAttribute = regexp.MustCompile(`data-(tralbum|band|player-data)="([^"]*)"`)
	moraArguments = regexp.MustCompile(`name="msApplication-Arguments" content="([^"]*)"`)
	nextData      = regexp.MustCompile(`(?s)<script id="__NEXT_DATA__" type="application/json">(.*?)</script>`)
)

// shapesOf adds the paths of the fields of a body, with their types. Of a page, it is the data in it that counts.
func shapesOf(t *testing.T, into map[string]map[string]bool, text []byte) {
	t.Helper()
	parts := map[string]string{"": string(text)}
	if strings.HasPrefix(strings.TrimSpace(string(text)), "<") {
		parts = map[string]string{}
		for _, m := range dataAttribute.FindAllStringSubmatch(string(text), -1) {
			parts["."+m[1]] = html.UnescapeString(m[2])
		}
		for _, m := range moraArguments.FindAllStringSubmatch(string(text), -1) {
			parts[".arguments"] = html.UnescapeString(m[1])
		}
		for _, m := range nextData.FindAllStringSubmatch(string(text), -1) {
			parts[".next"] = m[1]
		}
	}
	if len(parts) == 0 {
		t.Fatalf("there is no data in %.300s", text)
	}
	for name, part := range parts {
		var body any
		if err := json.Unmarshal([]byte(part), &body); err != nil {
			t.Fatalf("%s %.300s: %v", name, part, err)
		}
		walk(into, name, body)
	}
}

func walk(into map[string]map[string]bool, path string, body any) {
	if into[path] == nil {
		into[path] = map[string]bool{}
	}
	switch body := body.(type) {
	case map[string]any:
		into[path]["object"] = true
		for key, value := range body {
			walk(into, path+"."+key, value)
		}
	case []any:
		into[path]["list"] = true
		for _, value := range body {
			walk(into, path+"[]", value)
		}
	case string:
		into[path]["string"] = true
	case float64:
		into[path]["number"] = true
	case bool:
		into[path]["bool"] = true
	default:
		into[path]["null"] = true
	}
}
