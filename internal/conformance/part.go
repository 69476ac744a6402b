package conformance

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Outcome is what became of a part.
type Outcome string

// Outcomes.
const (
	Passed      Outcome = "passed"
	Failed      Outcome = "failed"
	Unsupported Outcome = "unsupported" // not built yet
	Deviation   Outcome = "deviation"   // decided otherwise, by a rule
)

// Part is one line of the report.
type Part struct {
	Kind     string  `json:"kind"`     // lookup, merge, function, url …
	Provider string  `json:"provider"` // internal name; several; or empty where none is involved
	ID       string  `json:"id"`       // of the case
	Part     string  `json:"part"`     // release, messages, providers.Deezer …
	Outcome  Outcome `json:"outcome"`
	Reason   string  `json:"reason"` // why it did not just pass
}

// Case is a case of a corpus under test.
type Case struct {
	T        testing.TB
	Kind     string
	Provider string
	ID       string
	Defect   string // of the reference, as the corpus tags it; several are separated by "; "

	report func(Part) error // nil: to the file that is named for it
}

// Compare compares one part with what is expected of it.
func (c Case) Compare(part string, got, want any) {
	c.T.Helper()
	c.Settle(part, Compare(got, want))
}

// Settle decides a part by its differences.
func (c Case) Settle(part string, diffs []Difference) {
	c.T.Helper()
	if len(diffs) == 0 {
		c.note(part, Passed, "")
		return
	}
	if why, ok := excused(part, c.Defect, diffs); ok {
		c.note(part, Deviation, why)
		return
	}
	texts := convert(diffs, Difference.String)
	if len(texts) > maxDifferences {
		texts = append(texts[:maxDifferences], fmt.Sprintf("and %d more", len(diffs)-maxDifferences))
	}
	c.Fail(part, strings.Join(texts, "; "))
}

// maxDifferences is how many differences of one part are told.
const maxDifferences = 8

// Fail says that a part is not what it should be.
func (c Case) Fail(part, why string) {
	c.T.Helper()
	c.note(part, Failed, why)
	c.T.Errorf("%s: %s: %s (defect: %q)", c.ID, part, why, c.Defect)
}

// Unsupported says that parts cannot be compared yet, and why.
func (c Case) Unsupported(why string, parts ...string) {
	c.T.Helper()
	for _, p := range parts {
		c.note(p, Unsupported, why)
	}
}

func (c Case) note(part string, o Outcome, why string) {
	c.T.Helper()
	p := Part{Kind: c.Kind, Provider: c.Provider, ID: c.ID, Part: part, Outcome: o, Reason: why}
	if display, ok := strings.CutPrefix(part, "providers."); ok {
		p.Provider = string(InternalName(display))
	}
	report := c.report
	if report == nil {
		report = appendPart
	}
	if err := report(p); err != nil {
		c.T.Errorf("report: %v", err)
	}
}

// appendPart adds a line to the report, if one is wanted. Programs under test write to it side by side: a line is one write.
func appendPart(p Part) error {
	name := os.Getenv("TUTTI_CONFORMANCE_REPORT")
	if name == "" {
		return nil
	}
	if !filepath.IsAbs(name) {
		root, err := moduleRoot()
		if err != nil {
			return err
		}
		name = filepath.Join(root, name)
	}
	line, err := json.Marshal(p)
	if err != nil {
		return fmt.Errorf("writing a part: %w", err)
	}
	f, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644) //nolint:gosec // the file that the operator names
	if err != nil {
		return err
	}
	if _, err := f.Write(append(line, '\n')); err != nil {
		return fmt.Errorf("writing a part: %w", err)
	}
	return f.Close()
}
