package embedded

import (
	"errors"
	"strings"
	"testing"

	"tutti/providers"
)

const page = `<!DOCTYPE html><html><head>
	<meta property="og:title" content="A &amp; B"><meta content='{"a": 1}' name="data">
	<script type="application/json" id="__STATE__">{"b": "</p>"}</script></head>
	<body><div data-album="{&quot;c&quot;: 2}" data-empty=""></div></body>`

func TestPartsOfAPage(t *testing.T) {
	t.Parallel()
	p, err := Parse(providers.Document{Body: []byte(page)})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		got  providers.Document
		want string
	}{
		"attribute":             {p.Attribute("data-album"), `{"c": 2}`},
		"attribute without any": {p.Attribute("data-empty"), ``},
		"meta by name":          {p.Meta("data"), `{"a": 1}`},
		"meta by property":      {p.Meta("og:title"), `A & B`},
		"script":                {p.Script("__STATE__"), `{"b": "</p>"}`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if c.got.Err != nil || string(c.got.Body) != c.want {
				t.Errorf("got %q, %v, want %q", c.got.Body, c.got.Err, c.want)
			}
		})
	}
}

func TestText(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ html, want string }{
		"lines are blanks":              {"  Two\n\twords ", "Two words"},
		"elements and remarks":          {"<i></i> One <b>two</b><!-- three -->", "One two"},
		"wide blanks are part of it":    {"序曲　帰り道", "序曲　帰り道"},
		"special blanks around are not": {"&nbsp;　A&nbsp;B&ensp;", "A\u00a0B"},
		"nothing":                       {" &nbsp; ", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p, err := Parse(providers.Document{Body: []byte("<h1>" + c.html + "</h1>")})
			if err != nil {
				t.Fatal(err)
			}
			if got := Text(p.Find("h1")); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestAMissingPartIsMalformedAndNamed(t *testing.T) {
	t.Parallel()
	p, err := Parse(providers.Document{Body: []byte("no HTML at all")})
	if err != nil {
		t.Fatal(err)
	}
	for what, got := range map[string]providers.Document{
		"attribute data-album": p.Attribute("data-album"), "meta element data": p.Meta("data"), "script __STATE__": p.Script("__STATE__"),
	} {
		if !errors.Is(got.Err, providers.ErrMalformed) || !strings.Contains(got.Err.Error(), what) {
			t.Errorf("got %v, want ErrMalformed that names the %s", got.Err, what)
		}
	}
}

func TestParseKeepsTheErrorOfTheDocument(t *testing.T) {
	t.Parallel()
	if _, err := Parse(providers.Document{Err: providers.ErrNotFound}); !errors.Is(err, providers.ErrNotFound) {
		t.Errorf("got %v, want ErrNotFound", err)
	}
}
