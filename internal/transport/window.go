package transport

import (
	"slices"
	"time"
)

// start is one start in a window's log.
type start struct {
	id uint64
	at time.Time
}

// window is a log of the last starts, from which follows when the next may be: never more than size in any span. It keeps no more
// than size of them: what drops out is older than span by then. A size of 0 has no limit. It is not safe for parallel use.
type window struct {
	size int
	span time.Duration
	log  []start // oldest first
}

// next returns when the start after ahead others may be, if none of them is before from.
func (w *window) next(ahead int, from time.Time) time.Time {
	if w.size <= 0 {
		return from
	}
	rounds, i := ahead/w.size, ahead%w.size
	at := from
	if missing := w.size - len(w.log); i >= missing {
		if free := w.log[i-missing].at.Add(w.span); free.After(from) {
			at = free
		}
	}
	return at.Add(time.Duration(rounds) * w.span)
}

// add logs a start; it must not be before the last one.
func (w *window) add(s start) {
	if w.size <= 0 {
		return
	}
	if len(w.log) == w.size {
		w.log = slices.Delete(w.log, 0, 1)
	}
	w.log = append(w.log, s)
}

// remove takes a start back that never was one.
func (w *window) remove(id uint64) {
	w.log = slices.DeleteFunc(w.log, func(s start) bool { return s.id == id })
}

// move puts a start off until now, and tells whether that is possible: once it has left the log, another has its place.
func (w *window) move(id uint64, now time.Time) bool {
	if w.size <= 0 {
		return true
	}
	i := slices.IndexFunc(w.log, func(s start) bool { return s.id == id })
	if i < 0 {
		return false
	}
	w.log = append(slices.Delete(w.log, i, i+1), start{id, now})
	return true
}

// used counts the starts in the window that ends now.
func (w *window) used(now time.Time) int {
	n := 0
	for _, s := range w.log {
		if now.Sub(s.at) < w.span {
			n++
		}
	}
	return n
}
