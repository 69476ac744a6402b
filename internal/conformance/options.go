package conformance

import (
	"tutti/lookup"
	"tutti/music"
	"tutti/providers"
)

// lookupOptions are the options of the reference.
type lookupOptions struct {
	Providers           *[]string
	Regions             []music.Region
	TemplateProviders   []string
	WithISRC            bool
	WithSeparateMedia   bool
	WithAllTrackArtists bool
	WithAvailability    bool
}

// need is what a provider is asked for with these options.
func (o lookupOptions) need(p music.ProviderName) music.Properties {
	need, e := music.AllProperties, extra[p]
	for _, x := range []struct {
		on    bool
		props music.Properties
	}{
		{o.WithISRC, e.isrc},
		{o.WithSeparateMedia, e.separateMedia},
		{o.WithAllTrackArtists, e.allTrackArtists},
		{o.WithAvailability, e.availability},
	} {
		if !x.on {
			need = need.Without(x.props)
		}
	}
	return need
}

// needs are the needs of all providers.
func (o lookupOptions) needs(r *providers.Registry) lookup.Need {
	n := lookup.Need{Of: map[music.ProviderName]music.Properties{}}
	for _, f := range r.Factories() {
		n.Of[f.Info.Name] = o.need(f.Info.Name)
	}
	return n
}
