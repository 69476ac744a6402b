package musicbrainz

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/decode"
)

// id is an MBID that ends in these digits.
func id(end string) string {
	return "5eed0000-0000-4000-8000-000000000000"[:36-len(end)] + end
}

// read converts a release whose id and title do not matter.
func read(t *testing.T, fields string) *music.Release {
	t.Helper()
	r, err := decode.JSON[wireRelease](providers.Document{Body: []byte(`{"id":"` + id("1") + `","title":"A",` + fields + `}`)})
	if err != nil {
		t.Fatalf("release %s: %v", fields, err)
	}
	return convertRelease(r)
}

// Views of a release.

// credits shows artists as name, name as credited, id and text to the next one; nil and empty texts are told apart.
func credits(artists []music.ArtistCredit) string {
	var out []string
	for _, a := range artists {
		join := "nil"
		if a.JoinPhrase != nil {
			join = strconv.Quote(*a.JoinPhrase)
		}
		out = append(out, strings.Join([]string{a.Name, a.CreditedName, string(a.MBID), join}, "|"))
	}
	return strings.Join(out, " ")
}

func artists(r *music.Release) any { return credits(r.Artists) }

// media shows numbers, formats and titles of media, and the numbers and titles of their tracks.
func media(r *music.Release) any {
	if r.Media == nil {
		return nil
	}
	discs := []string{}
	for _, m := range r.Media {
		var tracks []string
		for _, x := range m.Tracks {
			tracks = append(tracks, x.Number.String()+" "+x.Title)
		}
		discs = append(discs, strings.TrimSpace(strconv.Itoa(m.Number)+" "+m.Format+" "+m.Title)+": "+strings.Join(tracks, ", "))
	}
	return strings.Join(discs, "; ")
}

func labels(r *music.Release) any {
	if r.Labels == nil {
		return nil
	}
	var names []string
	for _, l := range r.Labels {
		names = append(names, l.Name+"|"+l.CatalogNumber+"|"+string(l.MBID))
	}
	return strings.Join(names, " ")
}

func dated(r *music.Release) any { return r.Date.Date.String() + " " + string(r.Date.Quality) }

func gtin(r *music.Release) any { return r.GTIN }

func types(r *music.Release) any { return r.Types }

func available(r *music.Release) any { return r.AvailableIn }

// said shows status, packaging and language.
func said(r *music.Release) any {
	out := []string{"-", "-", "-"}
	if r.Status != nil {
		out[0] = *r.Status
	}
	if r.Packaging != nil {
		out[1] = *r.Packaging
	}
	if r.Language != nil {
		out[2] = r.Language.Code
	}
	return strings.Join(out, " ")
}

func group(r *music.Release) any {
	if r.ReleaseGroup == nil {
		return nil
	}
	return *r.ReleaseGroup
}

func track(r *music.Release) music.Track { return r.Media[0].Tracks[0] }

func length(r *music.Release) any { return track(r).Length }

func kind(r *music.Release) any { return track(r).Kind }

func isrc(r *music.Release) any {
	if track(r).ISRC == nil {
		return nil
	}
	return *track(r).ISRC
}

func recording(r *music.Release) any {
	if track(r).Recording == nil {
		return nil
	}
	return *track(r).Recording
}

func trackOf(fields string) string { return `"media":[{"position":1,"tracks":[{` + fields + `}]}]` }

