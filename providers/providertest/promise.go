package providertest

import (
	"fmt"
	"strings"
	"sync"
	"testing"
)

// promise is one thing that every provider keeps.
type promise struct {
	name  string // of the subtest
	text  string // what is promised, as printed when it is broken
	check func(*suite, *report)
}

// promises returns all promises in their order.
func promises() []promise {
	return []promise{
		{"01 facts", "Info is complete and constant; the name equals the folder; hosts are declared", facts},
		{"02 pages", "URL, id, text, id, URL round-trip; types are unambiguous; foreign pages are refused", pages},
		{"03 bad ids", "bad ids are refused before any request is sent", badIDs},
		{"04 golden", "the releases of testdata convert to their golden files, byte for byte, every time", goldens},
		{"05 invariants", "results have a title, media and tracks in order, valid lengths, codes and URLs, and ids that parse", invariants},
		{"06 what was asked", "the answer is about the id or barcode that was asked for", aboutWhatWasAsked},
		{"07 not found", "a missing release is ErrNotFound, and a \"no\" on a later document is not", notFound},
		{"08 faults", "a fault is never ErrNotFound, never a panic, and always an *Error of the right kind", faults},
		{"09 manners", "Retry-After is passed on, nothing is repeated, a multi-get costs no key its answer, no error is stored", manners},
		{"10 ending", "cancelling returns at once, and nothing stays behind", cancelling},
		{"11 cover", "only endpoints of the cover and declared addresses are asked, within the bound, and endpoints agree", covers},
		{"12 secrets", "credentials never appear in an error, a request or a recording", secrets},
		{"13 sharing", "safe for parallel use; two instances share nothing, and none keeps anything; arguments are not changed", sharing},
		{"14 features", "features and implemented interfaces agree", features},
		{"15 hostile input", "Judge, Split, Scrub and Request never panic, whatever a service sends or a key holds", hostile},
		{"16 drift", "a field that nobody knows yet is counted with its path, and changes nothing", drift},
		{"17 network", "whatever happens to an answer on its way ends in an *Error of the right kind, within bounds, at declared hosts alone", network},
	}
}

// report is what was found out about one promise. It is safe for concurrent use.
type report struct {
	promise promise
	mu      sync.Mutex // guards the rest
	broken  []string
	skipped []string
	checked bool
}

// keep checks whether a promise is kept.
func (s *suite) keep(p promise) *report {
	r := &report{promise: p}
	p.check(s, r)
	return r
}

// breach notes that the promise is broken.
func (r *report) breach(format string, args ...any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	text := fmt.Sprintf(format, args...)
	const most = 10
	if len(r.broken) == most {
		text = "… and more"
	}
	if len(r.broken) <= most {
		r.broken = append(r.broken, text)
	}
}

// skip notes what could not be checked, and why.
func (r *report) skip(format string, args ...any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.skipped = append(r.skipped, fmt.Sprintf(format, args...))
}

// did notes that something was checked.
func (r *report) did() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.checked = true
}

// message is what a developer reads when the promise is broken; empty: it is kept.
func (r *report) message() string {
	if len(r.broken) == 0 {
		return ""
	}
	return "broken promise: " + r.promise.text + "\n  - " + strings.Join(r.broken, "\n  - ")
}

// tell passes the report on to a test.
func (r *report) tell(t *testing.T) {
	t.Helper()
	for _, text := range r.skipped {
		t.Log("not checked: " + text)
	}
	if text := r.message(); text != "" {
		t.Error(text)
		return
	}
	if !r.checked {
		t.Skip("nothing to check: " + strings.Join(r.skipped, "; "))
	}
}

// collector is a testing.TB that puts failures into a report.
type collector struct {
	testing.TB

	report *report
}

// Helper implements testing.TB.
func (collector) Helper() {}

// Errorf implements testing.TB.
func (c collector) Errorf(format string, args ...any) { c.report.breach(format, args...) }
