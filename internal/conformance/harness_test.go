package conformance

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tutti/providers"
	"tutti/providers/deezer"
)

// This file tests the harness against a corpus that was written for it: some expectations are wrong on purpose.

// ear hears what a case has to say, in place of the test.
type ear struct {
	testing.TB
	errors []string
	parts  []Part
}

func (*ear) Helper() {}

func (e *ear) Errorf(format string, args ...any) {
	e.errors = append(e.errors, fmt.Sprintf(format, args...))
}

func (e *ear) hear(p Part) error {
	e.parts = append(e.parts, p)
	return nil
}

// outcomes are the parts heard, as part=outcome.
func (e *ear) outcomes() []string {
	out := convert(e.parts, func(p Part) string { return p.Part + "=" + string(p.Outcome) })
	slices.Sort(out)
	return out
}

func corpusOf(name string) Corpus {
	return Corpus{Dir: filepath.Join("testdata", name), shelves: &shelves{}}
}

func registryOfOne(t *testing.T) *providers.Registry {
	t.Helper()
	return newRegistry(t, []providers.Factory{deezer.Factory()})
}

func TestLookupsAreCompared(t *testing.T) {
	t.Parallel()
	want := map[string][]string{
		"good": {
			"messages=passed", "order=passed", "permalink=passed", "providers.Deezer=passed", "release.script+language=passed",
			"release.types=passed", "release=passed",
		},
		"wrong": {
			"messages=failed", "order=failed", "permalink=failed", "providers.Deezer=failed", "release.script+language=failed",
			"release.types=failed", "release=failed",
		},
		"tagged": {
			"messages=passed", "order=passed", "permalink=passed", "providers.Deezer=passed", "release.script+language=passed",
			"release.types=passed", "release=deviation",
		},
		"tagged too little": {
			"messages=failed", "order=passed", "permalink=passed", "providers.Deezer=passed", "release.script+language=passed",
			"release.types=failed", "release=failed",
		},
		"absent":  {"error=passed", "messages=passed", "order=passed", "providers.Deezer=passed"},
		"found":   {"error=failed", "messages=passed", "order=passed", "providers.Deezer=failed"},
		"foreign": {"error=unsupported", "messages=unsupported", "order=unsupported", "providers.Tidal=unsupported"},
	}
	c := corpusOf("synthetic")
	lines := c.lines(t, "lookups")
	if len(lines) != len(want) {
		t.Fatalf("there are %d lookups, want %d", len(lines), len(want))
	}
	for _, line := range lines {
		l := decode[lookupCase](t, line)
		t.Run(l.ID, func(t *testing.T) {
			t.Parallel()
			e := &ear{}
			l.run(t, Case{T: e, report: e.hear}, source{c, line, registryOfOne(t)})
			if got := e.outcomes(); !slices.Equal(got, want[l.ID]) {
				t.Errorf("got the parts %v,\nwant %v; said: %v", got, want[l.ID], e.errors)
			}
			failed := slices.ContainsFunc(e.parts, func(p Part) bool { return p.Outcome == Failed })
			if failed != (len(e.errors) > 0) {
				t.Errorf("a part failed: %v; the test was told: %q", failed, e.errors)
			}
		})
	}
}

func TestCasesOfProvidersAreCompared(t *testing.T) {
	t.Parallel()
	want := map[string][]string{
		"good":     {"facts=passed", "messages=passed", "release=passed"},
		"wrong":    {"facts=failed", "messages=passed", "release=failed"},
		"unlisted": {"release=failed", "requests=failed"},
	}
	c := corpusOf("recorded")
	for _, file := range c.cases(t, "release_lookup") {
		t.Run(file.ID, func(t *testing.T) {
			t.Parallel()
			e := &ear{}
			out := Case{T: e, Kind: file.Kind, Provider: file.Provider, ID: file.ID, report: e.hear}
			providerCase{out, t, c, deezer.Factory(), nil}.run(file.raw)
			if got := e.outcomes(); !slices.Equal(got, want[file.ID]) {
				t.Errorf("got the parts %v, want %v; said: %v", got, want[file.ID], e.errors)
			}
		})
	}
}

