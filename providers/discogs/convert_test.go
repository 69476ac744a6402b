package discogs

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
	"tutti/providers/internal/decode"
)

// read converts a release whose id and title do not matter.
func read(t *testing.T, fields string) (*music.Release, []music.Message) {
	t.Helper()
	r, err := decode.JSON[wireRelease](providers.Document{Body: []byte(`{"id":1,"title":"A",` + fields + `}`)})
	if err != nil {
		t.Fatalf("release %s: %v", fields, err)
	}
	list := readTracks(r)
	return convertRelease(r, list), remarks(r, list)
}

// Views of a release.

// credits shows artists as name, name as credited, id and text to the next one; nil and empty texts are told apart.
func credits(artists []music.ArtistCredit) string {
	var out []string
	for _, a := range artists {
		id, join := "", "nil"
		if len(a.IDs) > 0 {
			id = a.IDs[0].Type + a.IDs[0].ID
		}
		if a.JoinPhrase != nil {
			join = strconv.Quote(*a.JoinPhrase)
		}
		out = append(out, strings.Join([]string{a.Name, a.CreditedName, id, join}, "|"))
	}
	return strings.Join(out, " ")
}

func artists(r *music.Release) any { return credits(r.Artists) }

func labels(r *music.Release) any {
	if r.Labels == nil {
		return nil
	}
	var names []string
	for _, l := range r.Labels {
		id := ""
		if len(l.IDs) > 0 {
			id = l.IDs[0].Type + l.IDs[0].ID
		}
		names = append(names, l.Name+"|"+l.CatalogNumber+"|"+id)
	}
	return strings.Join(names, " ")
}

func dated(r *music.Release) any {
	if r.Date == nil {
		return nil
	}
	return adaptertest.Dated(r)
}

func group(r *music.Release) any {
	if r.ReleaseGroup == nil {
		return nil
	}
	return r.ReleaseGroup.IDs
}

// said shows status, types and packaging.
func said(r *music.Release) any {
	out := []string{"-", "nil", "-"}
	if r.Status != nil {
		out[0] = *r.Status
	}
	if r.Types != nil {
		out[1] = strings.Join(r.Types, "+")
	}
	if r.Packaging != nil {
		out[2] = *r.Packaging
	}
	return strings.Join(out, "|")
}

func barcode(codes ...string) string {
	list := make([]string, len(codes))
	for i, c := range codes {
		list[i] = `{"type":"Barcode","value":"` + c + `"}`
	}
	return `"identifiers":[` + strings.Join(list, ",") + `]`
}

