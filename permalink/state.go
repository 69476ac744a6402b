package permalink

import (
	"fmt"
	"net/url"
	"strings"

	"tutti/music"
)

// Path is the page whose query is a [State], relative to the address of the program.
const Path = "release"

// State is a lookup as the reference writes it into addresses.
type State struct {
	GTIN      music.GTIN           // with the zero padding it was given with, which services can tell apart; empty: none
	Refs      []Ref                // releases that are named, in order
	Providers []music.ProviderName // who is asked, each once, in order: by Refs, else by GTIN
	Regions   []music.Region       // in the order in which they are asked
	TS        *int64               // seconds since 1970: what was known by then counts; nil: what is known now
}

// Ref names a release by its provider and the id there, or by its page.
type Ref struct {
	Provider music.ProviderName // empty where only the page is known
	ID       string             // as text, in the provider's own terms
	URL      string             // of the page, by which the release is then asked for; empty: by id
	Template bool               // the answer only fills gaps
}

// QueryOf returns the query of a page of the reference, of whatever server; false for any other address.
func QueryOf(text string) (string, bool) {
	u, err := url.Parse(text)
	if err != nil || u.Host == "" || !strings.HasSuffix(u.Path, "/"+Path) {
		return "", false
	}
	return u.RawQuery, true
}

// ByID returns the releases that are named by provider and id.
func (s State) ByID() []Ref {
	var out []Ref
	for _, r := range s.Refs {
		if r.URL == "" {
			out = append(out, r)
		}
	}
	return out
}

// URLs returns the pages by which releases are named.
func (s State) URLs() []string {
	var out []string
	for _, r := range s.Refs {
		if r.URL != "" {
			out = append(out, r.URL)
		}
	}
	return out
}

// Templates returns the providers whose answers only fill gaps.
func (s State) Templates() []music.ProviderName {
	var out []music.ProviderName
	for _, r := range s.Refs {
		if r.Template {
			out = append(out, r.Provider)
		}
	}
	return out
}

// ParameterError says what of a query cannot be read, and what is expected there.
type ParameterError struct {
	Part string // such as parameter ts
	Err  error
}

// Error says what was given and what is expected.
func (e *ParameterError) Error() string { return fmt.Sprintf("%s: %v", e.Part, e.Err) }

// Unwrap returns the error of the value: a *music.GTINError, a *music.CodeError or a text.
func (e *ParameterError) Unwrap() error { return e.Err }
