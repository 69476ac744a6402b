package harmonize

import (
	"maps"

	"tutti/music"
)

// Options say how to merge. The zero value is [Default].
type Options struct {
	Preferences
	// Primary is the provider whose GTIN and track list count when providers answer about different releases.
	Primary music.ProviderName
	// OnConflict says what to do then.
	OnConflict Policy
	// Need is what is read, closed over what that depends on, see Requires. 0: everything.
	Need music.Properties
	// SourceNeed is what the view of one provider is asked for beyond Need.
	SourceNeed map[music.ProviderName]music.Properties
	// Owner is whom the merge is made for: handed through to Release.Owner, never looked at.
	Owner any

	// Guess returns the languages that titles may be in, the likeliest first, and always the same ones for the same titles. nil: none
	// is guessed.
	Guess func(titles string) []music.LanguageGuess
	// Raw leaves ISRCs and label names as the sources have them, and derives neither script nor language.
	Raw bool

	solo      music.ProviderName // whose view this is; empty: all providers
	reference bool               // order of work, masks and gaps as in the reference
}

// Policy says what to do when providers answer about different releases.
type Policy uint8

// Policies.
const (
	Cluster       Policy = iota // merge one cluster, exclude the others, report the conflict
	PreferPrimary               // merge the cluster of the primary provider; fail without one
	Fail                        // an IncompatibleError
)

// Preferences order the providers, most preferred first, one list per merged property. Providers that a list does not name
// follow in the order of the outcomes. A list without entries is left out.
type Preferences struct {
	// Default stands for each list left out.
	Default []music.ProviderName
	// By has the lists per property. Those of PropMBIDs order the release group.
	By map[music.Property][]music.ProviderName
	// Media says whose media and tracks the others are aligned to. The track count and the numbers follow, and so do the
	// titles and formats of media and the titles and artists of tracks when their own list is left out.
	Media []music.ProviderName
	// ExternalIDs orders links and ids, which are united from all.
	ExternalIDs []music.ProviderName
	// Sequence is the order in which the Reference preset applies the lists in By: an earlier list shows through among the
	// providers that a later one does not name. Properties left out follow in their own order. The default mode ignores it.
	Sequence []music.Property
}

// WithQuality fills the lists that are left out, where there is no Default either, with those of q.
func (p Preferences) WithQuality(q Preferences) Preferences {
	if len(p.Default) > 0 {
		return p
	}
	by := make(map[music.Property][]music.ProviderName, len(p.By)+len(q.By))
	maps.Copy(by, q.By)
	for prop, list := range p.By {
		if len(list) > 0 {
			by[prop] = list
		}
	}
	p.By = by
	if len(p.Media) == 0 {
		p.Media = q.Media
	}
	if len(p.ExternalIDs) == 0 {
		p.ExternalIDs = q.ExternalIDs
	}
	return p
}

// Default returns the options of the default mode: contradictions are clustered, everything is needed, no preferences.
func Default() Options { return Options{Need: music.AllProperties} }

// Reference returns the preset that equals the reference: it reads all that the outcomes hold, pairs tracks by index, and
// refuses contradictions. With a Primary, set OnConflict to PreferPrimary.
func Reference() Options {
	return Options{OnConflict: Fail, Need: music.AllProperties, reference: true}
}
