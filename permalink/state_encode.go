package permalink

import (
	"net/url"
	"slices"
	"strconv"
	"time"

	"tutti/music"
)

// Query returns the parameters in the reference's order: who is asked by id or page, the GTIN and who is asked by it, templates,
// regions, the time. [ParseState] reads it back.
func (s State) Query() string {
	out := s.refs()
	if s.GTIN != "" {
		out = append(out, pair{paramGTIN, string(s.GTIN)})
	}
	for _, name := range s.Providers {
		if !slices.ContainsFunc(s.Refs, func(r Ref) bool { return r.Provider == name }) {
			out = append(out, pair{string(name), ""})
		}
	}
	for _, r := range s.Refs {
		if r.Template {
			out = append(out, pair{string(r.Provider) + templateMark, r.ID})
		}
	}
	for _, region := range s.Regions {
		out = append(out, pair{paramRegion, string(region)})
	}
	if s.TS != nil {
		out = append(out, pair{paramTS, strconv.FormatInt(*s.TS, 10)})
	}
	return writeForm(out)
}

// refs are the parameters of releases that are named, without templates.
func (s State) refs() []pair {
	var out []pair
	for _, r := range s.Refs {
		switch {
		case r.Template:
		case r.URL != "":
			out = append(out, pair{paramURL, r.URL})
		default:
			out = append(out, pair{string(r.Provider), r.ID})
		}
	}
	return out
}

// Permalink returns the address of the state, where base is that of the program: the last part of its path is replaced, unless
// it ends in a slash.
func (s State) Permalink(base *url.URL) string {
	return base.ResolveReference(&url.URL{Path: Path, RawQuery: s.Query()}).String()
}

// WithoutTime is the state as it is asked now.
func (s State) WithoutTime() State {
	s.TS = nil
	return s
}

// Found is how a provider that delivered data was asked in the end, which need not be how it was asked first: a GTIN may have been
// padded, and a release that a search found may have been read by its id.
type Found struct {
	Provider music.ProviderName
	ID       string       // of the release, as text
	URL      string       // of its page
	GTIN     music.GTIN   // by which it was asked; empty: by its id
	Region   music.Region // that had it; empty: the service knows none
	Template bool         // the answer only fills gaps
	Newest   time.Time    // when its newest document was received; zero: unknown
}

// StateOf returns the state that asks the same providers again in the same way. Those of pages are named by their page instead of
// their id. A template is always named by its id. The first region that had a release counts for all; so does the longest form of
// the GTIN, as some services know a release by its padded number only.
func StateOf(found []Found, pages ...music.ProviderName) State {
	var s State
	for _, f := range found {
		s.Providers = append(s.Providers, f.Provider)
		switch {
		case f.GTIN == "" || f.Template:
			s.Refs = append(s.Refs, f.ref(pages))
		case len(f.GTIN) > len(s.GTIN):
			s.GTIN = f.GTIN
		}
		if f.Region != "" && s.Regions == nil {
			s.Regions = []music.Region{f.Region}
		}
		if ts := f.Newest.Unix(); !f.Newest.IsZero() && (s.TS == nil || ts > *s.TS) {
			s.TS = &ts
		}
	}
	return s
}

func (f Found) ref(pages []music.ProviderName) Ref {
	r := Ref{Provider: f.Provider, ID: f.ID, Template: f.Template}
	if !f.Template && slices.Contains(pages, f.Provider) {
		r.URL = f.URL
	}
	return r
}
