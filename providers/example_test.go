package providers_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"regexp"

	"tutti/music"
	"tutti/providers"
)

// cellar is a provider: it gets one document and converts it.
type cellar struct {
	docs  providers.Documents
	album *providers.Endpoint
}

func (c *cellar) Release(ctx context.Context, id providers.ID, _ providers.Options) (*providers.Answer, error) {
	doc := c.docs.Get(ctx, c.album.Of(id.ID))[0]
	if doc.Err != nil {
		return nil, doc.Err
	}
	var wire struct{ ID, Name string }
	if err := json.Unmarshal(doc.Body, &wire); err != nil {
		return nil, err
	}
	return &providers.Answer{ID: providers.ID{Type: "album", ID: wire.ID}, Release: &music.Release{Title: wire.Name}}, nil
}

// cellarFactory is all that a provider's folder exports: facts, endpoints, and how to make one.
func cellarFactory() providers.Factory {
	album := &providers.Endpoint{
		Name: "album", Starts: providers.ByID, Yields: music.PropertiesOf(music.PropTitle), Judge: providers.JudgeJSON,
		Request: func(k providers.Key) (providers.Request, error) {
			return providers.Get("https://api.cellar.example/album", "id", k.ID), nil
		},
	}
	return providers.Factory{
		Info: providers.Info{
			Name: "cellar", Display: "Cellar", Hosts: []string{"api.cellar.example"},
			URLs: providers.URLs{
				Host:  regexp.MustCompile(`^cellar\.example$`),
				Path:  regexp.MustCompile(`^/(?P<type>album)/(?P<id>\w+)$`),
				Types: providers.Types{Release: []string{"album"}},
				Link:  func(id providers.ID) string { return "https://cellar.example/album/" + id.ID },
			},
		},
		Endpoints: []*providers.Endpoint{album},
		New:       func(d providers.Documents) providers.Provider { return &cellar{docs: d, album: album} },
	}
}

// shelf is Documents with one answer, for an example.
type shelf string

func (s shelf) Get(_ context.Context, asks ...providers.Ask) []providers.Document {
	docs := make([]providers.Document, len(asks))
	for i, a := range asks {
		docs[i] = providers.Document{Ask: a, Err: &providers.Error{Kind: providers.ErrNotFound, Status: http.StatusNotFound}}
		if a.ID == "x1" {
			docs[i] = providers.Document{Ask: a, Body: []byte(s), Drift: func(string, string) {}}
		}
	}
	return docs
}

func ExampleSource() {
	source := providers.NewSource(cellarFactory(), shelf(`{"id": "x1", "name": "Songs from Below"}`))
	for _, u := range []string{"https://cellar.example/album/x1", "https://cellar.example/album/x2"} {
		id, ok := source.Info().Recognize(u)
		if !ok {
			continue
		}
		answer, err := source.Release(context.Background(), id, providers.Options{})
		if errors.Is(err, providers.ErrNotFound) {
			fmt.Println(err)
			continue
		}
		fmt.Println(answer.Release.Title)
	}
	// Output:
	// Songs from Below
	// cellar: album x2: not found (status 404)
}

func ExampleFactory_Cover() {
	cover := cellarFactory().Cover(providers.ByID, music.PropertiesOf(music.PropTitle, music.PropLengths), providers.Known{})
	for _, step := range cover.Steps {
		fmt.Println(step.Name, step.Needed)
	}
	fmt.Println("at most", cover.Bound(providers.Shape{}), "request; lacks lengths:", cover.Lacks.Has(music.PropLengths))
	// Output:
	// album true
	// at most 1 request; lacks lengths: true
}

func ExampleKey_String() {
	album := &providers.Endpoint{Name: "album"}
	fmt.Println(album.Of("302127").In("GB").At("50").Key)
	// Output: 302127@GB#50
}