func TestServer(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		corpus, method, url string
		status              int
		has                 string // part of the body
		mistake             bool
	}{
		"what is recorded":                 {"synthetic", "GET", "api.deezer.com/album/7001", 200, "Rehearsal", false},
		"in another shape":                 {"synthetic", "GET", "api.deezer.com/album/7001?limit=5&index=0", 200, "Rehearsal", false},
		"another page":                     {"synthetic", "GET", "api.deezer.com/album/7001?index=5", 200, "no data", false},
		"the service's own no":             {"synthetic", "GET", "api.deezer.com/track/1", 200, "no data", false},
		"a no by status":                   {"synthetic", "GET", "api.spotify.com/v1/albums/x", 404, "not found", false},
		"a search without hits":            {"synthetic", "GET", "musicbrainz.org/ws/2/release?query=barcode:1", 200, `"releases":[]`, false},
		"a list without entries":           {"synthetic", "GET", "openapi.tidal.com/v2/albums?countryCode=GB&include=artists&filter%5Bid%5D=1", 200, `"data":[]`, false},
		"a list of no country":             {"synthetic", "GET", "openapi.tidal.com/v2/albums?filter%5Bid%5D=1", 400, "not recorded", true},
		"a shape that no service has":      {"synthetic", "GET", "api.deezer.com/album/7001/fans", 400, "not recorded", true},
		"a parameter that no service has":  {"synthetic", "GET", "api.deezer.com/album/9?colour=red", 400, "not recorded", true},
		"a foreign host":                   {"synthetic", "GET", "shop.example/album/1", 400, "not recorded", true},
		"a method that nobody asks by":     {"synthetic", "POST", "api.deezer.com/album/7001", 400, "not recorded", true},
		"a token":                          {"synthetic", "POST", "accounts.spotify.com/api/token", 200, "access_token", false},
		"a multi-get that is recorded":     {"synthetic", "GET", "api.spotify.com/v1/tracks?ids=one,two,three", 200, `{"id":"three"}`, false},
		"one of a multi-get":               {"synthetic", "GET", "api.spotify.com/v1/tracks/three", 200, `{"id":"three"}`, false},
		"a no of a multi-get":              {"synthetic", "GET", "api.spotify.com/v1/tracks/two", 404, "not found", false},
		"a multi-get of single answers":    {"synthetic", "GET", "api.spotify.com/v1/tracks?ids=three,zero,one", 200, `{"tracks":[{"id":"three"},null,{"id":"one"}]}`, false},
		"a search for several barcodes":    {"synthetic", "GET", "musicbrainz.org/ws/2/release?query=barcode:(1 OR 4006381333931)", 200, `"count":1`, false},
		"a URL that is linked":             {"synthetic", "GET", "musicbrainz.org/ws/2/url?resource=https%3A%2F%2Fwww.deezer.com%2Falbum%2F7001", 200, "free streaming", false},
		"a URL that is not":                {"synthetic", "GET", "musicbrainz.org/ws/2/url?resource=https%3A%2F%2Fshop.example", 404, "Not Found", false},
		"several URLs":                     {"synthetic", "GET", "musicbrainz.org/ws/2/url?resource=https%3A%2F%2Fwww.deezer.com%2Falbum%2F7001&resource=https%3A%2F%2Fshop.example", 200, `"url-count":1`, false},
		"a segment that may be anything":   {"recorded", "GET", "musicbrainz.org/ws/2/work/42", 200, "Rehearsal", false},
		"a country in capitals":            {"recorded", "GET", "itunes.apple.com/lookup?country=GB&id=1", 200, "Rehearsal", false},
		"another country":                  {"recorded", "GET", "itunes.apple.com/lookup?country=US&id=1", 400, "not recorded", true},
		"more than identifies it":          {"recorded", "GET", "itunes.apple.com/lookup?country=GB&id=1&colour=red", 400, "not recorded", true},
		"what is not in a recorded corpus": {"recorded", "GET", "api.deezer.com/album/7003", 400, "not recorded", true},
		"the first of two for one request": {"recorded", "GET", "api.deezer.com/album/7001", 200, "Rehearsal", false},
		"a multi-get of what is not there": {"recorded", "GET", "api.spotify.com/v1/tracks?ids=one,two", 400, "not recorded", true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, err := corpusOf(c.corpus).Serve("", nil)
			if err != nil {
				t.Fatal(err)
			}
			status, body := ask(t, s, c.method, c.url)
			if status != c.status || !strings.Contains(body, c.has) {
				t.Errorf("got %d %s, want %d with %s", status, body, c.status, c.has)
			}
			if got := len(s.Mistakes()) > 0; got != c.mistake {
				t.Errorf("mistakes: %q, want one: %v", s.Mistakes(), c.mistake)
			}
		})
	}
}

func ask(t *testing.T, s *Server, method, address string) (status int, body string) {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, "/"+strings.ReplaceAll(address, " ", "%20"), http.NoBody)
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w.Code, w.Body.String()
}