func TestConvert(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		fields string
		got    func(*music.Release) any
		want   any
	}{
		"join phrases are carried, none after the last artist": {
			`"artist-credit":[{"name":"X","joinphrase":" feat. ","artist":{"id":"` + id("2") + `","name":"X"}},{"name":"Y","joinphrase":"","artist":{"name":"Y"}}]`,
			artists, "X|X|" + id("2") + `|" feat. " Y|Y||nil`,
		},
		"join phrase after the last artist": {
			`"artist-credit":[{"name":"X","joinphrase":" (live)","artist":{"name":"X"}}]`, artists, `X|X||" (live)"`,
		},
		"no join phrase between artists is one without text": {
			`"artist-credit":[{"name":"X","artist":{"name":"X"}},{"name":"Y","artist":{"name":"Y"}}]`, artists, `X|X||"" Y|Y||nil`,
		},
		"artist credited otherwise":   {`"artist-credit":[{"name":"Giant Giant X","artist":{"name":"Giant X"}}]`, artists, `Giant X|Giant Giant X||nil`},
		"hit without a credited name": {`"artist-credit":[{"artist":{"name":"X"}}]`, artists, `X|X||nil`},
		"credit without an artist":    {`"artist-credit":[{"name":"X","artist":null}]`, artists, `X|X||nil`},
		"artist without any name":     {`"artist-credit":[{"name":"","artist":{"id":"` + id("2") + `"}}]`, artists, ""},
		"artist id that is none":      {`"artist-credit":[{"artist":{"id":"123","name":"X"}}]`, artists, `X|X||nil`},

		"barcode as stored":                 {`"barcode":"0880000000015"`, gtin, music.GTIN("0880000000015")},
		"barcode as a number":               {`"barcode":880000000015`, gtin, music.GTIN("880000000015")},
		"no barcode known":                  {`"barcode":null`, gtin, music.GTIN("")},
		"no barcode there":                  {`"barcode":""`, gtin, music.GTIN("")},
		"complete date is of no quality":    {`"date":"1997-06-16"`, dated, "1997-06-16 none-found"},
		"zero parts of a date":              {`"date":"1997-00-00"`, dated, "1997 none-found"},
		"year":                              {`"date":"1997"`, dated, "1997 none-found"},
		"empty date":                        {`"date":""`, dated, " none-found"},
		"date that is none":                 {`"date":"????-06"`, dated, " none-found"},
		"no events, so no date":             {`"release-events":null`, dated, " none-found"},
		"status, packaging and language":    {`"status":"Bootleg","packaging":"None","text-representation":{"language":"mul","script":"Latn"}`, said, "Bootleg None mul"},
		"nothing said":                      {`"status":null,"packaging":"","text-representation":{"language":null,"script":"Jpan"}`, said, "- - -"},
		"script is not read":                {`"text-representation":{"script":"Jpan"}`, func(r *music.Release) any { return r.Script == nil }, true},
		"primary type first":                {`"release-group":{"primary-type":"Album","secondary-types":["Live","DJ-mix"]}`, types, []string{"Album", "Live", "DJ-mix"}},
		"secondary type alone":              {`"release-group":{"primary-type":null,"secondary-types":["Compilation"]}`, types, []string{"Compilation"}},
		"group without types":               {`"release-group":{"primary-type":null}`, types, []string{}},
		"no group included":                 {`"status":null`, types, []string(nil)},
		"group":                             {`"release-group":{"id":"` + id("5") + `"}`, group, music.Entity{MBID: music.MBID(id("5"))}},
		"group without a valid id":          {`"release-group":{"id":"5"}`, group, nil},
		"label with number":                 {`"label-info":[{"catalog-number":"K 1","label":{"id":"` + id("7") + `","name":"K"}}]`, labels, "K|K 1|" + id("7")},
		"number without label":              {`"label-info":[{"catalog-number":"K 1","label":null}]`, labels, "|K 1|"},
		"label without number":              {`"label-info":[{"catalog-number":null,"label":{"name":"K / L"}}]`, labels, "K / L||"},
		"neither label nor number":          {`"label-info":[{"catalog-number":null,"label":null}]`, labels, ""},
		"no labels":                         {`"label-info":[]`, labels, ""},
		"labels not included":               {`"status":null`, labels, nil},
		"events without area or country":    {`"release-events":[{"area":null},{"area":{"iso-3166-1-codes":[]}},{"area":{"iso-3166-1-codes":["XW"]}}]`, available, []music.Region{"XW"}},
		"several events and codes":          {`"release-events":[{"area":{"iso-3166-1-codes":["GB","XE"]}},{"area":{"iso-3166-1-codes":["JP"]}}]`, available, []music.Region{"GB", "XE", "JP"}},
		"code that is none":                 {`"release-events":[{"area":{"iso-3166-1-codes":["Europe","de"]}}]`, available, []music.Region{"DE"}},
		"no events":                         {`"release-events":[]`, available, []music.Region{}},
		"events not known":                  {`"status":null`, available, []music.Region(nil)},
		"media with title and format":       {`"media":[{"position":1,"format":"12\" Vinyl","title":"Day","tracks":[{"number":"A1","title":"T"},{"number":"A2","title":"U"}]},{"position":3,"format":null,"title":""}]`, media, `1 12" Vinyl Day: A1 T, A2 U; 3: `},
		"pregap and data tracks":            {`"media":[{"position":1,"pregap":{"number":"0","title":"P"},"tracks":[{"number":"1","title":"T"}],"data-tracks":[{"number":"2","title":"D"}]}]`, media, "1: 1 T"},
		"no media":                          {`"media":[]`, media, ""},
		"media not included":                {`"status":null`, media, nil},
		"number is a text":                  {trackOf(`"number":"1","position":1`), func(r *music.Release) any { return track(r).Number }, music.Printed("1")},
		"length in milliseconds":            {trackOf(`"length":201066`), length, music.Duration(201066)},
		"length unknown":                    {trackOf(`"length":null,"recording":{"length":5000}`), length, music.Duration(0)},
		"negative length":                   {trackOf(`"length":-5`), length, music.Duration(0)},
		"artists of the track":              {trackOf(`"artist-credit":[{"name":"T","artist":{"name":"T"}}],"recording":{"artist-credit":[{"name":"R"}]}`), func(r *music.Release) any { return credits(track(r).Artists) }, `T|T||nil`},
		"video":                             {trackOf(`"recording":{"video":true}`), kind, music.Video},
		"audio":                             {trackOf(`"recording":{"video":false}`), kind, music.Audio},
		"video flag as null":                {trackOf(`"recording":{"video":null}`), kind, music.Audio},
		"no recording":                      {trackOf(`"recording":null`), kind, music.TrackKind("")},
		"recording":                         {trackOf(`"recording":{"id":"` + id("8") + `"}`), recording, music.Entity{MBID: music.MBID(id("8"))}},
		"first code that is one":            {trackOf(`"recording":{"isrcs":["","GB-AY-x","GBAYE9700001","GBAYE9700002"]}`), isrc, music.ISRC("GBAYE9700001")},
		"no code":                           {trackOf(`"recording":{"isrcs":[]}`), isrc, nil},
		"no code that is one":               {trackOf(`"recording":{"isrcs":["none"]}`), isrc, nil},
		"external links are another matter": {`"relations":[{"type":"discogs","url":{"resource":"https://www.discogs.com/release/1"}}]`, func(r *music.Release) any { return len(r.Links) }, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, c.got(read(t, c.fields)), cmp.AllowUnexported(music.TrackNumber{})); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestForms(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		gtin music.GTIN
		want string
	}{
		"UPC":                       {"880000000015", "880000000015 0880000000015"},
		"UPC as EAN":                {"0880000000015", "0880000000015 880000000015"},
		"UPC with 14 digits":        {"00880000000015", "00880000000015 880000000015 0880000000015"},
		"EAN":                       {"4400000000028", "4400000000028"},
		"EAN with 14 digits":        {"04400000000028", "04400000000028 4400000000028"},
		"short EAN":                 {"96385074", "96385074 0000096385074"},
		"short EAN with 12 digits":  {"000096385074", "000096385074 96385074 0000096385074"},
		"number of a box":           {"14400000000025", "14400000000025"},
		"UPC with zeros of its own": {"000000000017", "000000000017 00000017 0000000000017"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := strings.Trim(fmt.Sprint(forms(c.gtin)), "[]")
			if got != c.want || len(forms(c.gtin)) > newEndpoints().search.Count.Forms {
				t.Errorf("got %q, want %q, in at most %d forms", got, c.want, newEndpoints().search.Count.Forms)
			}
		})
	}
}

