package bandcamp

import (
	"tutti/providers"
	"tutti/providers/internal/decode"
	"tutti/providers/internal/embedded"
)

// extract reads the data of a release's page. A page without it is ErrMalformed.
func extract(doc providers.Document) (wireRelease, error) {
	var r wireRelease
	page, err := embedded.Parse(doc)
	if err != nil {
		return r, err
	}
	if r.Tralbum, err = decode.JSON[wireTralbum](page.Attribute("data-tralbum")); err != nil {
		return r, err
	}
	if r.Band, err = decode.JSON[wireBand](page.Attribute("data-band")); err != nil {
		return r, err
	}
	if r.Tralbum.Current.Title == "" {
		return r, page.Missing("title of a release in its data")
	}
	r.Description, _ = page.MetaText("og:description") // else it announces nothing
	r.LicenseURL = page.Find("a.cc-icons").First().AttrOr("href", "")
	return r, nil
}

// extractPlayer reads the data of an album's player. A page without it is ErrMalformed.
func extractPlayer(doc providers.Document) (wirePlayer, error) {
	page, err := embedded.Parse(doc)
	if err != nil {
		return wirePlayer{}, err
	}
	p, err := decode.JSON[wirePlayer](page.Attribute("data-player-data"))
	if err == nil && p.Tracks == nil {
		err = page.Missing("list of tracks in its data")
	}
	return p, err
}