func TestServerAnswersInTurn(t *testing.T) {
	t.Parallel()
	s, err := corpusOf("synthetic").Serve("", nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []int{500, 200, 200} {
		if got, _ := ask(t, s, http.MethodGet, "api.deezer.com/album/7002"); got != want {
			t.Errorf("answer %d has the status %d, want %d", i+1, got, want)
		}
	}
}

func TestFacts(t *testing.T) {
	t.Parallel()
	value := decode[any](t, []byte(`{"n": 3, "name": "Empty Chairs", "list": [{"a": 1}, {"a": 2, "b": "x"}, {"a": 2}], "none": []}`))
	for name, c := range map[string]struct {
		fact  fact
		holds bool
	}{
		"equals":                      {fact{"n", "equals", 3.0, 0}, true},
		"equals another":              {fact{"n", "equals", 4.0, 0}, false},
		"at least":                    {fact{"n", "gte", 3.0, 0}, true},
		"less":                        {fact{"n", "gte", 4.0, 0}, false},
		"length of a list":            {fact{"list", "length", 3.0, 0}, true},
		"length of a text":            {fact{"name", "length", 12.0, 0}, true},
		"another length":              {fact{"list", "length", 2.0, 0}, false},
		"last element":                {fact{"list[-1].a", "equals", 2.0, 0}, true},
		"element that is not there":   {fact{"list[7].a", "absent", nil, 0}, true},
		"contains":                    {fact{"name", "contains", "Chairs", 0}, true},
		"does not contain":            {fact{"name", "not_contains", "Tables", 0}, true},
		"absent":                      {fact{"list[*].c", "absent", nil, 0}, true},
		"not absent":                  {fact{"list[*].b", "absent", nil, 0}, false},
		"present":                     {fact{"list[*].a", "present", nil, 0}, true},
		"not everywhere present":      {fact{"list[*].b", "present", nil, 0}, false},
		"nothing is present":          {fact{"none[*].a", "present", nil, 0}, false},
		"count":                       {fact{"list[*].b", "count", 1.0, 0}, true},
		"values":                      {fact{"list[*].b", "values", []any{nil, "x", nil}, 0}, true},
		"other values":                {fact{"list[*].b", "values", []any{"x"}, 0}, false},
		"any":                         {fact{"list[*].a", "any_equals", 2.0, 0}, true},
		"none":                        {fact{"list[*].a", "none_equals", 2.0, 0}, false},
		"every":                       {fact{"list[*].a", "every_equals", 2.0, 0}, false},
		"any contains":                {fact{"list[*].b", "any_contains", "x", 0}, true},
		"none contains":               {fact{"list[*].b", "none_contains", "x", 0}, false},
		"so many contain":             {fact{"list[*].b", "count_contains", "x", 1}, true},
		"every matches":               {fact{"list[*].a", "every_matches", "^[12]$", 0}, true},
		"not every one matches":       {fact{"list[*].a", "every_matches", "^1$", 0}, false},
		"an operator that is unknown": {fact{"n", "resembles", 3.0, 0}, false},
		"an index that is no number":  {fact{"list[x]", "absent", nil, 0}, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if why := c.fact.wrong(value); (why == "") != c.holds {
				t.Errorf("holds: %v (%s), want %v", why == "", why, c.holds)
			}
		})
	}
}

func TestRulesAreDeclared(t *testing.T) {
	t.Parallel()
	text := string(read(t, filepath.Join("..", "..", "docs", "differences.md")))
	declared, _, _ := strings.Cut(text, "## Not tagged")
	for _, r := range rules {
		if !strings.Contains(declared, "| "+r.defect+" |") {
			t.Errorf("%q excuses differences, but docs/differences.md does not declare it", r.defect)
		}
	}
}

