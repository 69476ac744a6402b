package answer

import (
	"errors"
	"fmt"
	"strconv"

	"tutti/providers"
)

// farthest is the largest offset that is believed to have been given out.
const farthest = 1_000_000

// Offset reads a page of a list whose pages are told apart by the number of entries before them, as Next writes it. The first one
// is the empty text. What Next cannot have written is providers.ErrInvalid.
func Offset(page string) (int, error) {
	if page == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(page)
	if err != nil || n < 1 || n > farthest || strconv.Itoa(n) != page {
		return 0, &providers.Error{Kind: providers.ErrInvalid, Err: fmt.Errorf("page %.20q is none that was given out", page)}
	}
	return n, nil
}

// Next returns the page that begins at an offset, for Answer.Next; empty: it is that of the end, at which the list has no more.
func Next(offset, end int) string {
	if offset < 1 || offset >= min(end, farthest) {
		return ""
	}
	return strconv.Itoa(offset)
}

// Listed returns the answer that a page of a list is: what a document says of several entities, out of total on all pages. A total
// of fewer than there are on this page says nothing.
func Listed(page providers.Ask, entries []providers.Entry, total int) *providers.Answer {
	a := About(page, providers.ID{})
	a.Entries, a.Total = entries, total
	if a.Entries == nil {
		a.Entries = []providers.Entry{}
	}
	if total < len(entries) {
		a.Total = 0
	}
	return a
}

// Entries makes an entry of each of the things in a list.
func Entries[T any](list []T, entry func(T) providers.Entry) []providers.Entry {
	out := make([]providers.Entry, len(list))
	for i, x := range list {
		out[i] = entry(x)
	}
	return out
}

// NoList is the error of an answer that has to hold a list and does not.
func NoList(status int, of string) error {
	return &providers.Error{Kind: providers.ErrMalformed, Status: status, Err: errors.New("the answer has no list of " + of)}
}
