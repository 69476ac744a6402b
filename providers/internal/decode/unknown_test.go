package decode_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/providers"
	"tutti/providers/internal/decode"
)

type wirePerson struct {
	Name string `json:"name"`

	_ struct{} `unread:"role, for the curious"`
}

type wireSong struct {
	wirePerson

	Title  string                `json:"title"`
	Raw    *rawer                `json:"raw"`
	By     []*wirePerson         `json:"by"`
	Guests map[string]wirePerson `json:"guests"`
	Parts  []wireSong            `json:"parts"`
	Files  struct {
		_ struct{} `unread:"*"`
	} `json:"files"`
	Any any `json:"any"`

	_ struct{} `unread:"rank, fans"`
	_ struct{} `unread:"label"`
}

// rawer reads itself.
type rawer struct{}

func (*rawer) UnmarshalJSON([]byte) error { return nil }

// newFields returns the paths of unknown fields, in the order in which they are told.
func newFields(tb testing.TB, body string) []string {
	tb.Helper()
	var out []string
	_, err := decode.JSON[wireSong](providers.Document{Body: []byte(body), Drift: func(path, note string) {
		if note == decode.Unknown {
			out = append(out, path)
		}
	}})
	if err != nil {
		tb.Fatal(err)
	}
	return out
}

func TestUnknownFields(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		body string
		want []string
	}{
		"none":                                   {`{"title":"A","name":"B","by":[{"name":"C","role":"D"},null],"rank":1,"label":{"new":1}}`, nil},
		"one":                                    {`{"title":"A","mood":"blue"}`, []string{"mood"}},
		"an empty name":                          {`{"":{"a":[1]},"title":"A"}`, []string{""}},
		"below what is read":                     {`{"by":[{"mood":1}],"guests":{"x":{"mood":2}},"parts":[{"by":[{"mood":3}]}]}`, []string{"by[].mood", "guests{}.mood", "parts[].by[].mood"}},
		"once for all elements":                  {`{"by":[{"mood":1},{"mood":2},{"rank":3}]}`, []string{"by[].mood", "by[].rank"}},
		"below what is not read":                 {`{"label":{"mood":1},"any":{"mood":1},"raw":{"mood":1},"files":{"mood":1}}`, nil},
		"after a nested one":                     {`{"mood":{"a":{"b":"}]\"{"},"c":[[],{}]},"title":"A","tone":[1,{"x":"]"}]}`, []string{"mood", "tone"}},
		"names in other cases, as they are read": {`{"TITLE":"A","Mood":1}`, []string{"Mood"}},
		"names with escapes":                     {`{"tit\u006ce":"A","m\"oo\\d":1,"for the curious":2}`, []string{`m"oo\d`}},
		"blanks everywhere":                      {" {\r\n\t\"title\" : \"A\" , \"mood\"\t: [ 1 , 2 ] ,\n\"by\" : [ { \"mood\" : null } ] } \n", []string{"mood", "by[].mood"}},
		"in an object where a list should be":    {`{"by":{"mood":1},"parts":"x","guests":[{"mood":1}],"title":"A"}`, nil},
		"beside a field that does not fit":       {`{"title":{"a":1},"mood":1}`, []string{"mood"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, newFields(t, c.body)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestUnknownFieldsAreBounded has a service send more names than anybody can look at, long ones, and deep ones.
func TestUnknownFieldsAreBounded(t *testing.T) {
	t.Parallel()
	const most, longest = 50, 200
	deep := strings.Repeat(`{"parts":[`, 1000) + `{"mood":1}` + strings.Repeat("]}", 1000)
	for name, c := range map[string]struct {
		body string
		want int
	}{
		"many":           {`{"title":"A",` + names(100_000) + `}`, most},
		"many in a list": {`{"parts":[{` + names(1000) + `},{` + names(2000) + `}],"title":"A"}`, most},
		"long":           {`{"` + strings.Repeat("é", 1<<20) + `":1}`, 1},
		"deep":           {deep, 1},
		"not text":       {"{\"\xff\xfe\":1}", 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := newFields(t, c.body)
			if len(got) != c.want {
				t.Errorf("got %d fields, want %d", len(got), c.want)
			}
			for _, path := range got {
				if len(path) > longest || strings.ToValidUTF8(path, "") != path {
					t.Errorf("got the path %q of %d bytes", path, len(path))
				}
			}
		})
	}
}

func names(n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = `"n` + strconv.Itoa(i) + `":{"a":[1]}`
	}
	return strings.Join(out, ",")
}

// TestNothingIsLookedForWhereNobodyCounts holds that a stored document costs nothing. Allocations are those of all goroutines.
func TestNothingIsLookedForWhereNobodyCounts(t *testing.T) { //nolint:paralleltest // it counts allocations
	body := []byte(`{"title":"A","mood":1}`)
	count := func(drift func(string, string)) float64 {
		return testing.AllocsPerRun(100, func() {
			if _, err := decode.JSON[wireSong](providers.Document{Body: body, Drift: drift}); err != nil {
				t.Fatal(err)
			}
		})
	}
	if stored, fetched := count(nil), count(func(string, string) {}); stored >= fetched {
		t.Errorf("a stored document allocates %v times, a fetched one %v times", stored, fetched)
	}
}

// FuzzUnknown holds that adding a field is told, and told alone, whatever else is there.
func FuzzUnknown(f *testing.F) {
	f.Add(`{"title":"A","by":[{"name":"B"}]}`)
	f.Add(`{"parts":[{"guests":{"x":{"mood":1}}}]}`)
	f.Fuzz(func(t *testing.T, body string) {
		var before, after []string
		read := func(body string, into *[]string) bool {
			_, err := decode.JSON[wireSong](providers.Document{Body: []byte(body), Drift: func(path, note string) {
				if note == decode.Unknown {
					*into = append(*into, path)
				}
			}})
			return err == nil
		}
		if !read(body, &before) || len(before) >= 49 || slices.Contains(before, "added") {
			return
		}
		rest := strings.TrimLeft(body, " \t\r\n")[1:]
		if strings.TrimLeft(rest, " \t\r\n")[0] != '}' {
			rest = "," + rest
		}
		if !read(`{"added":[{"}":"\""}]`+rest, &after) || !slices.Equal(after, append([]string{"added"}, before...)) {
			t.Errorf("got %q, want what was before and the field added: %q", after, before)
		}
	})
}
