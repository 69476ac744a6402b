package answer

import (
	"slices"

	"tutti/music"
	"tutti/providers"
)

// Gaps collects the properties that should be in an answer and are not, wholly or in part. The zero value is ready to use.
type Gaps struct{ list []providers.Gap }

// Add notes that these properties are missing because of why. Of several reasons for one property, the first is kept. A nil why
// is no gap, so that the error of a document can be passed on as it is.
func (g *Gaps) Add(why error, missing music.Properties) {
	if why == nil {
		return
	}
	for p := range music.NumProperties {
		known := slices.ContainsFunc(g.list, func(gap providers.Gap) bool { return gap.Property == p })
		if missing.Has(p) && !known {
			g.list = append(g.list, providers.Gap{Property: p, Err: why})
		}
	}
}

// AddDocs notes the properties as missing if one of the documents is.
func (g *Gaps) AddDocs(docs []providers.Document, missing music.Properties) {
	for i := range docs {
		g.Add(docs[i].Err, missing)
	}
}

// AddCut notes the properties as missing beyond a cap.
func (g *Gaps) AddCut(missing music.Properties) {
	g.Add(&providers.Error{Kind: providers.ErrCut}, missing)
}

// Missing returns the properties noted so far.
func (g *Gaps) Missing() music.Properties {
	var p music.Properties
	for _, gap := range g.list {
		p |= music.PropertiesOf(gap.Property)
	}
	return p
}

// List returns the gaps in the order in which they were noted; nil: there are none.
func (g *Gaps) List() []providers.Gap { return slices.Clone(g.list) }
