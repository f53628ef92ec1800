// Package logging writes one JSON object a line, with the names that the platform's log agent expects.
package logging

import (
	"context"
	"io"
	"log/slog"
	"strings"
	"time"

	"go.opentelemetry.io/otel/trace"
)

// New returns a logger whose lines carry timestamp, level, service and msg, and trace_id and span_id when the context has a span.
func New(w io.Writer, level slog.Leveler, service string) *slog.Logger {
	json := slog.NewJSONHandler(w, &slog.HandlerOptions{Level: level, ReplaceAttr: rename})
	return slog.New(correlated{json}).With("service", service)
}

// timestamp is RFC 3339 in UTC with a fixed width, so that lines sort as text.
const timestamp = "2006-01-02T15:04:05.000000000Z07:00"

// rename gives slog's own attributes the platform's names.
func rename(groups []string, a slog.Attr) slog.Attr {
	if len(groups) > 0 {
		return a
	}
	switch v := a.Value.Any().(type) {
	case time.Time:
		if a.Key == slog.TimeKey {
			return slog.String("timestamp", v.UTC().Format(timestamp))
		}
	case slog.Level:
		if a.Key == slog.LevelKey {
			return slog.String("level", strings.ToLower(v.String()))
		}
	}
	return a
}

// correlated adds the ids of the context's span, and the request's id, to each line.
type correlated struct{ slog.Handler }

func (h correlated) Handle(ctx context.Context, r slog.Record) error {
	if span := trace.SpanContextFromContext(ctx); span.IsValid() {
		r.AddAttrs(slog.String("trace_id", span.TraceID().String()), slog.String("span_id", span.SpanID().String()))
	}
	if id := RequestID(ctx); id != "" {
		r.AddAttrs(slog.String("request_id", id))
	}
	return h.Handler.Handle(ctx, r)
}

func (h correlated) WithAttrs(attrs []slog.Attr) slog.Handler {
	return correlated{h.Handler.WithAttrs(attrs)}
}

func (h correlated) WithGroup(name string) slog.Handler {
	return correlated{h.Handler.WithGroup(name)}
}
