package providertest

import (
	"context"
	"net/http"
	"testing"

	"tutti/internal/replay"
	"tutti/music"
	"tutti/providers"
)

// Spec is what a provider says of itself, for the suite to hold it to.
type Spec struct {
	Folder   string // name of the provider's folder; empty: that of the working directory
	Testdata string // folder of answers and golden files; empty: testdata
	URLs     []URL
	Foreign  []string // pages that are not recognised; those of other services are known already
	BadIDs   []string // texts that are no ids of releases; empty text, control characters and the like are known already
	Releases []Case   // releases to look up; each converts to a golden file
	// Questions are what the provider is asked besides releases: at least one for each that it can be asked; each converts to a
	// golden file.
	Questions []Case
	Missing   []Case         // lookups and questions to which the service says no
	Errors    []ServiceError // the service's own ways to say that something went wrong
	Batches   []Batch        // multi-gets across lookups
	// Unasked names endpoints that none of the releases asks for, with the reason why.
	Unasked map[string]string
	// Answer answers requests in place of testdata; nil, or a nil reply: as recorded.
	Answer func(providers.Request) *Reply
	// Documents makes the plumbing that releases are looked up with too, on a transport that answers from testdata; nil: Real.
	Documents func(f providers.Factory, net http.RoundTripper) Plumbing
}

// URL is a page and what it is about.
type URL struct {
	URL        string
	ID         providers.ID
	Serialized string // empty: as the id itself
	Canonical  bool   // the page's own address is written exactly so
}

// Case is one lookup: of a serialised id, a page, a GTIN, or a question for something else than a release.
type Case struct {
	Name    string // of the golden file and in messages; empty: made from what is asked
	ID      string
	URL     string
	GTIN    music.GTIN
	Asked   providers.Question // its zero value: a release is looked up
	Regions []music.Region
	Need    music.Properties // 0: all
}

// ServiceError is an answer by which the service says that something went wrong, other than by its status alone.
type ServiceError struct {
	Name   string
	Status int // 0: 200
	Header http.Header
	Body   string
	Kind   error // that a lookup fails with
}

// Batch is a multi-get of several keys of one endpoint, which one operation's lookups would share. The releases that ask for one
// of them have to come out the same.
type Batch struct {
	Endpoint string
	Keys     []providers.Key
}

// Plumbing is the real way to documents.
type Plumbing struct {
	Documents providers.Documents
	// Begin returns a context in which one lookup with this cover may ask for documents; nil: any will do.
	Begin func(ctx context.Context, cover providers.Cover) context.Context
	// Close ends the plumbing; nil: nothing to end.
	Close func()
}

// Run tests the provider of a factory against all promises. Each is a subtest. With the flag -record it asks the service instead, and
// writes its answers to testdata.
func Run(t *testing.T, f providers.Factory, spec Spec) {
	t.Helper()
	s := newSuite(f, spec)
	if mode, ok := replay.Recording(); mode != replay.Off || !ok {
		record(t, s, mode)
		return
	}
	for _, p := range promises() {
		t.Run(p.name, func(t *testing.T) {
			t.Parallel()
			t.Helper()
			s.keep(p).tell(t)
		})
	}
}
