package telemetry

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"

	tracepb "go.opentelemetry.io/proto/otlp/trace/v1"
	"go.uber.org/goleak"
	"google.golang.org/protobuf/proto"

	"slipway.dev/services/orders/internal/build"
	"slipway.dev/services/orders/internal/config"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func identity(t *testing.T) Identity {
	t.Helper()
	who, err := Identify(t.Context(), build.Info{Version: "1.2.3"})
	if err != nil {
		t.Fatal(err)
	}
	return who
}

func TestTheEnvironmentDecidesWhoWeAre(t *testing.T) {
	for _, test := range []struct{ name, attributes, want string }{
		{"", "", "orders"},
		{"", "service.name=shop-orders,team=a", "shop-orders"},
		{"canary", "service.name=shop-orders", "canary"},
	} {
		t.Setenv("OTEL_SERVICE_NAME", test.name)
		t.Setenv("OTEL_RESOURCE_ATTRIBUTES", test.attributes)
		who := identity(t)
		attributes := who.Resource.String()
		if who.Service != test.want || !strings.Contains(attributes, "service.name="+test.want) || !strings.Contains(attributes, "service.version=1.2.3") {
			t.Errorf("want %s, got %s with %s", test.want, who.Service, attributes)
		}
	}
}

func TestBrokenResourceAttributesAreAWarningNotAnOutage(t *testing.T) {
	t.Setenv("OTEL_RESOURCE_ATTRIBUTES", "nonsense")
	who, warning := Identify(t.Context(), build.Info{})
	if who.Service != "orders" || warning == nil || !strings.Contains(warning.Error(), "OTEL_RESOURCE_ATTRIBUTES") {
		t.Errorf("got %q, %v", who.Service, warning)
	}
}

func TestWithoutAnEndpointSpansStillHaveIds(t *testing.T) {
	tracing := New(identity(t), config.OTLP{}, build.Info{})
	_, span := tracing.Tracer.Start(t.Context(), "x")
	span.End()
	if !span.SpanContext().IsValid() || tracing.Check(t.Context()) != nil {
		t.Errorf("got %v, %v", span.SpanContext(), tracing.Check(t.Context()))
	}
	if err := tracing.Shutdown(t.Context()); err != nil {
		t.Error(err)
	}
}

func TestTheSamplerVariableIsHonoured(t *testing.T) {
	for sampler, want := range map[string]bool{"": true, "always_on": true, "always_off": false, "parentbased_always_off": false} {
		t.Setenv("OTEL_TRACES_SAMPLER", sampler)
		tracing := New(identity(t), config.OTLP{}, build.Info{})
		_, span := tracing.Tracer.Start(t.Context(), "x")
		if span.SpanContext().IsSampled() != want || !span.SpanContext().IsValid() {
			t.Errorf("%q: want sampled %v, got %v", sampler, want, span.SpanContext())
		}
		_ = tracing.Shutdown(t.Context())
	}
}

func start(t *testing.T, collector http.HandlerFunc) *Telemetry {
	t.Helper()
	server := httptest.NewServer(collector)
	t.Cleanup(server.Close)
	endpoint, _ := url.Parse(server.URL)
	return New(identity(t), config.OTLP{Endpoint: endpoint, Timeout: time.Second}, build.Info{Version: "1.2.3"})
}

func TestShutdownSendsWhatIsLeft(t *testing.T) {
	received := make(chan *tracepb.TracesData, 1)
	tracing := start(t, func(_ http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		data := &tracepb.TracesData{}
		if err := proto.Unmarshal(body, data); err != nil {
			t.Error(err)
		}
		received <- data
	})
	_, span := tracing.Tracer.Start(t.Context(), "last")
	span.End()
	if err := tracing.Shutdown(t.Context()); err != nil {
		t.Fatal(err)
	}
	got := (<-received).ResourceSpans[0].ScopeSpans[0]
	if got.Spans[0].Name != "last" || got.Scope.Version != "1.2.3" {
		t.Errorf("got %v", got)
	}
}

// goleak, in TestMain, proves that giving up leaves no goroutine behind.
func TestShutdownGivesUpAtItsDeadlineWhenTheCollectorIsDown(t *testing.T) {
	tracing := start(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(503) })
	for range 5000 {
		_, span := tracing.Tracer.Start(t.Context(), "lost")
		span.End()
	}
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	begun := time.Now()
	if err := tracing.Shutdown(ctx); err == nil || time.Since(begun) > 2*time.Second {
		t.Errorf("want an error at the deadline, got %v after %s", err, time.Since(begun))
	}
}
