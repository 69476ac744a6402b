package permalink_test

import (
	"net/http"
	"net/url"
	"testing"
	"time"

	"tutti/internal/conformance"
	"tutti/music"
	"tutti/permalink"
	"tutti/providers"
	"tutti/providers/all"
)

func TestConformanceFunctions(t *testing.T) {
	t.Parallel()
	conformance.Functions(t, "permalink", map[string]conformance.Func{
		"permalink.create": create, "permalink.encodeState": encode, "state.parse": parse,
	})
}

// info is how the providers of a release were asked, as the corpora write it.
type info struct {
	Info struct {
		Providers []struct {
			InternalName music.ProviderName
			ID, URL      string
			Lookup       struct {
				Method, Value string
				Region        music.Region
			}
			CacheTime  *int64
			IsTemplate bool
		}
	}
	Options struct{ PreferURLFor any }
	BaseURL string
}

func (i info) found() []permalink.Found {
	var out []permalink.Found
	for _, p := range i.Info.Providers {
		f := permalink.Found{Provider: p.InternalName, ID: p.ID, URL: p.URL, Region: p.Lookup.Region, Template: p.IsTemplate}
		if p.Lookup.Method == "gtin" {
			f.GTIN = music.GTIN(p.Lookup.Value)
		}
		if p.CacheTime != nil {
			f.Newest = time.Unix(*p.CacheTime, 0)
		}
		out = append(out, f)
	}
	return out
}

// pages are the providers that are named by their pages.
func (i info) pages() []music.ProviderName {
	var out []music.ProviderName
	switch list := i.Options.PreferURLFor.(type) {
	case []any:
		for _, name := range list {
			if text, ok := name.(string); ok {
				out = append(out, conformance.InternalName(text))
			}
		}
	case string:
		for _, p := range i.Info.Providers {
			out = append(out, p.InternalName)
		}
	}
	return out
}

func create(t *testing.T, input []byte) (any, error) {
	t.Helper()
	in := conformance.Arguments[info](t, input)
	base, err := url.Parse(in.BaseURL)
	if err != nil {
		return nil, err
	}
	return permalink.StateOf(in.found()).Permalink(base), nil
}

func encode(t *testing.T, input []byte) (any, error) {
	t.Helper()
	in := conformance.Arguments[info](t, input)
	return permalink.StateOf(in.found(), in.pages()...).WithoutTime().Query(), nil
}

// parse reads a query with the providers that there are, in the words of the corpora.
func parse(t *testing.T, input []byte) (any, error) {
	t.Helper()
	in := conformance.Arguments[struct{ Query, Cookie string }](t, input)
	r, err := providers.NewRegistry(all.Factories()...)
	if err != nil {
		t.Fatal(err)
	}
	o := permalink.Options{
		Category: func(name string) []music.ProviderName { return r.Category(providers.Category(name)) },
		Cookie: func(name string) string {
			c, err := (&http.Request{Header: http.Header{"Cookie": {in.Cookie}}}).Cookie(name)
			if err != nil {
				return ""
			}
			return c.Value
		},
	}
	for _, f := range r.Factories() {
		o.Providers = append(o.Providers, f.Info.Name)
	}
	if f, ok := r.MBIDs(); ok {
		o.Templates = append(o.Templates, f.Info.Name)
	}
	s, err := permalink.ParseState(in.Query, o)
	if err != nil {
		return nil, err
	}
	return inWords(s, in.Query), nil
}

func inWords(s permalink.State, query string) map[string]any {
	ids := [][2]string{}
	for _, r := range s.ByID() {
		ids = append(ids, [2]string{string(r.Provider), r.ID})
	}
	out := map[string]any{
		"providers": s.Providers, "regions": s.Regions, "urls": s.URLs(), "providerIds": ids, "templateProviders": s.Templates(),
	}
	// The reference tells a GTIN that is empty from one that is not there; both mean that there is none.
	if values, err := url.ParseQuery(query); err == nil && values.Has("gtin") {
		out["gtin"] = s.GTIN
	}
	if s.TS != nil {
		out["snapshotMaxTimestamp"] = *s.TS
	}
	return out
}
