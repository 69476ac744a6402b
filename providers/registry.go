package providers

import (
	"cmp"
	"fmt"
	"slices"

	"tutti/music"
)

// Registry knows the providers of a program, in the order in which they were registered. That order breaks ties.
type Registry struct {
	factories []Factory
	byName    map[string]int // internal and display names
}

// NewRegistry returns a registry of these providers. A second provider of the same internal or display name is an error, as is a
// factory that no lookup could work with.
func NewRegistry(fs ...Factory) (*Registry, error) {
	r := &Registry{factories: slices.Clone(fs), byName: map[string]int{}}
	for i, f := range r.factories {
		if err := f.Check(); err != nil {
			return nil, err
		}
		names := []string{string(f.Info.Name)}
		if f.Info.Display != names[0] {
			names = append(names, f.Info.Display)
		}
		for _, name := range names {
			if _, taken := r.byName[name]; taken {
				return nil, fmt.Errorf("register provider %s: the name %q is taken", f.Info.Name, name)
			}
			r.byName[name] = i
		}
	}
	return r, nil
}

// Factories returns all providers in the order of registration.
func (r *Registry) Factories() []Factory { return slices.Clone(r.factories) }

// Lookup returns the provider of an internal or display name, which is case-sensitive.
func (r *Registry) Lookup(name string) (Factory, bool) {
	i, ok := r.byName[name]
	if !ok {
		return Factory{}, false
	}
	return r.factories[i], true
}

// ByURL returns the first registered provider that owns the host of a page, and the entity that the page is about. Without an
// entity, the provider is still returned, so that one can say whose page was not understood; of an unknown host, it has no name.
func (r *Registry) ByURL(u string) (f Factory, id ID, ok bool) {
	for i := range r.factories {
		if r.factories[i].Info.Owns(u) {
			id, ok = r.factories[i].Info.Recognize(u)
			return r.factories[i], id, ok
		}
	}
	return Factory{}, ID{}, false
}

// MBIDs returns the first registered provider whose own ids are MBIDs.
func (r *Registry) MBIDs() (Factory, bool) {
	i := slices.IndexFunc(r.factories, func(f Factory) bool { return f.Info.MBIDs })
	if i < 0 {
		return Factory{}, false
	}
	return r.factories[i], true
}

// Category returns the members of a category in the order of registration; an unknown category has none.
func (r *Registry) Category(c Category) []music.ProviderName {
	var out []music.ProviderName
	for i := range r.factories {
		if r.factories[i].Info.in(c) {
			out = append(out, r.factories[i].Info.Name)
		}
	}
	return out
}

func (i Info) in(c Category) bool {
	switch c {
	case All:
		return true
	case Default:
		return slices.Contains(i.Categories, Digital) && i.Features.GTINLookup >= Present
	case Digital, Database:
		return slices.Contains(i.Categories, c)
	default:
		return false
	}
}

// Categories returns the categories that providers can be asked for by.
func (r *Registry) Categories() []Category { return []Category{Default, Digital, Database, All} }

// Feature is one of the things that a service can be good at; see [Features].
type Feature uint8

// The features that providers are ranked by.
const (
	FeatureCoverSize Feature = iota
	FeatureDurationPrecision
	FeatureGTINLookup
	FeatureMBIDResolving
	FeatureReleaseLabel
)

// Value returns how good a service is at a feature, on the scale of that feature; more is better.
func (f Features) Value(of Feature) int {
	switch of {
	case FeatureCoverSize:
		return f.CoverSize
	case FeatureDurationPrecision:
		return int(f.DurationPrecision)
	case FeatureGTINLookup:
		return int(f.GTINLookup)
	case FeatureMBIDResolving:
		return int(f.MBIDResolving)
	case FeatureReleaseLabel:
		return int(f.ReleaseLabel)
	default:
		return 0
	}
}

// Ranking returns all providers, the best at a feature first; of equals, the one registered first.
func (r *Registry) Ranking(of Feature) []music.ProviderName {
	ranked := slices.Clone(r.factories)
	slices.SortStableFunc(ranked, func(a, b Factory) int {
		return cmp.Compare(b.Info.Features.Value(of), a.Info.Features.Value(of))
	})
	out := make([]music.ProviderName, len(ranked))
	for i := range ranked {
		out[i] = ranked[i].Info.Name
	}
	return out
}

// Preferences says which providers are to be believed first, for what they differ in most.
type Preferences struct {
	Labels      []music.ProviderName
	Lengths     []music.ProviderName
	Images      []music.ProviderName
	ExternalIDs []music.ProviderName
}

// DefaultPreferences returns the preferences that follow from the features of the providers.
func (r *Registry) DefaultPreferences() Preferences {
	return Preferences{
		Labels:      r.Ranking(FeatureReleaseLabel),
		Lengths:     r.Ranking(FeatureDurationPrecision),
		Images:      r.Ranking(FeatureCoverSize),
		ExternalIDs: r.Ranking(FeatureMBIDResolving),
	}
}
