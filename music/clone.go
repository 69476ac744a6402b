package music

import "slices"

// Clone returns a deep copy: changing the copy never shows in r. Nil stays nil and empty stays empty.
func (r *Release) Clone() *Release {
	if r == nil {
		return nil
	}
	c := *r
	c.Artists = cloneEach(r.Artists, cloneCredit)
	c.Links = cloneEach(r.Links, cloneLink)
	c.Media = cloneEach(r.Media, cloneMedium)
	c.Language = cloneLanguage(r.Language)
	c.Script = clonePointer(r.Script)
	c.Status = clonePointer(r.Status)
	c.Types = slices.Clone(r.Types)
	c.Date = clonePointer(r.Date)
	c.Labels = cloneEach(r.Labels, cloneLabel)
	c.Packaging = clonePointer(r.Packaging)
	c.Images = cloneEach(r.Images, cloneImage)
	c.Credits = clonePointer(r.Credits)
	c.Copyright = clonePointer(r.Copyright)
	c.AvailableIn = slices.Clone(r.AvailableIn)
	c.ExcludedFrom = slices.Clone(r.ExcludedFrom)
	c.ReleaseGroup = cloneEntityPointer(r.ReleaseGroup)
	return &c
}

// cloneEach copies a slice with a deep copy of each element.
func cloneEach[T any](list []T, deepen func(*T)) []T {
	c := slices.Clone(list)
	for i := range c {
		deepen(&c[i])
	}
	return c
}

// clonePointer copies a value that holds no references.
func clonePointer[T any](p *T) *T {
	if p == nil {
		return nil
	}
	return new(*p)
}

func cloneMedium(m *Medium) { m.Tracks = cloneEach(m.Tracks, cloneTrack) }

func cloneTrack(t *Track) {
	t.Artists = cloneEach(t.Artists, cloneCredit)
	t.ISRC = clonePointer(t.ISRC)
	t.AvailableIn = slices.Clone(t.AvailableIn)
	t.Recording = cloneEntityPointer(t.Recording)
}

func cloneCredit(a *ArtistCredit) {
	cloneEntity(&a.Entity)
	a.JoinPhrase = clonePointer(a.JoinPhrase)
}

func cloneLabel(l *ReleaseLabel) { cloneEntity(&l.Entity) }

func cloneEntity(e *Entity) { e.IDs = cloneEach(e.IDs, cloneID) }

func cloneEntityPointer(e *Entity) *Entity {
	c := clonePointer(e)
	if c != nil {
		cloneEntity(c)
	}
	return c
}

func cloneID(id *ExternalID) { id.Links = slices.Clone(id.Links) }

func cloneLink(l *ExternalLink) { l.Types = slices.Clone(l.Types) }

func cloneImage(i *Image) { i.Types = slices.Clone(i.Types) }

func cloneLanguage(l *Language) *Language {
	c := clonePointer(l)
	if c != nil {
		c.Confidence = clonePointer(l.Confidence)
	}
	return c
}
