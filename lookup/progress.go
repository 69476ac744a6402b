package lookup

import (
	"context"
	"time"

	"tutti/music"
)

// Progress is told how a lookup gets on: once when a source is asked, and once when it has answered or failed.
type Progress func(Step)

// Step is one step of a lookup.
type Step struct {
	Provider music.ProviderName
	Ended    bool
	Elapsed  time.Duration
	Err      error
}

type progressKey struct{}

// WithProgress returns a context whose lookups tell how they get on. The function is called from several goroutines.
func WithProgress(ctx context.Context, p Progress) context.Context {
	return context.WithValue(ctx, progressKey{}, p)
}

func tell(ctx context.Context, s Step) {
	if p, ok := ctx.Value(progressKey{}).(Progress); ok {
		p(s)
	}
}
