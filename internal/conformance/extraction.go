package conformance

import (
	"encoding/json"

	"tutti/providers"
)

// Extract takes out of a page of a service what cases of that kind ask for.
type Extract func(page providers.Document) (any, error)

// extractionCase is a case about data in a page.
type extractionCase struct {
	Recordings []string
	Expected   any
}

func (p providerCase) extraction(c extractionCase) {
	p.T.Helper()
	if len(p.extract) == 0 {
		p.Unsupported("nothing is extracted from pages yet", "extraction")
		return
	}
	doc, _ := p.get(c.Recordings[0], &providers.Endpoint{Name: "recorded"})
	got, err := p.extract[0](doc)
	if err != nil {
		p.Fail("extraction", err.Error())
		return
	}
	raw, err := json.Marshal(got)
	if err != nil {
		p.T.Fatal(err)
	}
	p.Compare("extraction", decode[any](p.T, raw), c.Expected)
}