func TestUntaggedRulesAreNarrow(t *testing.T) {
	t.Parallel()
	short := map[string]any{"kind": "incomplete-tracklist", "got": "7", "expected": "9"}
	other := map[string]any{"kind": "gtin-not-found"}
	for name, c := range map[string]struct {
		part      string
		d         Difference
		isExcused bool
	}{
		"a zero part":                 {"parse_date", Difference{"day", nil, 0.0}, true},
		"another part":                {"parse_date", Difference{"day", nil, 4.0}, false},
		"a range of one":              {"track_ranges", Difference{"[0]", "7", "7-7"}, true},
		"a range of two":              {"track_ranges", Difference{"[0]", "7", "7-8"}, false},
		"a second symbol":             {"format_copyright", Difference{"", "© A, ℗ B", "© A, (p) B"}, true},
		"another text":                {"format_copyright", Difference{"", "© A", "© B"}, false},
		"a function without a rule":   {"split_labels", Difference{"[0]", "7", "7-7"}, false},
		"a rule of another function":  {"parse_date", Difference{"[0]", "7", "7-7"}, false},
		"missing tracks told":         {partMessages, Difference{"info.messages", []any{other, short}, []any{other}}, true},
		"nothing else told":           {partMessages, Difference{"info.messages", []any{short}, nil}, true},
		"missing tracks not told":     {partMessages, Difference{"info.messages", []any{other}, []any{other, short}}, false},
		"something else told too":     {partMessages, Difference{"info.messages", []any{other, short}, nil}, false},
		"another list of tracks":      {"providers.iTunes", Difference{"media", []any{}, []any{other}}, false},
		"over-use, not a bad request": {"providers.iTunes", Difference{"error.class", "rate_limited", "bad_request"}, true},
		"over-use, among others":      {"error", Difference{"errors[0].class", "rate_limited", "bad_request"}, true},
		"over-use of another service": {"providers.Deezer", Difference{"error.class", "rate_limited", "bad_request"}, false},
		"a page of a recording":       {"url", Difference{"entity", map[string]any{"type": "recording", "id": "1"}, nil}, true},
		"a page of something else":    {"url", Difference{"entity", map[string]any{"type": "work", "id": "1"}, nil}, false},
		"an id of a recording":        {"id", Difference{"entity", map[string]any{"type": "recording", "id": "1"}, nil}, false},
		"another class":               {"providers.iTunes", Difference{"error.class", "not_found", "bad_request"}, false},
		"a fraction of a length":      {"release", Difference{"media[0].tracklist[1].length", 72019.0, 72019.2}, true},
		"another length":              {"release", Difference{"media[0].tracklist[1].length", 72020.0, 72019.2}, false},
		"a length that is missing":    {"release", Difference{"media[0].tracklist[1].length", nil, 0.4}, false},
		"a range of one in a message": {"messages", Difference{"info.messages[1].tracks[0]", "6", "6-6"}, true},
		"a range of two in a message": {"messages", Difference{"info.messages[1].tracks[0]", "6", "6-7"}, false},
		"a number in a message":       {"messages", Difference{"info.messages[1].count", "6", "6-6"}, false},
		"a sure guess":                {partScript, Difference{"language", map[string]any{"code": "fra", "confidence": 0.9}, nil}, true},
		"an unsure guess":             {partScript, Difference{"language", map[string]any{"code": "fra", "confidence": 0.8}, nil}, false},
		"a language that is no guess": {partScript, Difference{"language", map[string]any{"code": "zxx"}, nil}, false},
		"another language":            {partScript, Difference{"language", map[string]any{"code": "fra", "confidence": 0.9}, map[string]any{"code": "deu"}}, false},
		"a page that says no":         {"error", Difference{"errors[0].class", "not_found", "parse_error"}, true},
		"a page that says more":       {"error", Difference{"errors[0].class", nil, "parse_error"}, false},
		"a no that is another's":      {"error", Difference{"class", "not_found", "no_result"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if _, got := excused(c.part, "", []Difference{c.d}); got != c.isExcused {
				t.Errorf("excused: %v, want %v", got, c.isExcused)
			}
		})
	}
}

func TestReportIsAppended(t *testing.T) {
	file := filepath.Join(t.TempDir(), "report.jsonl")
	t.Setenv("TUTTI_CONFORMANCE_REPORT", file)
	e := &ear{}
	out := Case{T: e, Kind: "lookup", Provider: "several", ID: "x", Defect: ""}
	out.Compare("order", []any{"Deezer"}, []any{"Deezer"})
	out.Compare("providers.Deezer", map[string]any{"title": "A"}, map[string]any{"title": "B"})
	out.Unsupported("not yet", "seed")
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	want := `{"kind":"lookup","provider":"several","id":"x","part":"order","outcome":"passed","reason":""}
{"kind":"lookup","provider":"deezer","id":"x","part":"providers.Deezer","outcome":"failed","reason":"title: got \"A\", want \"B\""}
{"kind":"lookup","provider":"several","id":"x","part":"seed","outcome":"unsupported","reason":"not yet"}
`
	if string(raw) != want || len(e.errors) != 1 {
		t.Errorf("got the report\n%s\nand the errors %q, want\n%s", raw, e.errors, want)
	}
}
