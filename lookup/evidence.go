package lookup

import (
	"context"
	"strings"
	"time"

	"tutti/internal/documents"
)

// RawDocument is what a service said about one key. A "no" has no body.
type RawDocument struct {
	Endpoint, Key, URL      string
	RetrievedAt             time.Time
	Found, FromBatch        bool
	SHA256, MediaType, Body *string
}

// Documents returns what a provider's view was read from, in the order in which it was asked.
func (e *Engine) Documents(ctx context.Context, p *ProviderRelease) ([]*RawDocument, error) {
	out := []*RawDocument{}
	for _, u := range p.report.uses {
		journal := u.Journal()
		if journal == 0 {
			continue
		}
		stored, err := e.setup.Documents.Evidence(ctx, journal)
		if err != nil {
			return nil, err
		}
		out = append(out, rawDocument(stored))
	}
	return out, nil
}

func rawDocument(e documents.Evidence) *RawDocument {
	d := &RawDocument{
		Endpoint: e.Endpoint, Key: strings.TrimSpace(e.ID + " " + e.Region + " " + e.Page), URL: e.URL,
		RetrievedAt: e.Time, Found: e.Found, FromBatch: e.Batched,
	}
	if e.Found {
		body := string(e.Body)
		d.SHA256, d.MediaType, d.Body = &e.Hash, &e.MediaType, &body
	}
	return d
}
