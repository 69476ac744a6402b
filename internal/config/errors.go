package config

import "strings"

// Error says what is wrong with one variable. The value of a credential is never part of it.
type Error struct {
	Name    string // of the variable as it was set, or of the file
	Problem string
	Want    string // what is expected; empty: nothing more to say
}

// Error is one line.
func (e *Error) Error() string {
	if e.Want == "" {
		return e.Name + ": " + e.Problem
	}
	return e.Name + ": " + e.Problem + "; expected " + e.Want
}

// Errors is all that is wrong with a configuration, in the order of the settings. Nothing should be started with it.
type Errors []*Error

// Error is one line.
func (e Errors) Error() string {
	texts := make([]string, len(e))
	for i, one := range e {
		texts[i] = one.Error()
	}
	return "configuration: " + strings.Join(texts, " | ")
}

// Unwrap returns the single errors.
func (e Errors) Unwrap() []error {
	out := make([]error, len(e))
	for i, one := range e {
		out[i] = one
	}
	return out
}

// orNil returns nil where nothing is wrong: an empty list in an error would not be nil.
func (e Errors) orNil() error {
	if len(e) == 0 {
		return nil
	}
	return e
}
