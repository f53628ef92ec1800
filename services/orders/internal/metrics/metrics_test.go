package metrics

import (
	"context"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus/testutil"
	"go.opentelemetry.io/otel/trace"

	"slipway.dev/services/orders/internal/build"
)

func scrape(t *testing.T, m *Metrics, accept string) string {
	t.Helper()
	request := httptest.NewRequest("GET", "/metrics", nil)
	request.Header.Set("Accept", accept)
	response := httptest.NewRecorder()
	m.Handler().ServeHTTP(response, request)
	if response.Code != 200 {
		t.Fatalf("got %d", response.Code)
	}
	return response.Body.String()
}

func TestWhatDashboardsAskForIsThere(t *testing.T) {
	m := New(build.Info{Version: "1.2.3", Commit: "abc", Time: "now"})
	m.Stored(func() int { return 5 })
	m.Fault("latency")
	end := m.Begin()
	m.Observe(context.Background(), "GET", "/api/v1/orders/:id", 200, 300*time.Millisecond)
	got := scrape(t, m, "")
	for _, want := range []string{
		`http_request_duration_seconds_bucket{method="GET",route="/api/v1/orders/:id",status="200",le="0.25"} 0`,
		`http_request_duration_seconds_bucket{method="GET",route="/api/v1/orders/:id",status="200",le="0.5"} 1`,
		`http_requests_in_flight 1`,
		`faults_injected_total{kind="latency"} 1`,
		`orders_stored 5`,
		`orders_build_info{build_time="now",commit="abc",go_version="go`,
		`go_goroutines `, `go_gc_gomemlimit_bytes `, `go_gc_pauses_seconds_count `, `go_sched_latencies_seconds_count `, `process_open_fds `,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s", want)
		}
	}
	end()
	if strings.Contains(scrape(t, m, ""), "http_requests_in_flight 1") {
		t.Error("a request that ended is still in flight")
	}
}

func TestASampledRequestIsItsBucketsExemplar(t *testing.T) {
	m := New(build.Info{})
	for id, flags := range map[byte]trace.TraceFlags{1: trace.FlagsSampled, 2: 0} {
		span := trace.NewSpanContext(trace.SpanContextConfig{TraceID: trace.TraceID{id}, SpanID: trace.SpanID{id}, TraceFlags: flags})
		m.Observe(trace.ContextWithSpanContext(context.Background(), span), "GET", "/", 200, time.Millisecond)
	}
	got := scrape(t, m, "application/openmetrics-text; version=1.0.0")
	if !strings.Contains(got, `# {trace_id="01000000000000000000000000000000"} 0.001`) || strings.Contains(got, "0200000000") {
		t.Errorf("want the sampled trace only, got:\n%s", got)
	}
}

func TestNamesFollowPrometheusConventions(t *testing.T) {
	m := New(build.Info{})
	m.Observe(context.Background(), "GET", "/", 200, 0)
	m.Fault("error")
	problems, err := testutil.GatherAndLint(m.registry, "http_request_duration_seconds", "http_requests_in_flight", "faults_injected_total", "orders_build_info")
	if err != nil || len(problems) > 0 {
		t.Errorf("%v %v", problems, err)
	}
}
