package decode_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/providers"
	"tutti/providers/internal/decode"
)

type wireShared struct {
	Link string `json:"link"`
}

type wireTrack struct {
	wireShared

	ID     int64           `json:"id" drift:"missing"`
	Title  string          `json:"title"`
	ISRC   *string         `json:"isrc"`
	Length float64         `json:"length"`
	Clean  bool            `json:"clean"`
	Pos    uint8           `json:"pos"`
	Extra  json.RawMessage `json:"extra"`
}

type wireAlbum struct {
	Title   string            `json:"title" drift:"missing"`
	Tracks  []wireTrack       `json:"tracks"`
	Owner   *wireShared       `json:"owner"`
	Formats map[string]int    `json:"formats"`
	Names   map[string]string `json:"names"`
	Any     any               `json:"any"`
	Skipped string            `json:"-"`
	Plain   int
}

// read decodes and returns the drift as path:note, in order.
func read(body string) (wireAlbum, []string, error) {
	var drift []string
	got, err := decode.JSON[wireAlbum](providers.Document{
		Body: []byte(body), Drift: func(path, note string) { drift = append(drift, path+":"+note) },
	})
	slices.Sort(drift)
	return got, drift, err
}

func TestJSON(t *testing.T) {
	t.Parallel()
	isrc := "USUM72409273"
	for name, c := range map[string]struct {
		body  string
		want  wireAlbum
		drift []string
	}{
		"all as expected": {
			`{"title":"A","tracks":[{"id":1,"isrc":"USUM72409273","length":1.5,"clean":true,"pos":3,"link":"l"}],"plain":2}`,
			wireAlbum{Title: "A", Plain: 2, Tracks: []wireTrack{{wireShared: wireShared{"l"}, ID: 1, ISRC: &isrc, Length: 1.5, Clean: true, Pos: 3}}},
			nil,
		},
		"a title that is a number": {`{"title":1989}`, wireAlbum{Title: "1989"}, []string{"title:retyped"}},
		"numbers that are texts": {
			`{"title":"A","tracks":[{"id":"1","length":"1.5","pos":"3"}]}`,
			wireAlbum{Title: "A", Tracks: []wireTrack{{ID: 1, Length: 1.5, Pos: 3}}},
			[]string{"tracks[].id:retyped", "tracks[].length:retyped", "tracks[].pos:retyped"},
		},
		"whole number with a fraction of zero": {`{"title":"A","plain":2.0}`, wireAlbum{Title: "A", Plain: 2}, []string{"Plain:retyped"}},
		"number with a fraction":               {`{"title":"A","plain":2.5}`, wireAlbum{Title: "A"}, []string{"Plain:retyped"}},
		"truth as text and number": {
			`{"title":"A","tracks":[{"id":1,"clean":"true"},{"id":2,"clean":1},{"id":3,"clean":"yes"}]}`,
			wireAlbum{Title: "A", Tracks: []wireTrack{{ID: 1, Clean: true}, {ID: 2, Clean: true}, {ID: 3}}},
			[]string{"tracks[].clean:retyped", "tracks[].clean:retyped", "tracks[].clean:retyped"},
		},
		"fields of other kinds cost themselves alone": {
			`{"title":"A","tracks":[{"id":1,"isrc":["x"],"title":{},"pos":-1},{"id":2,"title":"B"}],"owner":[],"formats":{"CD":1,"LP":{}},"names":7}`,
			wireAlbum{Title: "A", Tracks: []wireTrack{{ID: 1}, {ID: 2, Title: "B"}}, Formats: map[string]int{"CD": 1, "LP": 0}},
			[]string{"formats{}:retyped", "names:retyped", "owner:retyped", "tracks[].isrc:retyped", "tracks[].pos:retyped", "tracks[].title:retyped"},
		},
		"an element that is no object keeps its place": {
			`{"title":"A","tracks":["x",{"id":2}]}`,
			wireAlbum{Title: "A", Tracks: []wireTrack{{}, {ID: 2}}},
			[]string{"tracks[]:retyped"},
		},
		"a list that is an object": {`{"title":"A","tracks":{"data":[]}}`, wireAlbum{Title: "A"}, []string{"tracks:retyped"}},
		"what should be there and is not": {
			`{"tracks":[{"title":"B"}]}`,
			wireAlbum{Tracks: []wireTrack{{Title: "B"}}},
			[]string{"title:missing", "tracks[].id:missing"},
		},
		"null where something should be": {`{"title":null,"tracks":null,"owner":null}`, wireAlbum{}, []string{"title:missing"}},
		"zero is not missing":            {`{"title":"","tracks":[{"id":0}]}`, wireAlbum{Tracks: []wireTrack{{}}}, nil},
		"an empty object":                {`{}`, wireAlbum{}, []string{"title:missing"}},
		"anything and its raw form": {
			`{"title":1,"any":{"a":[1]},"tracks":[{"id":1,"extra":[2]}]}`,
			wireAlbum{Title: "1", Any: map[string]any{"a": []any{1.0}}, Tracks: []wireTrack{{ID: 1, Extra: json.RawMessage(`[2]`)}}},
			[]string{"title:retyped"},
		},
		"a number beyond its type": {`{"title":"A","tracks":[{"id":1,"pos":300}]}`, wireAlbum{Title: "A", Tracks: []wireTrack{{ID: 1}}}, []string{"tracks[].pos:retyped"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, drift, err := read(c.body)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(wireTrack{})); diff != "" {
				t.Errorf("value (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(c.drift, drift); diff != "" {
				t.Errorf("drift (-want +got):\n%s", diff)
			}
		})
	}
}

