package providers

import (
	"context"

	"tutti/music"
)

// Provider reads release metadata from one service. Only Source calls it.
type Provider interface {
	Release(ctx context.Context, id ID, opt Options) (*Answer, error)
}

// GTINFinder is implemented by providers which can be asked for a barcode.
type GTINFinder interface {
	FindGTIN(ctx context.Context, g music.GTIN, opt Options) (*Answer, error)
}

// ID is an entity in the service's own terms.
type ID struct {
	Type   string // as the service calls it: album, track
	ID     string
	Region music.Region // of the URL it was read from
	Slug   string       // readable part of that URL, as found
}

// Options is how one source is asked.
type Options struct {
	Regions []music.Region // at most five, intersected by Source
	Cover   Cover
}

// Gap is a property that should be there and is not, wholly or in part.
type Gap struct {
	Property music.Property
	Err      error
}

// Answer is what one service says to one question: about one release, or in entries.
type Answer struct {
	ID           ID
	MBID         music.MBID // of the release; empty: the service's ids are none, see Info.MBIDs
	Release      *music.Release
	Entries      []Entry          // in place of a release: best first, or in the service's order
	Next         string           // asks for the entries after these, see Question.Page; empty: there are no more
	Total        int              // entries on all pages; 0: unknown
	Method       By               // what finally led to it: ByID or ByGTIN
	Value        string           // the id, or the GTIN in the form that succeeded
	Region       music.Region     // that had it; empty: none was needed
	APIURL       string           // of its main document, for people
	Alternatives []ID             // other releases the service offered for the same lookup
	Covers       music.Properties // asked for, without gap; the merge reads nothing else. 0: Source fills in all of the cover's yields
	Gaps         []Gap
	Warnings     []music.Message // Provider is filled in by Source
}

// Cover is the plan for one source: computed once, by lookup.Plan, and handed to the provider in Options.
type Cover struct {
	Steps []Step           // in the order in which they can be asked
	Lacks music.Properties // needed, but nothing here yields it
}

// Step is the part of one endpoint in a plan.
type Step struct {
	*Endpoint
	Needed bool // the need takes it; else only a short list or a condition does
	First  bool // it starts the lookup, and is about one key
	Single bool // its multi-get is known to be denied
}

// Known is what was learned of a service's endpoints, by name.
type Known struct{ NoBatch, Denied map[string]bool }

// Shape is what is known of a release before or while it is read.
type Shape struct {
	Tracks  int  // 0: unknown, so caps hold and every condition is taken to be true
	Listed  int  // tracks in the list that the first document holds; fewer than Tracks: the list is short; 0: it is complete
	Regions int  // that are tried; 0: one
	Forms   int  // written forms that are tried; 0: unknown, so the endpoints' own numbers hold
	If      bool // conditions of the documents are true: a pre-order
}

// Has reports whether e may be asked.
func (c Cover) Has(e *Endpoint) bool {
	for i := range c.Steps {
		if c.Steps[i].Endpoint == e {
			return true
		}
	}
	return false
}

// Needs reports whether e has to be asked.
func (c Cover) Needs(e *Endpoint) bool {
	for i := range c.Steps {
		if c.Steps[i].Endpoint == e {
			return c.Steps[i].Needed
		}
	}
	return false
}

// Yields returns what the needed steps yield.
func (c Cover) Yields() music.Properties {
	var p music.Properties
	for _, s := range c.Steps {
		if s.Needed {
			p |= s.Yields
		}
	}
	return p
}
