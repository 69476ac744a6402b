package bandcamp

import (
	"encoding/json"
	"maps"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
	"tutti/providers/internal/decode"
)

// read converts the data of a page, which is that of band/title unless it says otherwise, and of a player.
func read(t *testing.T, page, player string) release {
	t.Helper()
	r := release{about: providers.ID{Type: typeAlbum, ID: "band/title"}}
	var err error
	if r.page, err = decode.JSON[wireRelease](providers.Document{Body: []byte(page)}); err != nil {
		t.Fatalf("page %s: %v", page, err)
	}
	if r.page.Tralbum.Current.Type == typeTrack {
		r.about.Type = typeTrack
	}
	if player != "" {
		if r.player, err = decode.JSON[wirePlayer](providers.Document{Body: []byte(player)}); err != nil {
			t.Fatalf("player %s: %v", player, err)
		}
	}
	return r
}

// current is a page that holds what its owner writes, and more.
func current(fields, more string) string {
	return `{"tralbum":{"current":{` + fields + `}` + more + `}}`
}

// listing is a page with these tracks and this description.
func listing(tracks, description string) string {
	return `{"tralbum":{"trackinfo":[` + tracks + `]},"og:description":"` + description + `"}`
}

func TestConvert(t *testing.T) {
	t.Parallel()
	length, recording := adaptertest.OfTrack(adaptertest.Length), adaptertest.OfTrack(adaptertest.Recording)
	noted := func(r *music.Release) any {
		return strings.TrimSpace(r.Date.Date.String()+" "+string(r.Date.Quality)) + map[bool]string{true: " noted"}[r.Date.Note != ""]
	}
	credits := func(r *music.Release) any { return r.Credits }
	for name, c := range map[string]struct {
		page string
		got  func(*music.Release) any
		want any
	}{
		"title": {current(`"title":"A"`, ""), func(r *music.Release) any { return r.Title }, "A"},

		"barcode of an album":            {current(`"upc":"0770000000019"`, ""), adaptertest.GTIN, music.GTIN("0770000000019")},
		"barcode as a number":            {current(`"upc":770000000019`, ""), adaptertest.GTIN, music.GTIN("770000000019")},
		"no barcode":                     {current(`"upc":null`, ""), adaptertest.GTIN, music.GTIN("")},
		"barcode of a track":             {current(`"type":"track","upc":"770000000019"`, ""), adaptertest.GTIN, music.GTIN("")},
		"barcode of a package":           {current(`"upc":"770000000019"`, `,"packages":[{"upc":null},{"upc":"0770000000019"}]`), adaptertest.GTIN, music.GTIN("")},
		"another barcode than a package": {current(`"upc":"770000000019"`, `,"packages":[{"upc":"770000000026"}]`), adaptertest.GTIN, music.GTIN("770000000019")},
		"no barcode of a package":        {current(`"upc":""`, `,"packages":[{"upc":""}]`), adaptertest.GTIN, music.GTIN("")},

		"an album may be of any type": {current(`"type":"album"`, ""), adaptertest.Types, []string(nil)},
		"a track is a single":         {current(`"type":"track"`, ""), adaptertest.Types, []string{"Single"}},

		"release date":                    {current(`"release_date":"27 Sep 2024 00:00:00 GMT","publish_date":"01 Jan 2025 00:00:00 GMT"`, ""), noted, "2024-09-27 assumed-valid"},
		"release date to come":            {current(`"release_date":"27 Sep 2034 00:00:00 GMT"`, ""), noted, "2034-09-27 assumed-valid"},
		"release date in the first month": {current(`"release_date":"01 Sep 2008 00:00:00 GMT","publish_date":"01 Jan 2025 00:00:00 GMT"`, ""), noted, "2008-09-01 assumed-valid"},
		"release date before":             {current(`"release_date":"31 Aug 2008 00:00:00 GMT","publish_date":"01 Jan 2025 00:00:00 GMT"`, ""), noted, "2025-01-01 assumed-valid noted"},
		"release date in another zone":    {current(`"release_date":"31 Dec 2023 23:00:00 -0200"`, ""), noted, "2024-01-01 assumed-valid"},
		"no release date":                 {current(`"release_date":null,"publish_date":"01 Jan 2025 23:59:59 GMT"`, ""), noted, "2025-01-01 assumed-valid noted"},
		"release date that is none":       {current(`"release_date":"soon","publish_date":"01 Jan 2025 00:00:00 GMT"`, ""), noted, "2025-01-01 assumed-valid noted"},
		"neither date":                    {current(`"release_date":null,"publish_date":null`, ""), noted, "none-found"},
		"only a date from before":         {current(`"release_date":"05 May 1994 00:00:00 GMT"`, ""), noted, "none-found"},

		"credits lose carriage returns": {current(`"credits":"A\r\nB\r\n"`, ""), credits, new("A\nB\n")},
		"no credits":                    {current(`"credits":null`, ""), credits, (*string)(nil)},
		"credits that are empty":        {current(`"credits":""`, ""), credits, new("")},

		"page of the release":             {`{"tralbum":{"url":"https://band.bandcamp.com/album/title"}}`, adaptertest.Link, "https://band.bandcamp.com/album/title"},
		"page on the band's own domain":   {`{"tralbum":{"url":"https://band.example/album/title"}}`, adaptertest.Link, "https://band.bandcamp.com/album/title"},
		"page that only looks like ours":  {`{"tralbum":{"url":"https://evilbandcamp.com/album/title"}}`, adaptertest.Link, "https://band.bandcamp.com/album/title"},
		"no page":                         {`{"tralbum":{}}`, adaptertest.Link, "https://band.bandcamp.com/album/title"},
		"page of a track without address": {current(`"type":"track"`, ""), adaptertest.Link, "https://band.bandcamp.com/track/title"},
		"licence": {
			`{"licenseUrl":"http://creativecommons.org/licenses/by/3.0/"}`, func(r *music.Release) any { return r.Links[1] },
			music.ExternalLink{URL: "http://creativecommons.org/licenses/by/3.0/", Types: []music.LinkType{music.License}},
		},
		"licence that is no address": {`{"licenseUrl":"javascript:void(0)"}`, func(r *music.Release) any { return len(r.Links) }, 1},

		"cover": {
			`{"tralbum":{"art_id":7}}`, adaptertest.Images,
			[]music.Image{{URL: "https://f4.bcbits.com/img/a7_0.jpg", Thumb: "https://f4.bcbits.com/img/a7_9.jpg", Types: []music.ImageType{music.ImageFront}}},
		},
		"no cover":              {`{"tralbum":{"art_id":null}}`, adaptertest.Images, []music.Image(nil)},
		"available everywhere":  {`{}`, adaptertest.Available, []music.Region{"XW"}},
		"status and packaging":  {`{}`, adaptertest.StatusAndPackaging, "Official None"},
		"nobody says copyright": {`{}`, func(r *music.Release) any { return r.Copyright == nil }, true},

		"one medium without a number":         {listing(`{"title":"A","track_num":1},{"title":"B","track_num":2}`, ""), adaptertest.Media, "0: 1 A, 2 B"},
		"tracks without numbers are counted":  {listing(`{"title":"A","track_num":null},{"title":"B","track_num":null}`, ""), adaptertest.Media, "0: 1 A, 2 B"},
		"number of a track of an album":       {listing(`{"title":"A","track_num":4}`, " track by B"), adaptertest.Media, "0: 4 A"},
		"no list":                             {`{"tralbum":{"trackinfo":null}}`, func(r *music.Release) any { return r.Media == nil }, true},
		"list without tracks":                 {listing("", ""), func(r *music.Release) any { return r.Media != nil && len(r.Media) == 0 }, true},
		"hidden tracks":                       {listing(`{"title":"A"}`, "3 track album"), adaptertest.Media, "0: 1 A,  [unknown],  [unknown]"},
		"all tracks are hidden":               {listing("", "1 track album"), adaptertest.Media, "0:  [unknown]"},
		"fewer are announced than listed":     {listing(`{"title":"A"},{"title":"B"}`, "1 track album"), adaptertest.Media, "0: 1 A, 2 B"},
		"a number of tracks beyond belief":    {listing(`{"title":"A"}`, "99999999999999999999 track album"), adaptertest.Media, "0: 1 A"},
		"more tracks than one believes":       {listing(`{"title":"A"}`, "1000 track album"), adaptertest.Media, "0: 1 A"},
		"numbers in the description":          {listing(`{"title":"A"}`, "2 songs, no track album"), adaptertest.Media, "0: 1 A"},
		"description of a track":              {`{"tralbum":{"current":{"type":"track"},"trackinfo":[{"title":"A"}]},"og:description":" track by 99 track minds"}`, adaptertest.Media, "0: 1 A"},
		"number of tracks":                    {listing(`{"title":"A"}`, "3 track album"), func(r *music.Release) any { return r.TrackCount }, 3},
		"number of tracks that is not stated": {listing(`{"title":"A"}`, ""), func(r *music.Release) any { return r.TrackCount }, 0},

		"length with a fraction of a millisecond": {listing(`{"duration":93.4533}`, ""), length, music.Duration(93453)},
		"length that is rounded up":               {listing(`{"duration":0.0006}`, ""), length, music.Duration(1)},
		"length of what is not out yet":           {listing(`{"duration":0.0}`, ""), length, music.Duration(0)},
		"negative length":                         {listing(`{"duration":-1}`, ""), length, music.Duration(0)},
		"length beyond all measure":               {listing(`{"duration":1e300}`, ""), length, music.Duration(0)},
		"track by itself":                         {listing(`{"title":"A - B","artist":null}`, ""), adaptertest.OfTrack(func(t music.Track) any { return t.Artists }), []music.ArtistCredit(nil)},
		"artist of a track":                       {listing(`{"title":"X, Y - B","artist":"X, Y"}`, ""), adaptertest.OfTrack(func(t music.Track) any { return t.Artists }), []music.ArtistCredit{adaptertest.Credited(name, "X, Y", "")}},
		"artist is cut from the title":            {listing(`{"title":"X, Y - B - C","artist":"X, Y"}`, ""), adaptertest.Media, "0: 1 B - C"},
		"artist is not in the title":              {listing(`{"title":"B by X","artist":"X"}`, ""), adaptertest.Media, "0: 1 B by X"},
		"title that is the artist":                {listing(`{"title":"X - ","artist":"X"}`, ""), adaptertest.Media, "0: 1 X - "},
		"page of a track":                         {listing(`{"title_link":"/track/a"}`, ""), recording, "band/a"},
		"absolute page of a track":                {listing(`{"title_link":"https://other.bandcamp.com/track/a"}`, ""), recording, "other/a"},
		"track without a page":                    {listing(`{"title_link":null}`, ""), recording, ""},
		"page of a track elsewhere":               {listing(`{"title_link":"https://band.example/track/a"}`, ""), recording, ""},
		"page that is no track's":                 {listing(`{"title_link":"/album/a"}`, ""), recording, ""},
		"page that is none":                       {listing(`{"title_link":"%zz"}`, ""), recording, ""},
		"ISRC of the only track": {
			`{"tralbum":{"current":{"type":"track","isrc":"QZTUT3100001"},"trackinfo":[{}]}}`,
			adaptertest.OfTrack(func(t music.Track) music.ISRC { return *t.ISRC }), music.ISRC("QZTUT3100001"),
		},
		"ISRC of an album": {
			`{"tralbum":{"current":{"type":"album","isrc":"QZTUT3100001"},"trackinfo":[{}]}}`,
			adaptertest.OfTrack(func(t music.Track) bool { return t.ISRC == nil }), true,
		},
		"no ISRC": {
			`{"tralbum":{"current":{"type":"track","isrc":null},"trackinfo":[{}]}}`,
			adaptertest.OfTrack(func(t music.Track) bool { return t.ISRC == nil }), true,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, c.got(convertRelease(read(t, c.page, "")))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestParties holds who is taken for the artist and who for the label.
func TestParties(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		artist, band, labels string // of packages, with a bar between them
		want                 string // artist / labels; those with an id in brackets
	}{
		"account is the artist":                 {"Marlo Quay", "marlo quay!", "", "[Marlo Quay] /"},
		"account is a label":                    {"Marlo Quay", "Tapes", "", "Marlo Quay / [Tapes]"},
		"label with a blank is kept so":         {"Marlo Quay", "Tapes ", "", "Marlo Quay / [Tapes ]"},
		"account is one of several artists":     {"Marlo Quay & Otti", "Marlo Quay", "", "Marlo Quay & Otti /"},
		"account is the label of the records":   {"Marlo Quay", "Tapes", "TAPES|TAPES", "Marlo Quay / [TAPES]"},
		"an artist's own label, by its name":    {"Tapes", "Tapes", "Tapes", "Tapes / [Tapes]"},
		"records of another label":              {"Marlo Quay", "Marlo Quay", "Wax", "[Marlo Quay] / Wax"},
		"records of another label, of several":  {"Marlo Quay & Otti", "Marlo Quay", "Wax|", "Marlo Quay & Otti / Wax"},
		"a label's records of another label":    {"Marlo Quay", "Tapes", "Wax", "Marlo Quay / [Tapes]"},
		"records that do not agree":             {"Marlo Quay", "Marlo Quay", "Wax|Wane", "[Marlo Quay] /"},
		"account without a name":                {"Marlo Quay", "", "Wax", "Marlo Quay / Wax"},
		"account of signs, which is the artist": {"!!!", "!!!", "", "[!!!] /"},
		"account of signs, which is not":        {"Marlo Quay", "!!!", "", "Marlo Quay / [!!!]"},
		"release by nobody":                     {"", "Tapes", "", " / [Tapes]"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := release{about: providers.ID{Type: typeAlbum, ID: "band/title"}}
			r.page.Tralbum.Artist, r.page.Band.Name = c.artist, c.band
			for label := range strings.SplitSeq(c.labels, "|") {
				r.page.Tralbum.Packages = append(r.page.Tralbum.Packages, wirePackage{Label: label})
			}
			artists, labels := convertParties(r)
			var all []music.Entity
			for _, l := range labels {
				all = append(all, l.Entity)
			}
			var credited []music.Entity
			for _, a := range artists {
				credited = append(credited, a.Entity)
			}
			if got := strings.TrimRight(bracketed(t, credited)+" / "+bracketed(t, all), " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// bracketed shows names, those that have the id of the account in brackets.
func bracketed(t *testing.T, entities []music.Entity) string {
	t.Helper()
	var out []string
	for _, e := range entities {
		if e.IDs == nil {
			out = append(out, e.Name)
			continue
		}
		if diff := cmp.Diff([]music.ExternalID{{Provider: name, Type: typeArtist, ID: "band"}}, e.IDs); diff != "" {
			t.Errorf("ids (-want +got):\n%s", diff)
		}
		out = append(out, "["+e.Name+"]")
	}
	return strings.Join(out, ", ")
}

func TestLinkTypes(t *testing.T) {
	t.Parallel()
	const stream = `{"streaming":1,"file":{}}`
	for name, c := range map[string]struct {
		tralbum string
		want    []music.LinkType
	}{
		"has its price":              {`{"current":{"minimum_price":7.5,"download_pref":2}}`, []music.LinkType{music.PaidDownload}},
		"pay what you want":          {`{"current":{"minimum_price":0.0,"download_pref":2}}`, []music.LinkType{music.PaidDownload, music.FreeDownload}},
		"fixed price":                {`{"current":{"minimum_price":0,"is_set_price":1,"download_pref":2}}`, []music.LinkType{music.PaidDownload}},
		"free":                       {`{"current":{"minimum_price":0,"download_pref":1},"freeDownloadPage":"https://x"}`, []music.LinkType{music.FreeDownload}},
		"free by its page":           {`{"current":{"minimum_price":null,"download_pref":1},"freeDownloadPage":"https://x"}`, []music.LinkType{music.FreeDownload}},
		"no price":                   {`{"current":{"minimum_price":null}}`, nil},
		"all can be heard":           {`{"trackinfo":[` + stream + `,` + stream + `]}`, []music.LinkType{music.FreeStreaming}},
		"one cannot be heard":        {`{"trackinfo":[` + stream + `,{"streaming":1,"file":null}]}`, nil},
		"one is not for the public":  {`{"trackinfo":[` + stream + `,{"streaming":0,"file":{}}]}`, nil},
		"nothing to hear":            {`{"trackinfo":[]}`, nil},
		"for subscribers":            {`{"tralbum_subscriber_only":true,"trackinfo":[` + stream + `]}`, nil},
		"everything, in this order":  {`{"current":{"minimum_price":1},"freeDownloadPage":"x","trackinfo":[` + stream + `]}`, []music.LinkType{music.PaidDownload, music.FreeDownload, music.FreeStreaming}},
		"nothing is known of prices": {`{}`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := convertRelease(read(t, `{"tralbum":`+c.tralbum+`}`, ""))
			if diff := cmp.Diff(c.want, r.Links[0].Types); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestTrackLinkTypes(t *testing.T) {
	t.Parallel()
	for track, want := range map[string][]music.LinkType{
		`{"streaming":1,"file":{},"is_downloadable":true,"has_free_download":true}`: {music.FreeStreaming, music.FreeDownload},
		`{"streaming":1,"file":null,"is_downloadable":true}`:                        {music.PaidDownload},
		`{"streaming":null,"file":{},"is_downloadable":false}`:                      nil,
	} {
		r := convertRelease(read(t, listing(strings.Replace(track, "{", `{"title_link":"/track/a",`, 1), ""), ""))
		if diff := cmp.Diff(want, r.Media[0].Tracks[0].Recording.IDs[0].Links); diff != "" {
			t.Errorf("%s (-want +got):\n%s", track, diff)
		}
	}
	for typ, want := range map[string][]music.LinkType{"album": {music.DiscographyPage}, "artist": {music.DiscographyPage}, "track": nil} {
		if diff := cmp.Diff(want, info().Links(providers.ID{Type: typ, ID: "band/title"})); diff != "" {
			t.Errorf("of any %s (-want +got):\n%s", typ, diff)
		}
	}
}

// TestPlayer holds what the player of a pre-order adds.
func TestPlayer(t *testing.T) {
	t.Parallel()
	page := `{"tralbum":{"album_is_preorder":true,"trackinfo":[{"duration":1},{"duration":0},{"duration":3}]}}`
	lengths := func(r *music.Release) any {
		var out []music.Duration
		for _, t := range r.Media[0].Tracks {
			out = append(out, t.Length)
		}
		return out
	}
	comments := func(r *music.Release) any {
		var out []string
		for _, i := range r.Images {
			out = append(out, i.URL+" "+string(i.Types[0])+" "+i.Comment)
		}
		return out
	}
	for name, c := range map[string]struct {
		player string
		got    func(*music.Release) any
		want   any
	}{
		"lengths by place":        {`{"tracks":[{"duration":1.5},{"duration":2.0004},{"duration":2.9996}]}`, lengths, []music.Duration{1500, 2000, 3000}},
		"lengths it has not":      {`{"tracks":[{"duration":0},{"duration":2}]}`, lengths, []music.Duration{1000, 2000, 3000}},
		"more tracks than listed": {`{"tracks":[{"duration":1},{"duration":2},{"duration":3},{"duration":4}]}`, lengths, []music.Duration{1000, 2000, 3000}},
		"pictures of tracks":      {`{"tracks":[{"tracknum":0,"art_id":8},{"tracknum":1,"art_id":null},{"tracknum":2,"art_id":9}]}`, comments, []string{"https://f4.bcbits.com/img/a8_0.jpg track Track 1", "https://f4.bcbits.com/img/a9_0.jpg track Track 3"}},
		"pictures of no track":    {`{"tracks":[{"tracknum":-1,"art_id":8},{"tracknum":9223372036854775807,"art_id":8}]}`, comments, []string(nil)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, c.got(convertRelease(read(t, page, c.player)))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestAnyFieldMayBeOfAnotherType holds that a field which is not as expected costs that field, and is noticed.
func TestAnyFieldMayBeOfAnotherType(t *testing.T) {
	t.Parallel()
	const page = `{"id":7,"url":"https://band.bandcamp.com/album/title","artist":"A","item_type":"album","art_id":5,"packages":[{"title":"P","upc":"770000000019",` +
		`"edition_size":5,"type_name":"CD","label":"L"}],"freeDownloadPage":"x","tralbum_subscriber_only":false,"album_is_preorder":true,"album_url":"/album/x",` +
		`"current":{"title":"T","type":"album","upc":"770000000026","isrc":"QZTUT3100001","release_date":"27 Sep 2024 00:00:00 GMT",` +
		`"publish_date":"27 Sep 2024 00:00:00 GMT","credits":"C","minimum_price":1,"is_set_price":1,"download_pref":2},` +
		`"trackinfo":[{"title":"X - A","artist":"X","track_num":1,"title_link":"/track/a","duration":1.5,"streaming":1,"file":{},"is_downloadable":true,"has_free_download":true}]}`
	var tree any
	if err := json.Unmarshal([]byte(page), &tree); err != nil {
		t.Fatal(err)
	}
	for at, spoilt := range retypings(tree) {
		body, err := json.Marshal(spoilt)
		if err != nil {
			t.Fatal(err)
		}
		drift := 0
		tralbum, err := decode.JSON[wireTralbum](providers.Document{Body: body, Drift: func(string, string) { drift++ }})
		if err != nil || drift == 0 {
			t.Errorf("%s: got %v and %d notes of drift", at, err, drift)
		}
		r := release{about: providers.ID{Type: typeAlbum, ID: "band/title"}, page: wireRelease{Tralbum: tralbum}}
		adaptertest.Whole(t, convertRelease(r), len(tralbum.Tracks), 0)
		remarks(r)
	}
}

// retypings returns copies of a value, by what was changed, in each of which one value inside is of another type.
func retypings(v any) map[string]any {
	out := map[string]any{}
	put := func(key string, inner any, with func(any) any) {
		if _, isList := inner.([]any); isList {
			out[key] = with("wrong")
		} else {
			out[key] = with([]any{"wrong"})
		}
		for at, spoilt := range retypings(inner) {
			out[key+"."+at] = with(spoilt)
		}
	}
	switch v := v.(type) {
	case map[string]any:
		for key, inner := range v {
			put(key, inner, func(x any) any {
				c := maps.Clone(v)
				c[key] = x
				return c
			})
		}
	case []any:
		for i, inner := range v {
			put("[]", inner, func(x any) any {
				c := append([]any{}, v...)
				c[i] = x
				return c
			})
		}
	}
	return out
}

// FuzzConvert holds that no data makes the converter panic or break what a release promises.
func FuzzConvert(f *testing.F) {
	f.Add([]byte(`{"tralbum":{"current":{"title":"A","type":"track","isrc":"x"},"trackinfo":[{"title":"A","duration":-1,"track_num":-2}]}}`), []byte(`{"tracks":[]}`))
	f.Add([]byte(`{"og:description":"4 track","band":{"name":"!"},"tralbum":{"album_is_preorder":1,"packages":[null],"trackinfo":[null,{}]}}`), []byte(`{"tracks":[null]}`))
	f.Fuzz(func(t *testing.T, page, player []byte) {
		r := release{about: providers.ID{Type: typeAlbum, ID: "band/title"}}
		var err error
		if r.page, err = decode.JSON[wireRelease](providers.Document{Body: page}); err != nil {
			return
		}
		if r.player, err = decode.JSON[wirePlayer](providers.Document{Body: player}); err != nil {
			return
		}
		tracks := len(r.page.Tralbum.Tracks) + hiddenTracks(r.page)
		if r.page.Tralbum.Tracks == nil {
			tracks = 0
		}
		adaptertest.Whole(t, convertRelease(r), tracks, 0)
		remarks(r)
		identify(r.page.Tralbum.URL, r.about)
	})
}
