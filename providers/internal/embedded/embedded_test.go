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
	<body><div data-album="{&quot;c&quot;: 2}" data-empty=""></div><h1>  Two
	words </h1></body>`

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
	if got := Text(p.Find("h1")); got != "Two words" {
		t.Errorf("the heading is %q", got)
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
