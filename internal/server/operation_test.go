package server

import (
	"context"
	"testing"

	"tutti/internal/documents"
)

func TestHoldsAreTakenOnce(t *testing.T) {
	t.Parallel()
	_, op := documents.Begin(t.Context())
	one, two := op.Hold(), op.Hold()
	for name, c := range map[string]struct {
		holds *holds
		want  []*documents.Hold
	}{
		"none counted ahead":   {nil, []*documents.Hold{nil, nil}},
		"an operation of none": {&holds{}, []*documents.Hold{nil}},
		"one root field":       {&holds{left: []*documents.Hold{one}}, []*documents.Hold{one, nil}},
		"two root fields":      {&holds{left: []*documents.Hold{one, two}}, []*documents.Hold{two, one, nil}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := holdsOf(context.WithValue(t.Context(), holdsKey{}, c.holds))
			for i, want := range c.want {
				if got := h.take(); got != want {
					t.Errorf("take %d gave %p, want %p", i+1, got, want)
				}
			}
		})
	}
	if got := holdsOf(t.Context()); got != nil {
		t.Errorf("a context without holds has %v", got)
	}
}
