package pingpong

import (
	"context"
	"net/http"
	"regexp"

	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
)

// Factory returns what is known of the service and how to ask it.
func Factory() providers.Factory {
	album := newAlbum()
	return providers.Factory{
		Info: providers.Info{
			Name: "pingpong", Display: "Pingpong", Hosts: []string{"api.pingpong.example"}, Secrets: []string{"app_id"},
			Categories: []providers.Category{providers.Digital},
			URLs: providers.URLs{
				Host: regexp.MustCompile(`pingpong\.example`), Path: regexp.MustCompile(`/(?P<type>album)/(?P<id>\d+)`),
				ID: regexp.MustCompile(`\d+`), Types: providers.Types{Release: []string{"album"}},
				Link: func(id providers.ID) string { return "https://pingpong.example/album/" + id.ID },
			},
		},
		Endpoints: []*providers.Endpoint{album},
		Auth:      func(s providers.Secrets, _ *http.Client) providers.Authorizer { return app{s["app_id"]} },
		New:       func(d providers.Documents) providers.Provider { return &provider{documents: d, album: album} },
	}
}

// app is who asks.
type app struct{ id string }

// Authorize implements providers.Authorizer.
func (a app) Authorize(r *http.Request) error {
	if a.id == "" {
		return &providers.Error{Kind: providers.ErrDenied}
	}
	r.Header.Set("X-App-Id", a.id)
	return nil
}

// Drop implements providers.Authorizer.
func (app) Drop() {}

type provider struct {
	documents providers.Documents
	album     *providers.Endpoint
}

// Release implements providers.Provider.
func (p *provider) Release(ctx context.Context, id providers.ID, _ providers.Options) (*providers.Answer, error) {
	ask := p.album.Of(id.ID)
	w, err := decode.JSON[wireAlbum](p.documents.Get(ctx, ask)[0])
	if err != nil {
		return nil, err
	}
	a := answer.About(ask, providers.ID{Type: "album", ID: w.ID})
	a.Release = convertRelease(w)
	return a, nil
}

var _ providers.Provider = (*provider)(nil)
