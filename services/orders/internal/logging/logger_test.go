package logging

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"go.opentelemetry.io/otel/trace"
)

func line(t *testing.T, ctx context.Context, write func(*slog.Logger, context.Context)) map[string]any {
	t.Helper()
	var out bytes.Buffer
	write(New(&out, slog.LevelInfo, "orders"), ctx)
	if strings.Count(out.String(), "\n") != 1 {
		t.Fatalf("want one line, got %q", out.String())
	}
	var fields map[string]any
	if err := json.Unmarshal(out.Bytes(), &fields); err != nil {
		t.Fatal(err)
	}
	return fields
}

func traced() context.Context {
	return trace.ContextWithSpanContext(context.Background(), trace.NewSpanContext(trace.SpanContextConfig{
		TraceID: trace.TraceID{0x0a, 0xf7}, SpanID: trace.SpanID{0xb7}, TraceFlags: trace.FlagsSampled,
	}))
}

func TestALineHasExactlyTheNamesThatTheLogAgentReads(t *testing.T) {
	got := line(t, WithRequestID(traced(), "r1"), func(l *slog.Logger, ctx context.Context) { l.InfoContext(ctx, "hello", "n", 1) })
	names := slices.Sorted(maps.Keys(got))
	want := []string{"level", "msg", "n", "request_id", "service", "span_id", "timestamp", "trace_id"}
	if !slices.Equal(names, want) {
		t.Errorf("want %v, got %v", want, names)
	}
	if got["level"] != "info" || got["service"] != "orders" || got["trace_id"] != "0af70000000000000000000000000000" || got["span_id"] != "b700000000000000" {
		t.Errorf("got %v", got)
	}
	if _, err := time.Parse(time.RFC3339Nano, got["timestamp"].(string)); err != nil {
		t.Error(err)
	}
}

func TestALineOutsideARequestHasNoIds(t *testing.T) {
	got := line(t, context.Background(), func(l *slog.Logger, ctx context.Context) { l.WarnContext(ctx, "x") })
	if names := slices.Sorted(maps.Keys(got)); !slices.Equal(names, []string{"level", "msg", "service", "timestamp"}) {
		t.Errorf("got %v", names)
	}
}

func TestIdsSurviveDerivedLoggers(t *testing.T) {
	got := line(t, traced(), func(l *slog.Logger, ctx context.Context) { l.With("a", 1).ErrorContext(ctx, "x") })
	if got["trace_id"] == nil || got["a"] != 1.0 || got["level"] != "error" {
		t.Errorf("got %v", got)
	}
}

func TestHostileValuesStayOneLineAndDoNotPanic(t *testing.T) {
	got := line(t, context.Background(), func(l *slog.Logger, _ context.Context) {
		l.Info("a\nb", "time", "noon", "level", errors.New("x\n{\"level\":\"error\"}"))
	})
	if got["msg"] != "a\nb" || got["time"] != "noon" {
		t.Errorf("got %v", got)
	}
}

func TestTimestampsSortAsText(t *testing.T) {
	var out bytes.Buffer
	l := New(&out, slog.LevelInfo, "orders")
	at := time.Date(2026, 1, 2, 3, 4, 5, 0, time.FixedZone("", 3600))
	for _, d := range []time.Duration{0, 1, time.Microsecond, time.Second} {
		r := slog.NewRecord(at.Add(d), slog.LevelInfo, "x", 0)
		_ = l.Handler().Handle(context.Background(), r)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	if !slices.IsSorted(lines) || !strings.Contains(lines[0], `"2026-01-02T02:04:05.000000000Z"`) {
		t.Errorf("got %v", lines)
	}
}

func TestLevelsBelowTheConfiguredOneAreDropped(t *testing.T) {
	var out bytes.Buffer
	New(&out, slog.LevelError, "orders").Warn("x")
	if out.Len() > 0 {
		t.Errorf("got %s", out.String())
	}
}
