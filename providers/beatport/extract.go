package beatport

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
	"tutti/providers/internal/embedded"
)

// islandID is the id of the script element that holds the data of a page.
const islandID = "__NEXT_DATA__"

// pageSize is how many tracks a page describes at most.
const pageSize = 100

// Where pages hold the answers that they are made of: the key begins so; without keys, it is the place that counts.
const (
	tracksKey   = "tracks"
	tracksPlace = 1
	searchKey   = "search"
	searchPlace = 0
)

// island returns the data of a page.
func island(doc providers.Document) providers.Document {
	html, err := embedded.Parse(doc)
	if err != nil {
		return providers.Document{Ask: doc.Ask, Err: err}
	}
	return html.Script(islandID)
}

// readRelease reads the data of a release's page. The tracks are in order.
func readRelease(data providers.Document) (wireRelease, answer.Tracks[wireTrack], error) {
	var list answer.Tracks[wireTrack]
	d, err := decode.JSON[wireData](data)
	p := d.Props.PageProps
	switch {
	case err != nil:
		return wireRelease{}, list, err
	case p.Release == nil:
		return wireRelease{}, list, missing("release")
	}
	release := *p.Release
	list.Release, list.Count = idText(release.ID), release.TrackCount
	if n := max(release.TrackCount, len(release.Tracks)); n > pageSize {
		return release, list, &providers.Error{
			Op: "tracks of release " + list.Release, Kind: providers.ErrUnsupported, Err: fmt.Errorf("there are %d, more than %d", n, pageSize),
		}
	}
	tracks, err := decode.JSON[wireTracks](p.query(data, tracksKey, tracksPlace))
	if err == nil {
		list.List, err = arranged(release.Tracks, tracks.Results)
	}
	return release, list, err
}

// arranged returns the tracks in order; nil: they are not listed. The list of their addresses is backwards.
func arranged(backwards []string, described []wireTrack) ([]wireTrack, error) {
	switch {
	case described == nil:
		return nil, missing("descriptions of tracks")
	case backwards == nil:
		return nil, nil
	}
	tracks := make([]wireTrack, 0, len(backwards))
	for _, address := range slices.Backward(backwards) {
		i := slices.IndexFunc(described, func(t wireTrack) bool { return t.URL == address && address != "" })
		if i < 0 {
			return nil, missing("description of track " + address)
		}
		tracks = append(tracks, described[i])
	}
	return tracks, nil
}

// results are what a search has found.
type results struct {
	barcode music.GTIN // that was searched for; empty: the page does not say
	hits    []wireHit
}

// readSearch reads the data of a page of results.
func readSearch(data providers.Document) (results, error) {
	d, err := decode.JSON[wireData](data)
	if err != nil {
		return results{}, err
	}
	found, err := decode.JSON[wireResults](d.Props.PageProps.query(data, searchKey, searchPlace))
	switch {
	case err != nil:
		return results{}, err
	case found.Releases == nil || found.Releases.Data == nil:
		return results{}, missing("list of releases")
	default:
		return results{barcode: music.GTIN(d.Query.Q), hits: found.Releases.Data}, nil
	}
}

// query returns one of the answers that a page is made of, as a document.
func (p wirePage) query(data providers.Document, key string, place int) providers.Document {
	queries := p.DehydratedState.Queries
	i := slices.IndexFunc(queries, func(q wireQuery) bool { return strings.HasPrefix(q.kind(), key) })
	if i < 0 && place < len(queries) && queries[place].kind() == "" {
		i = place
	}
	if i < 0 {
		data.Body, data.Err = nil, missing("answer for "+key)
		return data
	}
	data.Body = queries[i].State.Data
	return data
}

// kind is the first part of the key; empty: it has none.
func (q wireQuery) kind() string {
	var kind string
	if len(q.QueryKey) == 0 || json.Unmarshal(q.QueryKey[0], &kind) != nil {
		return ""
	}
	return kind
}

// missing is the error for data that have to be there.
func missing(what string) error {
	return &providers.Error{Kind: providers.ErrMalformed, Err: errors.New("the page has no " + what)}
}
