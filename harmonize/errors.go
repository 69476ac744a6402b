package harmonize

import (
	"errors"
	"fmt"
	"strings"

	"tutti/music"
)

// Check is what must be the same for releases to be one.
type Check string

// The checks, in the order in which they are made.
const (
	CheckGTIN       Check = "gtin"
	CheckTrackLists Check = "track-lists"
)

// Incompatibility says that some providers speak of another release.
type Incompatibility struct {
	Check Check
	// Compatible is the value of what was merged, With the providers that have it.
	Compatible string
	With       []music.ProviderName
	// Clusters are the providers that were excluded, by value, by preference; with the Reference preset in the order of the outcomes.
	Clusters []ValueCluster
}

// ValueCluster are the providers that have one value.
type ValueCluster struct {
	Value     string // a barcode number without leading zeros, or track counts such as "10+12 tracks", with the first title where counts are equal
	Providers []music.ProviderName
}

// IncompatibleError says that providers answered about different releases, and that the policy leaves the choice to the
// caller: ask again for one of the clusters, or name a primary provider.
type IncompatibleError struct {
	Check    Check
	Clusters []ValueCluster // by preference; with the Reference preset in the order of the outcomes
}

func (e *IncompatibleError) Error() string {
	var values []string
	for _, c := range e.Clusters {
		values = append(values, fmt.Sprintf("%s (%s)", c.Value, joinNames(c.Providers)))
	}
	what := "several GTINs"
	if e.Check == CheckTrackLists {
		what = "incompatible track lists"
	}
	return what + ": " + strings.Join(values, ", ")
}

func joinNames(names []music.ProviderName) string {
	var b strings.Builder
	for i, n := range names {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(string(n))
	}
	return b.String()
}

// NoResultError says that no provider has a release. It wraps the errors of all that failed.
type NoResultError struct {
	Providers []music.ProviderName
	Errs      []error
}

func (e *NoResultError) Error() string {
	return "no provider returned a release"
}

// Unwrap returns the errors of the providers.
func (e *NoResultError) Unwrap() []error { return e.Errs }

var errNoRelease = errors.New("no release")

func noResult(outcomes []Outcome) *NoResultError {
	e := &NoResultError{}
	for i := range outcomes {
		err := outcomes[i].Err
		if err == nil {
			err = errNoRelease
		}
		e.Providers = append(e.Providers, outcomes[i].Provider)
		e.Errs = append(e.Errs, err)
	}
	return e
}
