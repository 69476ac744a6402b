package harmonize

import "tutti/music"

// ReleaseProvenance tells who says what about a release.
type ReleaseProvenance struct{ r *Release }

// Title of the release.
func (p *ReleaseProvenance) Title() *StringProvenance { return traceField(p.r, titleField, titleKind) }

// Artists of the release.
func (p *ReleaseProvenance) Artists() *ArtistsProvenance {
	return traceField(p.r, artistsField, artistsKind)
}

// GTIN of the release.
func (p *ReleaseProvenance) GTIN() *StringProvenance { return traceField(p.r, gtinField, gtinKind) }

// ReleaseDate of the release; agreement compares the parts that both dates have.
func (p *ReleaseProvenance) ReleaseDate() *StringProvenance {
	return traceField(p.r, dateField, dateKind)
}

// Labels of the release.
func (p *ReleaseProvenance) Labels() *ValueProvenance {
	return traceField(p.r, labelsField, labelsKind)
}

// Types are united from all.
func (p *ReleaseProvenance) Types() *ValueProvenance { return p.r.traceTypes() }

// Copyright statements.
func (p *ReleaseProvenance) Copyright() *ValueProvenance {
	return traceField(p.r, copyrightField, linesKind("copyright"))
}

// Images of the release.
func (p *ReleaseProvenance) Images() *ValueProvenance {
	return traceField(p.r, imagesField, imagesKind)
}

// Media tell who gives the frame.
func (p *ReleaseProvenance) Media() *ValueProvenance { return p.r.traceMedia() }

// TrackCount of the release.
func (p *ReleaseProvenance) TrackCount() *IntProvenance {
	return traceOrder(p.r, countField, countKind, p.r.frameOrder())
}

// Availability is united from all; nil when it has not been looked up.
func (p *ReleaseProvenance) Availability() *ValueProvenance {
	if !p.r.lookedUp(music.PropAvailability) {
		return nil
	}
	return p.r.traceRegions()
}

// All are the merged fields that have been looked up, at or below a path, or all; on request only those on which
// providers differ.
func (p *ReleaseProvenance) All(under *string, disagreeingOnly bool) []FieldProvenance {
	return p.r.traceAll(under, disagreeingOnly)
}

// Field is nil when there is no such merged field, or it has not been looked up.
func (p *ReleaseProvenance) Field(path string) FieldProvenance {
	for _, f := range p.r.traceAll(&path, false) {
		if f.Path() == path {
			return f
		}
	}
	return nil
}