// FuzzConvert holds that no answer makes the converter panic or break what a release promises.
func FuzzConvert(f *testing.F) {
	f.Add([]byte(`{"id":"1","title":"A","artist-credit":[{"name":"X"}],"media":[{"position":-1,"tracks":[{"length":-1,"recording":{"isrcs":["x"]}}]}]}`))
	f.Add([]byte(`{"barcode":7,"date":1997,"release-events":[null,{"area":{}}],"label-info":[null,{}],"media":[null,{"tracks":[null]}],"release-group":[]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		wire, err := decode.JSON[wireRelease](providers.Document{Body: body})
		if err != nil {
			return
		}
		r := convertRelease(wire)
		if (r.Media == nil) != (wire.Media == nil) || len(r.Media) != len(wire.Media) || r.TrackCount < 0 {
			t.Errorf("%d media are converted to %d", len(wire.Media), len(r.Media))
		}
		for i, m := range r.Media {
			if len(m.Tracks) != len(wire.Media[i].Tracks) || m.Number < 0 {
				t.Errorf("medium %d has %d tracks, want %d", m.Number, len(m.Tracks), len(wire.Media[i].Tracks))
			}
			for _, x := range m.Tracks {
				if x.Length < 0 || x.ISRC != nil && !x.ISRC.Valid() {
					t.Errorf("track %q has the length %d and the ISRC %v", x.Title, x.Length, x.ISRC)
				}
			}
		}
	})
}
