package providertest

import (
	"bytes"
	"context"
	"errors"
	"net/http"

	"tutti/providers"
)

// plumbed puts something between the real documents and the good provider.
func plumbed(change func(providers.Document) providers.Document) func(providers.Factory, http.RoundTripper) Plumbing {
	return func(f providers.Factory, net http.RoundTripper) Plumbing {
		p := Real(f, net)
		good := p.Documents
		p.Documents = getting(func(ctx context.Context, asks ...providers.Ask) []providers.Document {
			docs := good.Get(ctx, asks...)
			for i := range docs {
				docs[i] = change(docs[i])
			}
			return docs
		})
		return p
	}
}

func brokenPlumbing() map[string]broken {
	gone := errors.New("gone")
	with := func(d func(providers.Factory, http.RoundTripper) Plumbing) func(*Spec) {
		return func(s *Spec) { s.Documents = d }
	}
	return map[string]broken{
		"is told something else by the real documents": {"04", specs(with(plumbed(func(d providers.Document) providers.Document {
			d.Body = bytes.ReplaceAll(d.Body, []byte("Washers"), []byte("Seals"))
			return d
		}))), "id-2: with the real documents the answer differs"},
		"is told nothing by the real documents": {"04", specs(with(plumbed(func(d providers.Document) providers.Document {
			d.Err = gone
			return d
		}))), "album by id: with the real documents the lookup fails: toy: album 1: malformed: gone"},
		"has real documents that ask nobody": {"04", specs(with(func(providers.Factory, http.RoundTripper) Plumbing {
			return Plumbing{Documents: getting(func(_ context.Context, asks ...providers.Ask) []providers.Document {
				return make([]providers.Document, len(asks))
			})}
		})), "album by id: the real documents ask for nothing"},
		"has real documents that leave bodies open": {"04", specs(with(func(f providers.Factory, net http.RoundTripper) Plumbing {
			return Real(f, leaking{net})
		})), "bodies are not closed"},
		"has real documents that take a no for a fault": {"07", specs(with(plumbed(func(d providers.Document) providers.Document {
			if errors.Is(d.Err, providers.ErrNotFound) {
				d.Err = gone
			}
			return d
		}))), "id-9: with the real documents the lookup ends with toy: album 9: malformed: gone, else with toy: album 9: not found"},
	}
}

// leaking is a transport that sends every request once more, and forgets the answer.
type leaking struct{ http.RoundTripper }

// RoundTrip implements http.RoundTripper.
func (l leaking) RoundTrip(r *http.Request) (*http.Response, error) {
	if _, err := l.RoundTripper.RoundTrip(r); err != nil {
		return nil, err
	}
	return l.RoundTripper.RoundTrip(r)
}
