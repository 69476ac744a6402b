package scalar

import "fmt"

// InputError says what is wrong with a value that was sent, and what is expected. It is the client's to mend.
type InputError struct{ Problem string }

// Error implements error.
func (e *InputError) Error() string { return e.Problem }

func wrong(format string, args ...any) error {
	return &InputError{fmt.Sprintf(format, args...)}
}
