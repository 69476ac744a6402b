package conformance

import (
	"errors"
	"testing"

	"tutti/providers"
	"tutti/providers/deezer"
)

func TestExtractionsAreCompared(t *testing.T) {
	t.Parallel()
	const raw = `{"recordings":["album"],"expected":[{"bytes":true}]}`
	taking := func(got any, err error) []Extract {
		return []Extract{func(page providers.Document) (any, error) {
			if page.Err != nil || len(page.Body) == 0 {
				return nil, errors.New("there is no page")
			}
			return got, err
		}}
	}
	for name, c := range map[string]struct {
		extract []Extract
		want    Outcome
	}{
		"as expected":        {taking([]any{map[string]any{"bytes": true}}, nil), Passed},
		"something else":     {taking([]any{map[string]any{"bytes": false}}, nil), Failed},
		"nothing":            {taking(nil, nil), Failed},
		"an error":           {taking(nil, providers.ErrMalformed), Failed},
		"nobody can extract": {nil, Unsupported},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			e := &ear{}
			out := Case{T: e, Kind: "page_extraction", Provider: "deezer", ID: name, report: e.hear}
			providerCase{out, t, corpusOf("recorded"), deezer.Factory(), c.extract}.run([]byte(raw))
			if got := e.outcomes(); len(got) != 1 || got[0] != "extraction="+string(c.want) {
				t.Errorf("got the parts %v, want the extraction %s; said: %v", got, c.want, e.errors)
			}
		})
	}
}
