package providers

import (
	"context"
	"errors"
	"runtime/debug"
	"slices"

	"tutti/music"
)

// Panic is the cause of an error where a provider panicked. Value and Stack are for logs; the text does not hold them.
type Panic struct {
	Value any
	Stack []byte
}

// Error implements error.
func (*Panic) Error() string { return "the adapter panicked" }

// lookup is one question to a source.
type lookup struct {
	source   *Source
	by       By
	id       ID         // of a lookup by id
	gtin     music.GTIN // of a lookup by GTIN
	question *Question  // of all others
	value    string     // what is asked for, as text
	op       string
	options  Options
}

// run asks the provider and checks what it answers.
func (l *lookup) run(ctx context.Context, ask func(context.Context) (*Answer, error)) (*Answer, error) {
	n := &notes{by: l.by}
	a, err := contained(func() (*Answer, error) { return ask(withNotes(ctx, n)) })
	if err == nil {
		err = l.check(a)
	}
	if err != nil {
		if errors.Is(err, ErrNotFound) && n.laterNo() {
			err = &Error{Kind: ErrMalformed, Err: errors.New("the service named what it then denied: " + err.Error())}
		}
		return nil, l.failure(err)
	}
	return l.completed(a), nil
}

// contained turns a panic into an error.
func contained(ask func() (*Answer, error)) (a *Answer, err error) {
	defer func() {
		if v := recover(); v != nil {
			a, err = nil, &Error{Kind: ErrMalformed, Err: &Panic{Value: v, Stack: debug.Stack()}}
		}
	}()
	return ask()
}

// failure returns the error with the provider and what was being done.
func (l *lookup) failure(err error) error {
	name := l.source.factory.Info.Name
	var e *Error
	switch {
	case errors.As(err, &e):
		full := *e
		if error(e) != err { //nolint:errorlint // whether it is wrapped, not what it is
			full = Error{Kind: e.Kind, Status: e.Status, RetryAfter: e.RetryAfter, Err: err}
		}
		full.Provider = name
		if full.Op == "" {
			full.Op = l.op
		}
		return &full
	case errors.Is(err, context.DeadlineExceeded):
		return &Error{Provider: name, Op: l.op, Kind: ErrTimeout, Err: err}
	case errors.Is(err, context.Canceled):
		return &Error{Provider: name, Op: l.op, Kind: ErrUnavailable, Err: err}
	default:
		return &Error{Provider: name, Op: l.op, Kind: kindOf(err), Err: err}
	}
}

// kindOf returns the kind that a bare error is of; what is of none is an answer that was not understood.
func kindOf(err error) error {
	for _, kind := range kinds() {
		if errors.Is(err, kind) {
			return kind
		}
	}
	return ErrMalformed
}

// check says whether the answer is one, and about what was asked.
func (l *lookup) check(a *Answer) error {
	switch {
	case l.question != nil:
		return l.checkEntries(a)
	case a == nil || a.Release == nil:
		return &Error{Kind: ErrMalformed, Err: errors.New("there is no release in the answer")}
	case a.ID.ID == "":
		return &Error{Kind: ErrMalformed, Err: errors.New("the answer does not say what it is about")}
	case a.Release.Title == "" && !a.lacks(music.PropTitle) && l.options.Cover.all().Has(music.PropTitle):
		return &Error{Kind: ErrMalformed, Err: errors.New("the release has no title")}
	}
	if other := l.other(a); other != "" && !l.tolerates(a) {
		return &Error{Kind: ErrMismatch, Err: errors.New("the answer is about " + other)}
	}
	return nil
}

// other says what the answer is about if that is not what was asked for.
func (l *lookup) other(a *Answer) string {
	switch {
	case l.by == ByID && (a.ID.ID != l.id.ID || a.ID.Type != l.id.Type):
		return join(a.ID.Type, a.ID.ID)
	case l.by == ByGTIN && a.Release.GTIN != "" && !a.Release.GTIN.Equal(l.gtin):
		return join("gtin", string(a.Release.GTIN))
	}
	return ""
}

// tolerates reports whether an answer about something else is kept: an endpoint of the cover says so, and there is a warning.
func (l *lookup) tolerates(a *Answer) bool {
	warned := slices.ContainsFunc(a.Warnings, func(m music.Message) bool { return m.Severity >= music.Warning })
	return warned && slices.ContainsFunc(l.options.Cover.Steps, func(s Step) bool { return s.Loose&l.by != 0 })
}

// completed fills in what follows from what is there.
func (l *lookup) completed(a *Answer) *Answer {
	info := &l.source.factory.Info
	if a.Method == 0 {
		a.Method = l.by
	}
	if a.Value == "" {
		a.Value = l.value
	}
	for i := range a.Warnings {
		if a.Warnings[i].Provider == "" {
			a.Warnings[i].Provider = info.Name
		}
	}
	if a.Release != nil && a.Release.ExcludedFrom == nil && a.Release.AvailableIn != nil && len(info.Regions) > 0 {
		a.Release.ExcludedFrom = music.Exclude(info.Regions, a.Release.AvailableIn)
	}
	l.balance(a)
	return a
}

// balance makes the account of properties true: nothing is covered that the cover cannot yield or that has a gap, and nothing is
// a gap that was not to be had.
func (l *lookup) balance(a *Answer) {
	all := l.options.Cover.all()
	a.Gaps = slices.DeleteFunc(slices.Clone(a.Gaps), func(g Gap) bool { return !all.Has(g.Property) })
	if a.Covers == 0 {
		a.Covers = l.options.Cover.Yields()
	}
	a.Covers &= all
	for _, g := range a.Gaps {
		a.Covers = a.Covers.Without(music.PropertiesOf(g.Property))
	}
}

func (a *Answer) lacks(p music.Property) bool {
	return slices.ContainsFunc(a.Gaps, func(g Gap) bool { return g.Property == p })
}

// all returns what the steps yield, whether they are taken for sure or not.
func (c Cover) all() music.Properties {
	var p music.Properties
	for i := range c.Steps {
		p |= c.Steps[i].Yields
	}
	return p
}
