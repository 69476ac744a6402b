package bandcamp

import (
	"errors"
	"testing"

	"tutti/providers"
)

func TestExtract(t *testing.T) {
	t.Parallel()
	const data = `data-tralbum='{"current":{"title":"It&#39;s \"A\" &lt;b&gt;"}}' data-band="{&quot;name&quot;:&quot;O'B&quot;}"`
	for name, c := range map[string]struct{ page, title, band, description, license string }{
		"quotes of both kinds":     {`<script ` + data + `></script>`, `It's "A" <b>`, "O'B", "", ""},
		"description":              {`<meta content="2 track &amp; more" property="og:description"><p ` + data + `>`, `It's "A" <b>`, "O'B", "2 track & more", ""},
		"licence":                  {`<p ` + data + `><a href="#">x</a><a class="x cc-icons" href="https://cc.example/by&amp;x"></a>`, `It's "A" <b>`, "O'B", "", "https://cc.example/by&x"},
		"all rights reserved":      {`<p ` + data + `><span class="cc-icons commercial"></span>`, `It's "A" <b>`, "O'B", "", ""},
		"another kind of link":     {`<p ` + data + `><a class="cc-icons-old" href="https://cc.example/"></a>`, `It's "A" <b>`, "O'B", "", ""},
		"attributes named alike":   {`<i data-tralbum-collect-info="{}" data-band-follow-info="{}"></i><p ` + data + `>`, `It's "A" <b>`, "O'B", "", ""},
		"attributes of two others": {`<i data-tralbum='{"current":{"title":"X"}}'></i><b data-band='{"name":"Y"}'></b>`, "X", "Y", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, err := extract(providers.Document{Body: []byte(c.page)})
			if err != nil {
				t.Fatal(err)
			}
			if r.Tralbum.Current.Title != c.title || r.Band.Name != c.band || r.Description != c.description || r.LicenseURL != c.license {
				t.Errorf("got %+v", r)
			}
		})
	}
}

func TestExtractKeepsTheErrorOfTheDocument(t *testing.T) {
	t.Parallel()
	doc := providers.Document{Err: providers.ErrRateLimited}
	_, err := extract(doc)
	_, err2 := extractPlayer(doc)
	if !errors.Is(err, providers.ErrRateLimited) || !errors.Is(err2, providers.ErrRateLimited) {
		t.Errorf("got %v and %v", err, err2)
	}
}

// FuzzExtract holds that of any page there is either data or ErrMalformed.
func FuzzExtract(f *testing.F) {
	f.Add([]byte(htmlOf(`{"current":{"title":"A"}}`, `{"name":"B"}`, "1 track album")))
	f.Add([]byte(`<a data-tralbum='{"current":7}' data-band=x data-player-data={}>`))
	f.Fuzz(func(t *testing.T, body []byte) {
		r, err := extract(providers.Document{Body: body})
		if err != nil && !errors.Is(err, providers.ErrMalformed) || err == nil && r.Tralbum.Current.Title == "" {
			t.Errorf("got %+v, %v", r, err)
		}
	})
}

// FuzzExtractPlayer holds the same of players.
func FuzzExtractPlayer(f *testing.F) {
	f.Add([]byte(playerOf(`{"tracks":[{"duration":1.5,"tracknum":0,"art_id":7}]}`)))
	f.Add([]byte(`<a data-player-data='{"tracks":[7]}'>`))
	f.Fuzz(func(t *testing.T, body []byte) {
		p, err := extractPlayer(providers.Document{Body: body})
		if err != nil && !errors.Is(err, providers.ErrMalformed) || err == nil && p.Tracks == nil {
			t.Errorf("got %+v, %v", p, err)
		}
	})
}