func TestConvert(t *testing.T) {
	t.Parallel()
	front := music.Image{URL: "https://i.example/1", Width: 600, Height: 500, Types: []music.ImageType{music.ImageFront}}
	for name, c := range map[string]struct {
		fields string
		got    func(*music.Release) any
		want   any
	}{
		"number of a namesake":               {`"artists":[{"id":7,"name":"Crow (12)","anv":"","join":""}]`, artists, "Crow||artist7|nil"},
		"only the last number":               {`"artists":[{"name":"Crow (4) (2)"}]`, artists, "Crow (4)|||nil"},
		"words in brackets stay":             {`"artists":[{"name":"Crow (UK)"}]`, artists, "Crow (UK)|||nil"},
		"name that is a number in brackets":  {`"artists":[{"name":"(2)"}]`, artists, "(2)|||nil"},
		"name variation":                     {`"artists":[{"name":"Crow","anv":"C. Crow"}]`, artists, "Crow|C. Crow||nil"},
		"words between artists":              {`"artists":[{"name":"A","join":"Read By"},{"name":"B"}]`, artists, `A|||" Read By " B|||nil`},
		"comma between artists":              {`"artists":[{"name":"A","join":","},{"name":"B"}]`, artists, `A|||", " B|||nil`},
		"words with blanks of their own":     {`"artists":[{"name":"A","join":" and "},{"name":"B"}]`, artists, `A|||" and " B|||nil`},
		"words after the last artist":        {`"artists":[{"name":"A","join":"&"}]`, artists, `A|||" & "`},
		"various artists":                    {`"artists":[{"id":194,"name":"Various"}]`, artists, "Various||artist194|nil"},
		"artist without a name":              {`"artists":[{"id":7,"name":""},{"id":8,"name":"B"}]`, artists, "B||artist8|nil"},
		"no artists":                         {`"artists":[]`, artists, ""},
		"negative id":                        {`"artists":[{"id":-7,"name":"A"}]`, artists, "A|||nil"},
		"blanks in a barcode":                {barcode("0 825646 49316\u00a06"), adaptertest.GTIN, music.GTIN("0825646493166")},
		"hyphens in a barcode":               {barcode("0 7599-27256-2 0"), adaptertest.GTIN, music.GTIN("")},
		"first barcode that is one":          {barcode("none", "880000000014", "880000000015", "880000000022"), adaptertest.GTIN, music.GTIN("880000000015")},
		"other numbers are no barcodes":      {`"identifiers":[{"type":"Other","value":"880000000015"}]`, adaptertest.GTIN, music.GTIN("")},
		"no numbers at all":                  {`"country":""`, adaptertest.GTIN, music.GTIN("")},
		"page":                               {`"country":""`, adaptertest.Link, "https://www.discogs.com/release/1"},
		"complete date is of no quality":     {`"released":"2016-06-03"`, dated, "2016-06-03 none-found"},
		"zero day":                           {`"released":"2016-06-00"`, dated, "2016-06 none-found"},
		"zero month and day":                 {`"released":"1987-00-00"`, dated, "1987 none-found"},
		"year":                               {`"released":"1987"`, dated, "1987 none-found"},
		"date that is none":                  {`"released":"?"`, dated, "none-found"},
		"no date":                            {`"released":null`, dated, nil},
		"empty date":                         {`"released":""`, dated, nil},
		"label with number":                  {`"labels":[{"id":5,"name":"K (3)","catno":"K 1"}]`, labels, "K|K 1|label5"},
		"label twice":                        {`"labels":[{"id":5,"name":"K","catno":"1"},{"id":5,"name":"K","catno":"2"}]`, labels, "K|1|label5 K|2|label5"},
		"label without a catalogue number":   {`"labels":[{"id":5,"name":"K","catno":"none"}]`, labels, "K|[none]|label5"},
		"catalogue number not known":         {`"labels":[{"id":5,"name":"K","catno":""}]`, labels, "K||label5"},
		"neither label nor number":           {`"labels":[{"id":5,"name":"","catno":""}]`, labels, ""},
		"no labels":                          {`"labels":[]`, labels, ""},
		"labels not there":                   {`"country":""`, labels, nil},
		"master":                             {`"master_id":9`, group, []music.ExternalID{{Provider: "discogs", Type: "master", ID: "9"}}},
		"no master":                          {`"master_id":null`, group, nil},
		"master that is zero":                {`"master_id":0`, group, nil},
		"first picture is the front":         {`"images":[{"type":"primary","uri":"https://i.example/1","uri150":"https://i.example/2","width":600,"height":500}]`, adaptertest.Images, []music.Image{front}},
		"other pictures are anything":        {`"images":[{"type":"secondary","uri":"https://i.example/2"}]`, adaptertest.Images, []music.Image{{URL: "https://i.example/2"}}},
		"picture without an address":         {`"images":[{"uri":""},{"uri":"https://i.example/2","width":-1}]`, adaptertest.Images, []music.Image{{URL: "https://i.example/2"}}},
		"no picture has an address":          {`"images":[{"uri":""},{"uri":""}]`, adaptertest.Images, []music.Image(nil)},
		"empty list of pictures":             {`"images":[]`, adaptertest.Images, []music.Image{}},
		"no list of pictures means none":     {`"country":""`, adaptertest.Images, []music.Image{}},
		"country":                            {`"country":"Ivory Coast"`, adaptertest.Available, []music.Region{"CI"}},
		"country not said":                   {`"country":null`, adaptertest.Available, []music.Region(nil)},
		"country that is unknown":            {`"country":"Saar"`, adaptertest.Available, []music.Region(nil)},
		"tracks are counted":                 {`"tracklist":[{"type_":"track"},{"type_":"heading"},{"type_":"track"}]`, func(r *music.Release) any { return r.TrackCount }, 2},
		"no track list":                      {`"country":""`, adaptertest.Tracks, []music.Medium(nil)},
		"empty track list":                   {`"tracklist":[]`, adaptertest.Tracks, []music.Medium{}},
		"description that is not there":      {`"formats":[{"name":"CD","qty":"1"}]`, said, "Official||-"},
		"formats not there":                  {`"country":""`, said, "-|nil|-"},
		"styles without formats":             {`"styles":["Score"]`, said, "-|Soundtrack|-"},
		"no formats":                         {`"formats":[],"styles":null`, said, "Official||None"},
		"credits of others are not read":     {`"extraartists":[{"name":"X","role":"Producer"}]`, func(r *music.Release) any { return r.Credits == nil && r.Artists == nil }, true},
		"text of a format is not read":       {`"formats":[{"name":"CD","qty":"1","text":"Digipak"}]`, said, "Official||-"},
		"release is not said to be excluded": {`"country":"UK"`, func(r *music.Release) any { return r.ExcludedFrom }, []music.Region(nil)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, _ := read(t, c.fields)
			if diff := cmp.Diff(c.want, c.got(r)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestRemarks(t *testing.T) {
	t.Parallel()
	two := `"tracklist":[{"type_":"track","position":"1-1"},{"type_":"track","position":"2-1"}]`
	for name, c := range map[string]struct{ fields, want string }{
		"nothing to say":                  {`"formats":[],"tracklist":[],"country":"US"`, ""},
		"one number in two notations":     {barcode("0 825646 493166", "825646493166"), ""},
		"several numbers":                 {barcode("880000000015", "8-8", "880000000022"), "warning several-barcodes"},
		"several that are none":           {barcode("1", "2"), ""},
		"more media than formats":         {`"formats":[{"name":"CD","qty":"1"}],` + two, "error media-count-mismatch"},
		"as many media as formats":        {`"formats":[{"name":"CD","qty":"2"}],` + two, ""},
		"formats without a track list":    {`"formats":[{"name":"CD","qty":"2"}]`, ""},
		"formats, and an empty list":      {`"formats":[{"name":"CD","qty":"2"}],"tracklist":[]`, "error media-count-mismatch"},
		"track list without formats":      {two, ""},
		"track list and a box alone":      {`"formats":[{"name":"Box Set","qty":"1"}],` + two, "error media-count-mismatch"},
		"track list that cannot be read":  {`"formats":[{"name":"CD","qty":"2"}],"tracklist":[{"type_":"film"}]`, ""},
		"country that is unknown":         {`"country":"Saar"`, "warning unknown-country"},
		"too many countries":              {`"country":"Asia"`, "warning unknown-country"},
		"country not said":                {`"country":""`, ""},
		"barcodes, media and country too": {barcode("880000000015", "880000000022") + `,"country":"Saar","formats":[],` + two, "warning several-barcodes, error media-count-mismatch, warning unknown-country"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, messages := read(t, c.fields)
			got := make([]string, len(messages))
			for i, m := range messages {
				got[i] = m.Severity.String() + " " + m.Code
				if m.Text == "" || len(m.Facts) == 0 {
					t.Errorf("the message %s has no words or no facts", m.Code)
				}
			}
			if text := strings.Join(got, ", "); text != c.want {
				t.Errorf("got %q, want %q", text, c.want)
			}
		})
	}
}

func TestCountry(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Gulf Cooperation Council":         "AE BH KW OM QA SA",
		"USA":                              "US",
		"US":                               "US",
		"Germany, Austria, & Switzerland":  "DE AT CH",
		"UK, Europe & Israel":              "GB XE IL",
		"Bahamas, The":                     "BS",
		"Trinidad & Tobago":                "TT",
		"Curaçao":                          "CW",
		"German Democratic Republic (GDR)": "XG",
		"Russia & CIS":                     "RU AM AZ BY GE KG KZ MD TJ TM UA UZ",
		"UK & Narnia":                      "unknown",
		"Benelux & UK":                     "unknown",
		"uk":                               "unknown",
		"North & South America":            "unknown",
		"":                                 "unknown",
	} {
		got := "unknown"
		if regions, ok := convertCountry(name); ok {
			got = ""
			for _, r := range regions {
				got = strings.TrimSpace(got + " " + string(r))
			}
		}
		if got != want {
			t.Errorf("%q: got %s, want %s", name, got, want)
		}
	}
}

// TestCountryTables holds that all codes are ones, and that nobody can change a table through a result.
func TestCountryTables(t *testing.T) {
	t.Parallel()
	for name, r := range countries {
		if parsed, err := music.ParseRegion(string(r)); err != nil || parsed != r || r.Name() == string(r) {
			t.Errorf("%q is %q, which is no country", name, r)
		}
	}
	for name, group := range countryGroups {
		first, _ := convertCountry(name)
		first[0] = "ZZ"
		for _, r := range group {
			if r.Name() == string(r) {
				t.Errorf("%q has %q, which is no country", name, r)
			}
		}
	}
}

// FuzzConvert holds that no answer makes the converter panic or break what a release promises.
func FuzzConvert(f *testing.F) {
	f.Add([]byte(`{"id":1,"title":"A","artists":[{"name":"X (2)","join":"\u00a0"}],"formats":[{"name":"CD","qty":"99999999999"}],"tracklist":[{"type_":"track","position":"1-1","duration":"1:-1"}]}`))
	f.Add([]byte(`{"country":", & ","released":7,"identifiers":[null,{"type":"Barcode","value":880000000015}],"images":[null],"tracklist":[null]}`))
	f.Add([]byte(`{"id":-1,"formats":[{"name":"Vinyl","qty":"-3","descriptions":["LP"]}],"tracklist":[{"type_":"index","sub_tracks":[{"position":"a"}]},{"type_":"heading","title":"-"}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		wire, err := decode.JSON[wireRelease](providers.Document{Body: body})
		if err != nil {
			return
		}
		list := readTracks(wire)
		r := convertRelease(wire, list)
		if (r.Media == nil) != (list.media == nil) || r.TrackCount != music.FlatCount(r.Media) {
			t.Errorf("%d media are converted to %d", len(list.media), len(r.Media))
		}
		adaptertest.Whole(t, r, tracksIn(wire.Tracklist, list), 1)
		for _, m := range remarks(wire, list) {
			if m.Code == "" || m.Text == "" {
				t.Errorf("a message says nothing: %+v", m)
			}
		}
		if r.GTIN != "" && r.GTIN.Valid() != nil {
			t.Errorf("got the GTIN %q", r.GTIN)
		}
	})
}

// tracksIn counts the tracks that a list has to come out with: parts count as tracks where their index does not.
func tracksIn(elements []wireTrack, list trackList) int {
	n := 0
	for _, e := range elements {
		switch {
		case list.media == nil || e.Type == elementHeading:
		case e.Type == elementIndex && e.Position == "" && commonStem(e.SubTracks) == "":
			n += max(1, len(e.SubTracks))
		default:
			n++
		}
	}
	return n
}

// FuzzHits holds that a hit is a release with an id, and that none is taken whose barcodes are all others.
func FuzzHits(f *testing.F) {
	f.Add([]byte(`{"results":[{"id":1,"barcode":["8 80000 00001 5"]},{"id":2,"type":"master"},{"id":"3","barcode":null},null]}`))
	f.Add([]byte(`{"results":[{"id":-1},{"id":4,"barcode":["880000000022","FIX 1"]},{"id":5,"barcode":[7]}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		found, err := decode.JSON[wireSearch](providers.Document{Body: body})
		if err != nil {
			return
		}
		hits, ok := hitsOf(found, "880000000015")
		if !ok && len(hits) > 0 || len(hits) > len(found.Results) {
			t.Errorf("%d hits of %d results, which are good: %t", len(hits), len(found.Results), ok)
		}
		for _, h := range hits {
			if _, err := Factory().Info.ParseID(h.ID); err != nil || h.Type != typeRelease {
				t.Errorf("the hit %+v is no release: %v", h, err)
			}
		}
	})
}
