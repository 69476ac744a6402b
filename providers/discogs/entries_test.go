package discogs

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
	"tutti/providers/internal/decode"
)

// entryOf makes an entry of what the service says of one thing.
func entryOf[T any](t *testing.T, body string, entry func(T) providers.Entry) providers.Entry {
	t.Helper()
	w, err := decode.JSON[T](providers.Document{Body: []byte(body)})
	if err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	return entry(w)
}

func TestConvertEntries(t *testing.T) {
	t.Parallel()
	hit := func(fields string, got func(*music.Release) any) any {
		return got(entryOf(t, `{"id":1,"title":"A"`+fields+`}`, releaseHit).Release)
	}
	work := func(fields string) providers.Entry { return entryOf(t, `{"id":1,"title":"A"`+fields+`}`, workEntry) }
	person := func(fields string) *music.Artist { return entryOf(t, `{"id":1`+fields+`}`, artistEntry).Artist }
	found := func(fields string) *music.Artist { return entryOf(t, `{"id":1`+fields+`}`, artistHit).Artist }
	title := func(r *music.Release) any { return r.Title }
	for name, c := range map[string]struct{ got, want any }{
		"hit with artist and title":           {hit(`,"title":"Crow (2) - A - B"`, title), "A - B"},
		"its artist":                          {hit(`,"title":"Crow (2) - A - B"`, artists), "Crow|||nil"},
		"hit without an artist":               {hit(`,"title":"A-B"`, title), "A-B"},
		"no artist":                           {hit(`,"title":"A-B"`, adaptertest.Artists), []music.ArtistCredit(nil)},
		"the first number that is a barcode":  {hit(`,"barcode":["FIX 1","8 80000 00001 5","880000000022"]`, adaptertest.GTIN), music.GTIN("880000000015")},
		"no numbers":                          {hit(``, adaptertest.GTIN), music.GTIN("")},
		"year":                                {hit(`,"year":"1999"`, dated), "1999 none-found"},
		"year as a number":                    {hit(`,"year":1999`, dated), "1999 none-found"},
		"no year":                             {hit(``, dated), nil},
		"empty year":                          {hit(`,"year":""`, dated), nil},
		"country":                             {hit(`,"country":"UK"`, adaptertest.Available), []music.Region{"GB"}},
		"country that nobody knows":           {hit(`,"country":"Nowhere"`, adaptertest.Available), []music.Region(nil)},
		"label, before companies":             {hit(`,"label":["Label (2)","Company"],"catno":"X 1"`, labels), "Label|X 1|"},
		"label without a number":              {hit(`,"label":["Label"],"catno":"none"`, labels), "Label|[none]|"},
		"number without a label":              {hit(`,"label":[],"catno":"X 1"`, labels), nil},
		"formats, each apart":                 {hit(`,"formats":[{"name":"File","qty":"3","descriptions":["EP"]}],"format":["Box Set"]`, said), "Official|EP|None"},
		"a box and what is in it":             {hit(`,"formats":[{"name":"Box Set","qty":"1","descriptions":["Compilation"]},{"name":"CD","qty":"2","descriptions":["Album"]}]`, said), "Official|Compilation|Box"},
		"formats in words":                    {hit(`,"format":["Vinyl","LP","Album","Promo"]`, said), "Promotion|Album|-"},
		"box in words":                        {hit(`,"format":["CD","Box Set","Compilation","Unofficial Release"]`, said), "Bootleg|Compilation|Box"},
		"files in words are perhaps not all":  {hit(`,"format":["File","EP","CD"]`, said), "Official|EP|-"},
		"styles":                              {hit(`,"style":["Score"]`, said), "-|Soundtrack|-"},
		"no formats":                          {hit(``, said), "-|nil|-"},
		"media are not told":                  {hit(`,"formats":[{"name":"CD","qty":"2"}]`, adaptertest.Tracks), []music.Medium(nil)},
		"picture":                             {hit(`,"cover_image":"https://i.example/1"`, adaptertest.Images), []music.Image{{URL: "https://i.example/1", Types: []music.ImageType{music.ImageFront}}}},
		"transparent picture":                 {hit(`,"cover_image":"https://st.example/spacer.gif"`, adaptertest.Images), []music.Image(nil)},
		"picture that leads nowhere":          {hit(`,"cover_image":"/1"`, adaptertest.Images), []music.Image(nil)},
		"small picture":                       {hit(`,"thumb":"https://i.example/1"`, adaptertest.Images), []music.Image(nil)},
		"master of a hit":                     {hit(`,"master_id":7`, group), []music.ExternalID{{Provider: "discogs", Type: "master", ID: "7"}}},
		"no master":                           {hit(`,"master_id":0`, group), nil},
		"page of a hit":                       {hit(``, adaptertest.Link), "https://www.discogs.com/release/1"},
		"row of a release":                    {work(`,"type":"release","year":1999`).ID.ID, "1"},
		"its year":                            {dated(work(`,"type":"release","year":1999`).Release), "1999 none-found"},
		"its label":                           {labels(work(`,"label":"Label (3)"`).Release), "Label||"},
		"labels that cannot be told apart":    {labels(work(`,"label":"Label, Other"`).Release), nil},
		"row without year":                    {dated(work(`,"year":0`).Release), nil},
		"row of a master is its main release": {work(`,"type":"master","main_release":9`).ID.ID, "9"},
		"which is on the page":                {adaptertest.Link(work(`,"type":"master","main_release":9`).Release), "https://www.discogs.com/release/9"},
		"and belongs to the group":            {group(work(`,"type":"master","main_release":9`).Release), []music.ExternalID{{Provider: "discogs", Type: "master", ID: "1"}}},
		"whose year may be another's":         {dated(work(`,"type":"master","main_release":9,"year":1999`).Release), nil},
		"row of a master without release":     {work(`,"type":"master"`).ID.ID, ""},
		"row of something else":               {work(`,"type":"label"`).ID.ID, ""},
		"artist of a row":                     {credits(work(`,"artist":"Crow (2)"`).Release.Artists), "Crow|||nil"},
		"namesake":                            {person(`,"name":"Crow (12)"`).Name, "Crow"},
		"pages, its own first": {
			person(`,"urls":["https://crow.example/"," ","crow.example","ftp://crow.example"]`).Links,
			[]music.ExternalLink{{URL: "https://www.discogs.com/artist/1", Types: []music.LinkType{music.DiscographyPage}}, {URL: "https://crow.example/"}},
		},
		"pictures of an artist have no type": {person(`,"images":[{"type":"primary","uri":"https://i.example/1","width":6,"height":-4}]`).Images, []music.Image{{URL: "https://i.example/1", Width: 6}}},
		"pictures without addresses":         {person(`,"images":[{"type":"primary","uri":""}]`).Images, []music.Image(nil)},
		"artist without pictures":            {person(``).Images, []music.Image(nil)},
		"artist without id":                  {person(`,"id":0`).Links, []music.ExternalLink(nil)},
		"name of a hit":                      {found(`,"title":"Crow (12)"`).Name, "Crow"},
		"picture of a hit":                   {found(`,"cover_image":"https://i.example/1"`).Images, []music.Image{{URL: "https://i.example/1"}}},
		"transparent picture of a hit":       {found(`,"cover_image":"https://st.example/spacer.gif"`).Images, []music.Image(nil)},
		"hit of an artist without id":        {found(`,"id":0`).Links, []music.ExternalLink(nil)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, c.got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestQuestions holds what is asked about other things than a release, and what comes of it.
func TestQuestions(t *testing.T) {
	t.Parallel()
	artist := providers.ID{Type: typeArtist, ID: "7"}
	const releases, artists = providers.BySearchingReleases, providers.BySearchingArtists
	ask := func(by providers.By, page string) providers.Question {
		return providers.Question{By: by, ID: artist, Page: page}
	}
	search := func(by providers.By, q providers.Query, page string) providers.Question {
		return providers.Question{By: by, Query: q, Page: page}
	}
	list := func(of string, pages int, rows string) string {
		return `{"pagination":{"items":300,"pages":` + string(rune('0'+pages)) + `},"` + of + `":[` + rows + `]}`
	}
	const works = "artist/releases:7"
	for name, c := range map[string]struct {
		question providers.Question
		body     string // empty: the service says no
		asked    string
		want     string
		err      error
	}{
		"artist":                  {ask(providers.ByArtist, ""), `{"id":7,"name":"A (2)"}`, "artist:7", "artist 7 A", nil},
		"another artist":          {ask(providers.ByArtist, ""), `{"id":8,"name":"B"}`, "artist:7", "no answer", providers.ErrMismatch},
		"artist without id":       {ask(providers.ByArtist, ""), `{"name":"B"}`, "artist:7", "no answer", providers.ErrMalformed},
		"no such artist":          {ask(providers.ByArtist, ""), "", "artist:7", "no answer", providers.ErrNotFound},
		"first page of many":      {ask(providers.ByDiscography, ""), list("releases", 3, `{"id":1,"title":"T"}`), works, "release 1 T ... 2", nil},
		"second page":             {ask(providers.ByDiscography, "2"), list("releases", 3, `{"id":1,"title":"T"}`), works + "#2", "release 1 T ... 3", nil},
		"last page":               {ask(providers.ByDiscography, "3"), list("releases", 3, `{"id":1,"title":"T"}`), works + "#3", "release 1 T", nil},
		"masters among releases":  {ask(providers.ByDiscography, ""), list("releases", 1, `{"id":1,"type":"master","main_release":5,"title":"M"},{"id":1,"type":"release","title":"T"}`), works, "release 5 M, release 1 T", nil},
		"rows that name nothing":  {ask(providers.ByDiscography, ""), list("releases", 1, `null,{"id":1,"type":"master","title":"M"},{"title":"T"}`), works, "", nil},
		"empty discography":       {ask(providers.ByDiscography, ""), list("releases", 0, ""), works, "", nil},
		"no such discography":     {ask(providers.ByDiscography, ""), "", works, "no answer", providers.ErrNotFound},
		"list without a list":     {ask(providers.ByDiscography, ""), `{"pagination":{}}`, works, "no answer", providers.ErrMalformed},
		"a page not given out":    {ask(providers.ByDiscography, "x"), list("releases", 1, ""), "", "no answer", providers.ErrInvalid},
		"words for releases":      {search(releases, providers.Query{Text: " Nuts  & Bolts=1"}, ""), list("results", 2, `{"id":1,"title":"A - T"}`), "search/release:q=nuts+%2526+bolts%253D1", "release 1 T ... 2", nil},
		"more of them":            {search(releases, providers.Query{Text: "x"}, "2"), list("results", 2, `{"id":1,"title":"A - T"}`), "search/release:q=x#2", "release 1 T", nil},
		"title":                   {search(releases, providers.Query{Title: "T"}, ""), list("results", 1, `{"id":1,"title":"A - T"}`), "search/release:release_title=t", "release 1 T", nil},
		"title and artist":        {search(releases, providers.Query{Title: "T", Artist: "A B"}, ""), list("results", 1, `{"id":1,"title":"A - T"}`), "search/release:artist=a+b&release_title=t", "release 1 T", nil},
		"no hits":                 {search(releases, providers.Query{Text: "x"}, ""), list("results", 0, ""), "search/release:q=x", "", nil},
		"words for artists":       {search(artists, providers.Query{Text: "ÉTÉ"}, ""), list("results", 1, `{"id":1,"title":"Crow (2)"}`), "search/artist:q=%25C3%25A9t%25C3%25A9", "artist 1 Crow", nil},
		"artist of a title":       {search(artists, providers.Query{Title: "T", Artist: "A"}, ""), list("results", 1, `{"id":1,"title":"A"}`), "search/artist:q=a", "artist 1 A", nil},
		"nobody may search":       {search(releases, providers.Query{Text: "x"}, ""), `{"message":"You must authenticate to access this resource."}`, "search/release:q=x", "no answer", providers.ErrDenied},
		"a hit that is none":      {search(releases, providers.Query{Text: "x"}, ""), list("results", 1, `null,{"id":1,"title":"A - T"}`), "search/release:q=x", "release 1 T", nil},
		"a page of no search":     {search(releases, providers.Query{Text: "x"}, "x"), list("results", 1, ""), "", "no answer", providers.ErrInvalid},
		"tracks are not searched": {search(providers.BySearchingTracks, providers.Query{Text: "x"}, ""), list("results", 1, ""), "", "no answer", providers.ErrUnsupported},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, bodies := service(), map[string]string{}
			s.Name = func(a providers.Ask) string { return a.Name + ":" + a.String() }
			if c.body != "" {
				bodies[c.asked] = c.body
			}
			a := s.Tell(t, adaptertest.Story{Question: c.question, Need: music.AllProperties, Bodies: bodies, Asked: c.asked, Err: c.err})
			if got := adaptertest.Entries(a); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestArtistWithoutAddresses holds that pictures whose addresses are kept back are a gap, and not none.
func TestArtistWithoutAddresses(t *testing.T) {
	t.Parallel()
	a := service().Tell(t, adaptertest.Story{
		Question: providers.Question{By: providers.ByArtist, ID: providers.ID{Type: typeArtist, ID: "7"}}, Need: music.AllProperties,
		Bodies: map[string]string{"artist:7": `{"id":7,"name":"A","images":[{"type":"primary","uri":""}]}`}, Asked: "artist:7",
	})
	if got, want := adaptertest.Gaps(a), music.PropertiesOf(music.PropImages); got != want {
		t.Errorf("got gaps of %s, want %s", got, want)
	}
}

// FuzzEntries holds that no answer makes a converter panic or break what an entry promises.
func FuzzEntries(f *testing.F) {
	f.Add([]byte(`{"results":[{"id":1,"title":"A - B","year":"1999","label":["L"],"catno":"none","format":["Box Set","EP"],"cover_image":"x"}],"releases":[{"id":1,"type":"master","main_release":2,"artist":"X (2)","label":"L"}]}`))
	f.Add([]byte(`{"results":[null,{"id":-1,"year":7,"formats":[null,{"qty":"-1"}],"label":[null],"country":"& "}],"releases":[null,{"id":1e9,"year":-5,"title":7}]}`))
	f.Add([]byte(`{"id":1,"name":"X (2)","urls":["http://[","https://a"],"images":[{"uri":"x","width":-1},null]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		doc := providers.Document{Body: body}
		if found, err := decode.JSON[wireSearch](doc); err == nil {
			for _, h := range found.Results {
				adaptertest.Sound(t, releaseHit(h))
				adaptertest.Sound(t, artistHit(h))
			}
		}
		if list, err := decode.JSON[wireWorks](doc); err == nil {
			for _, e := range worksOf(list.Releases) {
				adaptertest.Sound(t, e)
				if _, err := Factory().Info.ParseID(e.ID.ID); err != nil {
					t.Errorf("a row without a good id: %v", err)
				}
			}
		}
		if person, err := decode.JSON[wirePerson](doc); err == nil {
			adaptertest.Sound(t, artistEntry(person))
		}
	})
}
