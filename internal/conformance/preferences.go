package conformance

import (
	"bytes"
	"encoding/json"
	"fmt"

	"tutti/harmonize"
	"tutti/music"
)

// DecodePreferences reads the preferences of a merge: null for none, a list for everything, an object of lists per property,
// or a text for the default preferences.
func DecodePreferences(raw []byte) (harmonize.Preferences, error) {
	var p harmonize.Preferences
	raw = bytes.TrimSpace(raw)
	switch {
	case len(raw) == 0 || string(raw) == "null":
		return p, nil
	case raw[0] == '"':
		return DefaultPreferences(), nil
	case raw[0] == '[':
		list, err := decodeNames(raw)
		p.Default = list
		return p, err
	}
	return decodeLists(raw)
}

func decodeNames(raw []byte) ([]music.ProviderName, error) {
	var names []string
	if err := json.Unmarshal(raw, &names); err != nil {
		return nil, fmt.Errorf("preferences of a corpus: %w", err)
	}
	return convert(names, InternalName), nil
}

// decodeLists keeps the order in which the object has its keys.
func decodeLists(raw []byte) (harmonize.Preferences, error) {
	p := harmonize.Preferences{By: make(map[music.Property][]music.ProviderName)}
	d := json.NewDecoder(bytes.NewReader(raw))
	if _, err := d.Token(); err != nil {
		return p, fmt.Errorf("preferences of a corpus: %w", err)
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return p, fmt.Errorf("preferences of a corpus: %w", err)
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return p, fmt.Errorf("preferences of a corpus: %w", err)
		}
		names, err := decodeNames(value)
		if err != nil {
			return p, err
		}
		if err := setList(&p, fmt.Sprint(key), names); err != nil {
			return p, err
		}
	}
	return p, nil
}

func setList(p *harmonize.Preferences, key string, names []music.ProviderName) error {
	switch key {
	case "media":
		p.Media = names
		return nil
	case "externalId":
		p.ExternalIDs = names
		return nil
	}
	for _, s := range sources {
		if s.key == key {
			p.By[s.property] = names
			p.Sequence = append(p.Sequence, s.property)
			return nil
		}
	}
	return fmt.Errorf("preferences of a corpus: no property %q", key)
}

// DefaultPreferences order the providers by the quality of their features (core specification 3.2).
func DefaultPreferences() harmonize.Preferences {
	names := func(list ...music.ProviderName) []music.ProviderName { return list }
	return harmonize.Preferences{
		By: map[music.Property][]music.ProviderName{
			music.PropLabels:  names("musicbrainz", "discogs", "beatport", "mora", "spotify", "deezer", "itunes", "bandcamp", "ototoy", "tidal"),
			music.PropLengths: names("itunes", "spotify", "bandcamp", "beatport", "musicbrainz", "discogs", "deezer", "tidal", "mora", "ototoy"),
			music.PropImages:  names("itunes", "bandcamp", "spotify", "ototoy", "deezer", "beatport", "tidal", "discogs", "mora", "musicbrainz"),
		},
		ExternalIDs: names("musicbrainz", "discogs", "deezer", "spotify", "tidal", "bandcamp", "beatport", "mora", "ototoy", "itunes"),
		Sequence:    []music.Property{music.PropLabels, music.PropLengths, music.PropImages},
	}
}
