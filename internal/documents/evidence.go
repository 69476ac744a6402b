package documents

import (
	"context"
	"time"
)

// Evidence is a stored document for people to read. A "no" has no body.
type Evidence struct {
	Endpoint, ID, Region, Page string
	URL                        string // the canonical single request
	Time                       time.Time
	Found, Batched             bool
	Hash, MediaType            string
	Body                       []byte
}

// Evidence returns the document of a journal number, as Use has it.
func (d *Documents) Evidence(ctx context.Context, journal int64) (Evidence, error) {
	e, err := d.options.Store.At(ctx, journal)
	if err != nil {
		return Evidence{}, err
	}
	return Evidence{
		Endpoint: e.Endpoint, ID: e.ID, Region: e.Region, Page: e.Page, URL: e.URL, Time: e.Time, Found: e.Found,
		Batched: e.Batched, Hash: e.Hash, MediaType: e.MediaType, Body: e.Body,
	}, nil
}
