package harmonize

import (
	"sync"

	"tutti/music"
)

// Result is what a merge gives.
type Result struct {
	Release *Release
	// Views are the providers' own releases, one per outcome with a release, in the order of the outcomes.
	Views []*View
	// Order is the order of the merge: the providers merged, most preferred first for what has no list of its own.
	Order []music.ProviderName
	// Excluded are the providers that answered about another release.
	Excluded []music.ProviderName
	// Messages are failures first, then what the merged providers remarked, in the order of the merge, then what was found out about
	// script and language.
	Messages []music.Message
	// Incompatible says what was found to speak of another release, in the order in which it was found.
	Incompatible []Incompatibility

	refused   *IncompatibleError // nothing was merged because of it
	conflicts func() []Conflict
}

// Conflicts returns the fields on which providers disagree: what made another release of an answer first, then the fields of
// the release, then those of media and tracks by position. Templates have no say. It is computed once, on demand.
func (r *Result) Conflicts() []Conflict { return r.conflicts() }

// View returns the release of one provider, or nil.
func (r *Result) View(p music.ProviderName) *View {
	for _, v := range r.Views {
		if v.provider == p {
			return v
		}
	}
	return nil
}

func (r *Result) lazily() {
	r.conflicts = sync.OnceValue(func() []Conflict { return findConflicts(r) })
}
