package harmonize

import "tutti/music"

// Rejection says why a candidate was not chosen.
type Rejection string

// Reasons for a rejection.
const (
	LowerPreference Rejection = "LOWER_PREFERENCE"
	TemplateOnly    Rejection = "TEMPLATE_ONLY" // a template while others have a value
	Incompatible    Rejection = "INCOMPATIBLE"  // the provider answered about another release
	Implausible     Rejection = "IMPLAUSIBLE"   // no date or length can be like that
	Empty           Rejection = "EMPTY"         // the provider says that there is none
)

// FieldProvenance tells who says what about one merged field; it is a *Provenance of some type.
type FieldProvenance interface {
	Path() string
	Agreement() float64
	// Everyone are the candidates, most preferred first.
	Everyone() []Candidate
	// Choice is the candidate chosen, or nil.
	Choice() Candidate
	// Merged is how to show the value of the merged release; empty: it has none.
	Merged() string
}

// Candidate is one provider's value; it is a *CandidateOf some type.
type Candidate interface {
	Provider() music.ProviderName
	Display() string
	Agrees() bool
	Rejected() *Rejection
	candidate()
}

// Provenance tells who says what about one merged field.
type Provenance[T any] struct {
	path       string
	agreement  float64
	chosen     *CandidateOf[T]
	candidates []*CandidateOf[T]
	united     string // how to show what all have together, or what is derived, where nobody's value is chosen
}

// CandidateOf is one provider's value of a field.
type CandidateOf[T any] struct {
	provider music.ProviderName
	display  string
	agrees   bool
	rejected Rejection // "": not rejected
	value    T
}

// Other stands for values that are only displayed; the provider's view has them in full.
type Other struct{}

type (
	// StringProvenance is that of texts, codes and dates.
	StringProvenance = Provenance[string]
	// StringCandidate is a text, code or date.
	StringCandidate = CandidateOf[string]
	// IntProvenance is that of counts and lengths.
	IntProvenance = Provenance[int]
	// IntCandidate is a count or a length.
	IntCandidate = CandidateOf[int]
	// ArtistsProvenance is that of artist credits.
	ArtistsProvenance = Provenance[[]ArtistCredit]
	// ArtistsCandidate is an artist credit.
	ArtistsCandidate = CandidateOf[[]ArtistCredit]
	// ValueProvenance is that of everything else.
	ValueProvenance = Provenance[Other]
	// ValueCandidate is anything else, to be displayed.
	ValueCandidate = CandidateOf[Other]
)

// Path is the field's place in the release, such as media[0].tracks[3].isrc.
func (p *Provenance[T]) Path() string { return p.path }

// Agreement is the share of the merged providers with a value whose normalised value equals the chosen one; 0 without any.
func (p *Provenance[T]) Agreement() float64 { return p.agreement }

// Chosen is nil when nobody has a value, and for what is united from all or derived from titles.
func (p *Provenance[T]) Chosen() *CandidateOf[T] { return p.chosen }

// Candidates are the providers that say something about the field, most preferred first, those excluded last.
func (p *Provenance[T]) Candidates() []*CandidateOf[T] { return p.candidates }

// Everyone are the candidates, whatever their type.
func (p *Provenance[T]) Everyone() []Candidate {
	out := make([]Candidate, len(p.candidates))
	for i, c := range p.candidates {
		out[i] = c
	}
	return out
}

// Choice is the chosen candidate, whatever its type, or nil.
func (p *Provenance[T]) Choice() Candidate {
	if p.chosen == nil {
		return nil
	}
	return p.chosen
}

// Merged is how to show the value of the merged release: the chosen one, what all have together, or what is derived.
func (p *Provenance[T]) Merged() string {
	if p.chosen == nil {
		return p.united
	}
	return p.chosen.display
}

// Provider is who says it.
func (c *CandidateOf[T]) Provider() music.ProviderName { return c.provider }

// Display is how to show the value.
func (c *CandidateOf[T]) Display() string { return c.display }

// Agrees tells whether the normalised value equals the one in the merged release.
func (c *CandidateOf[T]) Agrees() bool { return c.agrees }

// Rejected says why the value was not chosen, nil if it was or if all are united.
func (c *CandidateOf[T]) Rejected() *Rejection {
	if c.rejected == "" {
		return nil
	}
	reason := c.rejected
	return &reason
}

// Value is the value as the provider has it.
func (c *CandidateOf[T]) Value() T { return c.value }

func (*CandidateOf[T]) candidate() {}

var (
	_ FieldProvenance = (*StringProvenance)(nil)
	_ Candidate       = (*StringCandidate)(nil)
)
