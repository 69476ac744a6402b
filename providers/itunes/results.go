package itunes

import (
	"encoding/json"
	"errors"
	"slices"

	"tutti/providers"
	"tutti/providers/internal/decode"
)

// What a result can be, among other things.
const (
	wrapperCollection = "collection"
	wrapperTrack      = "track"
	wrapperArtist     = "artist"
)

// results is what a list of results says of one album.
type results struct {
	release wireRelease
	tracks  []wireTrack // of the album: songs and videos, as sent
	others  []int64     // other albums, each once
	isFull  bool        // there may be more that did not fit
}

// readResults finds the first album that is wanted, else the first one, with its tracks. Results without an album are a no: the id is
// that of something else.
func readResults(doc providers.Document, isWanted func(wireRelease) bool) (results, error) {
	a, err := decode.JSON[wireAnswer](doc)
	if err != nil {
		return results{}, err
	}
	var albums []wireRelease
	var tracks []wireTrack
	var ids []int64
	kindOfNone := providers.ErrNotFound
	for _, raw := range a.Results {
		entry, _ := within[wireEntry](doc, raw) // else it is of no known type
		switch entry.WrapperType {
		case wrapperCollection:
			album, _ := within[wireRelease](doc, raw) // it was an object a moment ago
			albums = append(albums, album)
			ids = append(ids, entry.CollectionID)
		case wrapperTrack:
			track, _ := within[wireTrack](doc, raw) // it was an object a moment ago
			tracks = append(tracks, track)
			ids = append(ids, entry.CollectionID)
		case "":
			kindOfNone = providers.ErrMalformed // it might have been the album
		}
	}
	if len(albums) == 0 {
		return results{}, withoutAlbum(doc, kindOfNone)
	}
	found := results{release: albums[max(0, slices.IndexFunc(albums, isWanted))], isFull: len(a.Results) >= maxEntities}
	found.share(tracks, ids)
	return found, nil
}

// share gives an album its tracks, and notes what belongs to others. Booklets are no tracks, and some videos belong to no album.
func (r *results) share(tracks []wireTrack, ids []int64) {
	for _, t := range tracks {
		if t.CollectionID == r.release.CollectionID && (t.Kind == typeSong || t.Kind == typeVideo) {
			r.tracks = append(r.tracks, t)
		}
	}
	for _, id := range ids {
		if id > 0 && id != r.release.CollectionID && !slices.Contains(r.others, id) {
			r.others = append(r.others, id)
		}
	}
}

// withoutAlbum is the error of results among which there is no album.
func withoutAlbum(doc providers.Document, kind error) error {
	return &providers.Error{Op: doc.Name + " " + doc.ID, Kind: kind, Err: errors.New("the results hold no album")}
}

// within reads one result of a document, and counts what does not fit as drift of the list.
func within[T any](doc providers.Document, raw json.RawMessage) (T, error) {
	return decode.Part[T](doc, "results[]", raw)
}
