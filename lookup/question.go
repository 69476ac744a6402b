package lookup

import (
	"maps"
	"time"

	"tutti/harmonize"
	"tutti/harmonize/match"
	"tutti/internal/documents"
	"tutti/music"
	"tutti/permalink"
	"tutti/providers"
)

// Ref is a release in a provider's own terms.
type Ref struct {
	Provider music.ProviderName
	ID       string       // as a text, see providers.Info.SerializeID
	Region   music.Region // asked first, where the provider's catalogue differs by region
}

// ByMBID returns the reference to a release of the provider whose own ids are MBIDs.
func (e *Engine) ByMBID(m music.MBID) Ref {
	f, _ := e.setup.Registry.MBIDs()
	return Ref{Provider: f.Info.Name, ID: string(m)}
}

// Freshness says how old an answer may be.
type Freshness uint8

// How old.
const (
	WhileRevalidating Freshness = iota // what is stored, refreshed in the background when it is old
	FreshOnly                          // ask now; what is stored serves only where a provider fails
	CacheOnly                          // only what is stored
)

// Question is which release is meant. Parts may be combined; what is wrong with one of them costs only that part.
type Question struct {
	GTIN string // as given
	URLs []string
	Refs []Ref
	Hint *match.Hint // what is known of it in place of all the above; nil: it is named
	Bad  string      // what is wrong with the question as a whole, found before it was asked; empty: nothing
	Options
}

// Options say how to look up. The zero value is the default.
type Options struct {
	Providers  []music.ProviderName // asked by GTIN; nil together with nil Categories: the default category
	Categories []providers.Category // all of their members are asked by GTIN
	Templates  []music.ProviderName // whose answers are used as fallback only
	Regions    []music.Region       // in order
	Merge      harmonize.Options    // Preferences, Primary and OnConflict; the rest is filled in
	Freshness  Freshness
	// AsOf asks for the answer as it was recorded at a moment, to the millisecond: nothing is sent, and Freshness does not count.
	// Zero: now.
	AsOf time.Time
	// Link is the permalink that is replayed, see Engine.Replay; nil: none. AsOf is then the link's.
	Link     *permalink.Link
	Deadline time.Duration // 0: the engine's
	// MaxRequests bounds what the lookup may send; 0: no bound.
	MaxRequests int
	// budget is what is left of that bound, where several lookups share it; nil: the lookup has one of its own.
	budget *documents.Budget
	// Reference asks for what the reference would say: every provider's answer is merged with all that it holds.
	Reference bool
}

// view is how documents are seen. The budget is shared where it has to be.
func (o Options) view() documents.View {
	v := documents.View{Mode: modes[o.Freshness], Budget: o.sharing().budget}
	if !o.AsOf.IsZero() {
		v.Mode, v.At = documents.Replay, o.AsOf
	}
	if o.Link != nil {
		v.Pins = pins(o.Link)
	}
	return v
}

// sharing returns the options with one budget for all that is asked with them.
func (o Options) sharing() Options {
	if o.MaxRequests > 0 && o.budget == nil {
		o.budget = documents.NewBudget(o.MaxRequests)
	}
	return o
}

// Need is what the answer is wanted for.
type Need struct {
	Common music.Properties                        // of the merged release
	Of     map[music.ProviderName]music.Properties // beyond that, of one provider's own view
}

// Everything is the need for all there is.
func Everything() Need { return Need{Common: music.AllProperties} }

// of returns what is needed of one provider.
func (n Need) of(p music.ProviderName) music.Properties { return n.Common | n.Of[p] }

// contains reports whether an answer to n answers m too.
func (n Need) contains(m Need) bool {
	if !n.Common.Contains(m.Common) {
		return false
	}
	for p, props := range m.Of {
		if !n.of(p).Contains(props) {
			return false
		}
	}
	return true
}

// with returns the need of both.
func (n Need) with(m Need) Need {
	out := Need{Common: n.Common | m.Common, Of: maps.Clone(n.Of)}
	for p, props := range m.Of {
		if out.Of == nil {
			out.Of = map[music.ProviderName]music.Properties{}
		}
		out.Of[p] |= props
	}
	return out
}

// closed returns the need with all that derived values are made of.
func (n Need) closed() Need {
	out := Need{Common: harmonize.Requires(n.Common)}
	for p, props := range n.Of {
		if out.Of == nil {
			out.Of = make(map[music.ProviderName]music.Properties, len(n.Of))
		}
		out.Of[p] = harmonize.Requires(props | n.Common)
	}
	return out
}
