package telemetry

import (
	"context"
	"io"
	"log/slog"
	"os"
	"slices"

	"github.com/mattn/go-isatty"
	"go.opentelemetry.io/otel/trace"
)

// lines returns a handler that writes one line per record: text for people, JSON for machines.
func lines(w io.Writer, level slog.Leveler) slog.Handler {
	opt := &slog.HandlerOptions{Level: level}
	if f, ok := w.(*os.File); ok && isatty.IsTerminal(f.Fd()) {
		return newTraced(slog.NewTextHandler(w, opt))
	}
	return newTraced(slog.NewJSONHandler(w, opt))
}

// traced adds the ids of the context's span to each record. They stand at the top level, whatever groups the logger has open.
type traced struct {
	root slog.Handler // before the first group was opened
	next slog.Handler
	open []func(slog.Handler) slog.Handler // what was done since then
}

func newTraced(h slog.Handler) traced { return traced{root: h, next: h} }

// Enabled reports whether the handler below takes records of this level.
func (h traced) Enabled(ctx context.Context, l slog.Level) bool { return h.next.Enabled(ctx, l) }

// Handle passes the record on with its ids.
func (h traced) Handle(ctx context.Context, r slog.Record) error {
	span := trace.SpanContextFromContext(ctx)
	if !span.IsValid() {
		return h.next.Handle(ctx, r)
	}
	ids := []slog.Attr{slog.String(AttrTraceID, span.TraceID().String()), slog.String(AttrSpanID, span.SpanID().String())}
	next := h.root.WithAttrs(ids)
	for _, again := range h.open {
		next = again(next)
	}
	return next.Handle(ctx, r)
}

// WithAttrs returns a handler whose records have these attributes too.
func (h traced) WithAttrs(attrs []slog.Attr) slog.Handler {
	if len(h.open) == 0 {
		return newTraced(h.next.WithAttrs(attrs))
	}
	return h.inGroup(func(next slog.Handler) slog.Handler { return next.WithAttrs(attrs) })
}

// WithGroup returns a handler that puts what follows into a group.
func (h traced) WithGroup(name string) slog.Handler {
	if name == "" {
		return h
	}
	return h.inGroup(func(next slog.Handler) slog.Handler { return next.WithGroup(name) })
}

// inGroup takes a step that will be taken again, above the ids, for each record.
func (h traced) inGroup(step func(slog.Handler) slog.Handler) slog.Handler {
	return traced{root: h.root, next: step(h.next), open: append(slices.Clip(h.open), step)}
}

// leveled keeps what is below a level from a handler that has none.
type leveled struct {
	slog.Handler
	level slog.Leveler
}

// Enabled reports whether the level is high enough for both.
func (h leveled) Enabled(ctx context.Context, l slog.Level) bool {
	return l >= h.level.Level() && h.Handler.Enabled(ctx, l)
}

// WithAttrs returns a handler whose records have these attributes too.
func (h leveled) WithAttrs(attrs []slog.Attr) slog.Handler {
	return leveled{h.Handler.WithAttrs(attrs), h.level}
}

// WithGroup returns a handler that puts what follows into a group.
func (h leveled) WithGroup(name string) slog.Handler {
	return leveled{h.Handler.WithGroup(name), h.level}
}

var (
	_ slog.Handler = traced{}
	_ slog.Handler = leveled{}
)
