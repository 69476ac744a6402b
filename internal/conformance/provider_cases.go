package conformance

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"testing"
	"time"

	"tutti/providers"
)

// Extraction makes of a page what the case of that id is about.
type Extraction struct {
	Case string
	Of   func(providers.Document) (any, error)
}

// ProviderCases runs the cases of the recorded corpora that concern one provider alone.
func ProviderCases(t *testing.T, f providers.Factory, extractions ...Extraction) {
	t.Helper()
	for _, c := range Corpora(t) {
		for _, file := range c.cases(t, providerKinds()...) {
			if file.Provider != string(f.Info.Name) {
				continue
			}
			t.Run(file.ID, func(t *testing.T) {
				t.Parallel()
				providerCase{Case{T: t, Kind: file.Kind, Provider: file.Provider, ID: file.ID}, t, c, f, extractions}.run(file.raw)
			})
		}
	}
}

// providerKinds are the kinds of cases that concern one provider.
func providerKinds() []string {
	return []string{
		"release_lookup", "response_error", "response_facts", "retry", "redirect", "url_resolution", "entity_links", "page_extraction",
	}
}

// providerCase is a case of one provider.
type providerCase struct {
	Case
	t       *testing.T
	corpus  Corpus
	factory providers.Factory

	extractions []Extraction
}

func (p providerCase) run(raw []byte) {
	p.T.Helper()
	switch p.Kind {
	case "release_lookup":
		r := decode[releaseCase](p.T, raw)
		f, s := r.find(p.t, p.corpus, r.Scenario, p.factory)
		r.check(p.Case, p.factory.Info, f)
		p.mistakes(s)
	case "response_error":
		p.responseError(decode[responseCase](p.T, raw))
	case "response_facts":
		p.responseFacts(decode[responseCase](p.T, raw))
	case "retry":
		p.retry(decode[responseCase](p.T, raw))
	case "redirect":
		p.redirect(decode[responseCase](p.T, raw))
	case "url_resolution":
		p.Unsupported("URLs are not resolved to MBIDs yet", "mbids")
	case "entity_links":
		p.Unsupported("links of entities are not read yet", "links")
	default:
		p.pageExtraction(raw)
	}
}

// pageExtraction compares what a provider extracts from a page.
func (p providerCase) pageExtraction(raw []byte) {
	p.T.Helper()
	i := slices.IndexFunc(p.extractions, func(e Extraction) bool { return e.Case == p.ID })
	if i < 0 {
		p.Unsupported("nothing is extracted from pages yet", "extraction")
		return
	}
	c := decode[struct {
		Recordings []string
		Expected   any
	}](p.T, raw)
	doc, _ := p.get(c.Recordings[0], &providers.Endpoint{Name: "recorded"})
	got, err := p.extractions[i].Of(doc)
	if err != nil {
		p.Fail("extraction", err.Error())
		return
	}
	plain, err := plainJSON(map[string]any{"extracted": got})
	if err != nil {
		p.T.Fatal(err)
	}
	p.Compare("extraction", plain["extracted"], c.Expected)
}

// responseCase is a case about one response, or a sequence of them.
type responseCase struct {
	Recordings []string
	Scenario   string
	Expected   map[string]any
	Facts      []fact
}

// lone is a server that has one recording.
func (p providerCase) lone(id string) (*Server, *recording) {
	p.T.Helper()
	all, err := p.corpus.shelves.get(p.corpus.file("recordings"))
	if err != nil {
		p.T.Fatal(err)
	}
	r, ok := all.byID[id]
	if !ok {
		p.T.Fatalf("corpus: there is no recording %s", id)
	}
	alone := *r
	alone.ShadowedBy = ""
	only := newShelf()
	only.add(&alone)
	return &Server{shelves: []*shelf{only}, hits: map[*recording]int{}}, &alone
}

// get asks for a recording as if it were a document of an endpoint.
func (p providerCase) get(id string, like *providers.Endpoint) (providers.Document, *Server) {
	p.T.Helper()
	s, r := p.lone(id)
	probe := &providers.Endpoint{Name: like.Name, Starts: providers.ByID, Judge: like.Judge, Request: like.Request}
	ask := probe.Of("1")
	if r.request.method == http.MethodGet {
		probe.Request = func(providers.Key) (providers.Request, error) { return providers.Request{URL: r.URL}, nil }
	}
	var doc providers.Document
	InWorld(p.t, s, newRegistry(p.t, []providers.Factory{p.factory}), func(w *World) {
		cover := providers.Cover{Steps: []providers.Step{{Endpoint: probe, Needed: true}}}
		ctx, end := w.within(context.Background(), p.factory.Info.Name, cover)
		defer end()
		doc = w.services[p.factory.Info.Name].Get(ctx, ask)[0]
	})
	return doc, s
}

// responseError asks for the recording in the name of every endpoint: all have to agree on what it means.
func (p providerCase) responseError(c responseCase) {
	p.T.Helper()
	var diffs []Difference
	for _, e := range p.factory.Endpoints {
		doc, _ := p.get(c.Recordings[0], e)
		for _, d := range errorDifferences(doc.Err, c.Expected) {
			d.Path = e.Name + "." + d.Path
			diffs = append(diffs, d)
		}
	}
	p.Settle("error", diffs)
}

func (p providerCase) responseFacts(c responseCase) {
	p.T.Helper()
	doc, _ := p.get(c.Recordings[0], &providers.Endpoint{Name: "recorded"})
	if doc.Err != nil {
		p.Fail("facts", doc.Err.Error())
		return
	}
	var body any
	if err := json.Unmarshal(doc.Body, &body); err != nil {
		p.Unsupported("pages are not read yet", "facts")
		return
	}
	p.facts(c.Facts, body)
}

// retry looks up the release of another case while the service first refuses.
func (p providerCase) retry(c responseCase) {
	p.T.Helper()
	id, _ := c.Expected["release_of_case"].(string) // a missing case ends the test
	r := decode[releaseCase](p.T, read(p.T, p.corpus.file("cases", id+".json")))
	f, s := r.find(p.t, p.corpus, c.Scenario, p.factory)
	least, _ := c.Expected["min_wait_seconds"].(float64) // then 0
	if f.took < time.Duration(least*float64(time.Second)) {
		p.Fail("wait", "it waited only "+f.took.String())
	} else {
		p.Settle("wait", nil)
	}
	r.check(p.Case, p.factory.Info, f)
	p.mistakes(s)
}

// redirect looks whether the next request goes where the answer says.
func (p providerCase) redirect(c responseCase) {
	p.T.Helper()
	_, s := p.get(c.Recordings[0], &providers.Endpoint{Name: "recorded"})
	location, _ := c.Expected["location"].(string) // then it leads nowhere
	to, err := url.Parse(location)
	if err != nil {
		p.T.Fatalf("corpus: %v", err)
	}
	requests := convert(s.Requests(), func(r string) any { return r })
	p.Compare("redirect", first(requests[min(1, len(requests)):]), newAsked(http.MethodGet, to).key())
}
