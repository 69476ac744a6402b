package conformance

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tutti/music"
	"tutti/providers"
)

// ProviderFunctions are the functions of the corpora that ask a registry. Rows about services that are not registered are not built.
func ProviderFunctions(t *testing.T, factories []providers.Factory) map[string]Func {
	t.Helper()
	r := newRegistry(t, shared(factories))
	p := registered{r}
	return map[string]Func{
		"url.extract": p.extract, "url.construct": p.construct, "id.parse": p.parseID, "id.serialize": p.serializeID,
		"provider.linkTypes": p.linkTypes, "provider.category": p.category, "provider.ranking": p.ranking,
		"release_date_quality": p.dateQuality,
	}
}

type registered struct{ registry *providers.Registry }

// info is what is known of a provider, by either of its names.
func (r registered) info(name string) (providers.Info, error) {
	f, ok := r.registry.Lookup(name)
	switch {
	case ok:
		return f.Info, nil
	case slices.Contains(DefaultPreferences().ExternalIDs, InternalName(name)):
		return providers.Info{}, NotBuilt("not registered: " + string(InternalName(name)))
	default:
		return providers.Info{}, &providers.Error{Kind: providers.ErrInvalid, Err: fmt.Errorf("there is no provider %q", name)}
	}
}

// areThere tells whether all of some providers are registered, else the error names those that are not.
func (r registered) areThere(names []string) error {
	var missing []string
	for _, n := range names {
		if _, err := r.info(n); errors.As(err, new(NotBuilt)) {
			missing = append(missing, string(InternalName(n)))
		}
	}
	if len(missing) > 0 {
		return NotBuilt("not registered: " + strings.Join(missing, ", "))
	}
	return nil
}

func (r registered) extract(t *testing.T, input []byte) (any, error) {
	t.Helper()
	u := decode[struct{ URL string }](t, input).URL
	f, id, ok := r.registry.ByURL(u)
	if !ok {
		return nil, r.foreign(f, u)
	}
	out := encodeID(id)
	out["provider"] = string(f.Info.Name)
	return out, nil
}

// foreign tells a URL that nobody knows from one whose provider is not there: its host has the name of a service, or is known as its.
func (r registered) foreign(f providers.Factory, u string) error {
	for _, name := range DefaultPreferences().ExternalIDs {
		host, ok := hostNames[name]
		if !ok {
			host = string(name) + "."
		}
		_, there := r.registry.Lookup(string(name))
		if f.Info.Name == "" && !there && strings.Contains(strings.ToLower(u), host) {
			return NotBuilt("not registered: " + string(name))
		}
	}
	return nil
}

func (r registered) construct(t *testing.T, input []byte) (any, error) {
	t.Helper()
	e := decode[struct{ Entity entity }](t, input).Entity
	info, err := r.info(e.Provider)
	if err != nil {
		return nil, err
	}
	page := info.URL(e.id())
	if page == "" {
		return nil, &providers.Error{Provider: info.Name, Kind: providers.ErrInvalid, Err: fmt.Errorf("%q has no page", e.ID)}
	}
	return page, nil
}

func (r registered) parseID(t *testing.T, input []byte) (any, error) {
	t.Helper()
	e := decode[entity](t, input)
	info, err := r.info(e.Provider)
	if err != nil {
		return nil, err
	}
	id, err := info.ParseID(e.ID)
	return encodeID(id), err
}

func (r registered) serializeID(t *testing.T, input []byte) (any, error) {
	t.Helper()
	e := decode[entity](t, input)
	info, err := r.info(e.Provider)
	if err != nil {
		return nil, err
	}
	return info.SerializeID(e.id()), nil
}

func (r registered) linkTypes(t *testing.T, input []byte) (any, error) {
	t.Helper()
	info, err := r.info(decode[entity](t, input).Provider)
	if err != nil {
		return nil, err
	}
	return info.Links(providers.ID{Type: info.URLs.Types.Release[0]}), nil
}

// category is computed of all providers: with some missing, only rows about those that are there can be told.
func (r registered) category(t *testing.T, input []byte) (any, error) {
	t.Helper()
	in := decode[struct{ Category string }](t, input)
	if in.Category == "preferred" {
		return nil, NotBuilt("there is no category of preferred providers yet")
	}
	got := r.registry.Category(providers.Category(in.Category))
	if len(got) == 0 {
		return got, nil
	}
	return got, r.areThere(convert(DefaultPreferences().ExternalIDs, func(p music.ProviderName) string { return string(p) }))
}

func (r registered) ranking(t *testing.T, input []byte) (any, error) {
	t.Helper()
	name := decode[struct{ Feature string }](t, input).Feature
	feature, ok := features[name]
	if !ok {
		return nil, fmt.Errorf("there is no feature %q", name)
	}
	display := func(p music.ProviderName) any {
		f, _ := r.registry.Lookup(string(p))
		return f.Info.Display
	}
	got := convert(r.registry.Ranking(feature), display)
	return got, r.areThere(convert(DefaultPreferences().ExternalIDs, func(p music.ProviderName) string { return string(p) }))
}

func (r registered) dateQuality(t *testing.T, input []byte) (any, error) {
	t.Helper()
	in := decode[struct {
		Provider string
		Date     json.RawMessage
	}](t, input)
	info, err := r.info(in.Provider)
	if err != nil {
		return nil, err
	}
	var date *music.PartialDate
	if len(in.Date) > 0 && string(in.Date) != "null" {
		d := decode[music.PartialDate](t, in.Date)
		date = &d
	}
	return newWireDate(music.QualifyDate(date, info.Launch)), nil
}
