package answer_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
)

// keys writes asks in short.
func keys(asks []providers.Ask) string {
	out := make([]string, len(asks))
	for i, a := range asks {
		out[i] = a.Name + ":" + a.String()
	}
	return strings.Join(out, " ")
}

func TestAsksOverRegionsAndForms(t *testing.T) {
	t.Parallel()
	e := &providers.Endpoint{Name: "e"}
	for name, c := range map[string]struct{ got, want string }{
		"regions":              {keys(answer.InRegions(e.Of("1"), []music.Region{"GB", "US"}, "DE")), "e:1@GB e:1@US"},
		"no region, a default": {keys(answer.InRegions(e.Of("1"), nil, "US")), "e:1@US"},
		"no region at all":     {keys(answer.InRegions(e.Of("1"), nil, "")), "e:1"},
		"forms in each region": {
			keys(answer.InForms(answer.InRegions(e.Of(""), []music.Region{"GB", "US"}), "1", "01")),
			"e:1@GB e:01@GB e:1@US e:01@US",
		},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %q, want %q", name, c.got, c.want)
		}
	}
}

func TestPages(t *testing.T) {
	t.Parallel()
	e := &providers.Endpoint{Name: "e", Count: providers.Count{PerTrack: true, Size: 50, Max: 3}}
	for name, c := range map[string]struct {
		offset, total int
		want          string
		cut           bool
	}{
		"from the start":     {0, 120, "e:1 e:1#50 e:1#100", false},
		"from the middle":    {50, 120, "e:1#50 e:1#100", false},
		"exactly full":       {50, 100, "e:1#50", false},
		"nothing left":       {50, 50, "", false},
		"more than it takes": {0, 151, "e:1 e:1#50 e:1#100", true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			asks, cut := answer.Pages(e.Of("1"), c.offset, c.total)
			if keys(asks) != c.want || cut != c.cut {
				t.Errorf("got %q, %t, want %q, %t", keys(asks), cut, c.want, c.cut)
			}
		})
	}
}

func TestEach(t *testing.T) {
	t.Parallel()
	e := &providers.Endpoint{Name: "e", Count: providers.Count{PerTrack: true, Max: 2}}
	if asks, cut := answer.Each(e, []string{"1", "2"}); keys(asks) != "e:1 e:2" || cut {
		t.Errorf("got %q, %t, want both", keys(asks), cut)
	}
	if asks, cut := answer.Each(e, []string{"1", "2", "3"}); keys(asks) != "e:1 e:2" || !cut {
		t.Errorf("got %q, %t, want the first two and a cut", keys(asks), cut)
	}
}

func TestGaps(t *testing.T) {
	t.Parallel()
	first, second := errors.New("first"), errors.New("second")
	var g answer.Gaps
	g.Add(nil, music.AllProperties)
	g.AddDocs([]providers.Document{{}, {Err: first}, {Err: second}}, music.PropertiesOf(music.PropISRCs))
	g.Add(second, music.PropertiesOf(music.PropLengths, music.PropISRCs))
	got := g.List()
	if len(got) != 2 || got[0].Property != music.PropISRCs || !errors.Is(got[0].Err, first) || got[1].Property != music.PropLengths {
		t.Errorf("got %+v, want ISRCs for the first reason, then lengths", got)
	}
	if g.Missing() != music.PropertiesOf(music.PropISRCs, music.PropLengths) {
		t.Errorf("got %b missing", g.Missing())
	}
	g.AddCut(music.PropertiesOf(music.PropTitle))
	if last := g.List()[2]; !errors.Is(last.Err, providers.ErrCut) {
		t.Errorf("got %v, want ErrCut", last.Err)
	}
}

func TestRemarks(t *testing.T) {
	t.Parallel()
	info := providers.Info{Display: "Shop", URLs: providers.URLs{Link: func(id providers.ID) string { return "https://shop.example/" + id.ID }}}
	if got := answer.OtherResults(info, nil); got != nil {
		t.Errorf("got %+v, want no message without others", got)
	}
	m := answer.OtherResults(info, []providers.ID{{ID: "2"}, {ID: "3"}})[0]
	if diff := cmp.Diff([]string{"https://shop.example/2", "https://shop.example/3"}, m.Fact("urls")); diff != "" {
		t.Errorf("urls (-want +got):\n%s", diff)
	}
	if !strings.Contains(m.Text, "\n- [https://shop.example/2](?url=https%3A%2F%2Fshop.example%2F2)") {
		t.Errorf("got text %q, want a link that looks up the other one", m.Text)
	}
	for _, m := range []music.Message{
		m, answer.OtherID(info, providers.ID{ID: "1"}, providers.ID{ID: "2"}), answer.IncompleteTracklist(info, 8, 10),
	} {
		if m.Severity != music.Warning || m.Code == "" || m.Text == "" || len(m.Facts) == 0 {
			t.Errorf("got %+v, want a warning with code, text and facts", m)
		}
	}
}
