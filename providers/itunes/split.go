package itunes

import (
	"encoding/json"
	"fmt"
	"slices"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/decode"
)

// splitIDs gives each id the results that it would have alone: itself, and the songs of an album. An id without any is a no. Nothing
// is decided by a list that may have been cut, or that has results nobody can account for.
func splitIDs(body []byte, keys []providers.Key) (map[providers.Key][]byte, error) {
	list, err := readList(body)
	if err != nil {
		return nil, err
	}
	shares := map[providers.Key][]json.RawMessage{}
	for _, raw := range list {
		owners := ownersOf(raw, keys)
		if len(owners) == 0 || len(list) >= maxEntities {
			return map[providers.Key][]byte{}, nil
		}
		for _, k := range owners {
			shares[k] = append(shares[k], raw)
		}
	}
	return parts(shares, keys)
}

// ownersOf returns the keys that a result is for: those of its album, else those of itself.
func ownersOf(raw json.RawMessage, keys []providers.Key) []providers.Key {
	for _, id := range identified(raw) {
		var owners []providers.Key
		for _, k := range keys {
			if k.ID == id {
				owners = append(owners, k)
			}
		}
		if len(owners) > 0 {
			return owners
		}
	}
	return nil
}

// identified returns the ids that a result is an answer to, its album first.
func identified(raw json.RawMessage) []string {
	e, err := decode.Body[wireEntry](raw)
	if err != nil {
		return nil
	}
	switch e.WrapperType {
	case wrapperCollection:
		return []string{idText(e.CollectionID)}
	case wrapperTrack:
		return []string{idText(e.CollectionID), idText(e.TrackID)}
	case wrapperArtist:
		return []string{idText(e.ArtistID)}
	default:
		return nil
	}
}

// splitBarcodes gives each barcode the albums whose artwork is named by it: nothing else says which one is for which. A barcode
// without any is a no if all albums are accounted for, else it is undecided.
func splitBarcodes(body []byte, keys []providers.Key) (map[providers.Key][]byte, error) {
	list, err := readList(body)
	if err != nil {
		return nil, err
	}
	shares, isComplete := map[providers.Key][]json.RawMessage{}, len(list) < maxEntities
	for _, raw := range list {
		isOwned := false
		album, err := decode.Body[wireRelease](raw)
		for _, k := range keys {
			if err == nil && isOf(music.GTIN(k.ID), album) {
				shares[k], isOwned = append(shares[k], raw), true
			}
		}
		isComplete = isComplete && isOwned
	}
	if !isComplete {
		keys = slices.DeleteFunc(slices.Clone(keys), func(k providers.Key) bool { return len(shares[k]) == 0 })
	}
	return parts(shares, keys)
}

// parts gives keys their shares in the form of single answers; without one, it is a no.
func parts(shares map[providers.Key][]json.RawMessage, keys []providers.Key) (map[providers.Key][]byte, error) {
	out := make(map[providers.Key][]byte, len(keys))
	for _, k := range keys {
		if len(shares[k]) == 0 {
			out[k] = nil
			continue
		}
		part, err := json.Marshal(wireAnswer{ResultCount: len(shares[k]), Results: shares[k]})
		if err != nil {
			return nil, fmt.Errorf("split results: %w", err)
		}
		out[k] = part
	}
	return out, nil
}
