package lookup

import (
	"errors"

	"tutti/providers"
)

// Failure is what went wrong with a provider, as the contract says it. Code is stable, Message is for people.
type Failure struct {
	Code         string
	Message      string
	HTTPStatus   *int
	RetryAfterMs *int
}

// Failure returns what went wrong, or nil.
func (r *Report) Failure() *Failure {
	if r.Err == nil {
		return nil
	}
	f := &Failure{Code: CodeOf(r.Err), Message: r.Err.Error()}
	if e, ok := errors.AsType[*providers.Error](r.Err); ok {
		if e.Status != 0 {
			f.HTTPStatus = &e.Status
		}
		if ms := int(e.RetryAfter.Milliseconds()); ms > 0 {
			f.RetryAfterMs = &ms
		}
	}
	return f
}

// CodeOf returns the stable code of a provider's failure: NOT_FOUND and so on; INTERNAL for what should not happen.
func CodeOf(err error) string {
	for _, k := range failureCodes {
		if errors.Is(err, k.kind) {
			return k.code
		}
	}
	return codeInternal
}

// codeInternal is the code of what should not happen.
const codeInternal = "INTERNAL"

// kindOf returns the kind of a code; nil for what should not happen.
func kindOf(code string) error {
	for _, k := range failureCodes {
		if k.code == code {
			return k.kind
		}
	}
	return nil
}