func TestJSONRefuses(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]string{
		"nothing": "", "half an object": `{"title":"A`, "a page": "<html></html>", "a list": `[]`, "a text": `"x"`, "null": "null", "two objects": "{}{}",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got, drift, err := read(body); !errors.Is(err, providers.ErrMalformed) {
				t.Errorf("got %+v, %v, %v, want ErrMalformed", got, drift, err)
			}
		})
	}
}

func TestJSONReturnsTheDocumentsError(t *testing.T) {
	t.Parallel()
	want := &providers.Error{Kind: providers.ErrNotFound}
	if _, err := decode.JSON[wireAlbum](providers.Document{Err: want}); !errors.Is(err, want) {
		t.Errorf("got %v, want %v", err, want)
	}
}

func TestErrorSaysWhichDocument(t *testing.T) {
	t.Parallel()
	doc := providers.Document{Ask: (&providers.Endpoint{Name: "album"}).Of("5"), Body: []byte("<")}
	if _, err := decode.JSON[wireAlbum](doc); err == nil || err.Error() != "album 5: malformed: the answer is not JSON" {
		t.Errorf("got %v", err)
	}
}

func TestBody(t *testing.T) {
	t.Parallel()
	got, err := decode.Body[struct {
		Error struct{ Code int } `json:"error"`
	}]([]byte(`{"error":{"code":"4"}}`))
	if err != nil || got.Error.Code != 4 {
		t.Errorf("got %+v, %v, want code 4", got, err)
	}
	if _, err := decode.Body[[]int]([]byte(`<`)); !errors.Is(err, providers.ErrMalformed) {
		t.Errorf("got %v, want ErrMalformed", err)
	}
}

func FuzzJSON(f *testing.F) {
	f.Add(`{"title":"A","tracks":[{"id":"1"}],"formats":{"a":null}}`)
	f.Add(`{"owner":{"link":[]},"any":[{}],"names":{"a":1}}`)
	f.Fuzz(func(t *testing.T, body string) {
		_, _, err := read(body)
		if err != nil && !errors.Is(err, providers.ErrMalformed) {
			t.Errorf("got %v, want ErrMalformed or nothing", err)
		}
	})
}

// BenchmarkJSON reads an album of twelve tracks: stored, and fetched, which is also looked through for unknown fields.
func BenchmarkJSON(b *testing.B) {
	const track = `{"id":1,"title":"B","isrc":"USUM72409273","length":1.5,"clean":true,"pos":3,"link":"l"}`
	tracks := `"tracks":[` + strings.Repeat(track+",", 11) + track + `]}`
	count := func(string, string) {}
	for name, doc := range map[string]providers.Document{
		"stored":             {Body: []byte(`{"title":"A",` + tracks)},
		"fetched":            {Body: []byte(`{"title":"A",` + tracks), Drift: count},
		"stored, with drift": {Body: []byte(`{"title":1,` + tracks)},
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := decode.JSON[wireAlbum](doc); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
