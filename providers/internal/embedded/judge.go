package embedded

import (
	"errors"
	"net/http"

	"tutti/providers"
)

// Judge judges by status, and then demands that the page can be read: one that cannot is never stored. Pages that are about something
// else, such as those for visitors taken for programs, come with a good status as a rule.
func Judge[T any](resp *http.Response, body []byte, read func(providers.Document) (T, error)) error {
	if err := providers.JudgeStatus(resp); err != nil {
		return err
	}
	_, err := read(providers.Document{Body: body})
	if e, ok := errors.AsType[*providers.Error](err); ok {
		return &providers.Error{Kind: e.Kind, Status: resp.StatusCode, Err: e.Err}
	}
	return err
}
