// Package telemetry sets up tracing: who we are, which requests are traced and where spans go.
package telemetry

import (
	"context"
	"time"

	"go.opentelemetry.io/otel/propagation"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"

	"slipway.dev/services/orders/internal/build"
	"slipway.dev/services/orders/internal/config"
	"slipway.dev/services/orders/internal/otlp"
)

// Telemetry owns the tracer provider and its exporter.
type Telemetry struct {
	// Tracer starts the service's spans.
	Tracer trace.Tracer
	// Propagator speaks W3C traceparent and tracestate.
	Propagator propagation.TextMapPropagator

	provider *sdktrace.TracerProvider
	exporter *otlp.Exporter
}

// New starts tracing. Sampler, batching and limits follow OTEL_TRACES_SAMPLER, OTEL_BSP_* and OTEL_SPAN_*, which the SDK reads itself.
// Without an endpoint spans still have ids, for the logs and for whoever comes next, but are not exported.
func New(identity Identity, c config.OTLP, info build.Info) *Telemetry {
	t := &Telemetry{Propagator: propagation.TraceContext{}}
	options := []sdktrace.TracerProviderOption{sdktrace.WithResource(identity.Resource)}
	if c.Endpoint != nil {
		t.exporter = otlp.New(otlp.Options{
			Endpoint:  c.Endpoint,
			Headers:   c.Headers,
			Timeout:   c.Timeout,
			Gzip:      c.Gzip,
			UserAgent: "orders/" + info.Version,
			Backoff:   time.Second,
		})
		options = append(options, sdktrace.WithBatcher(t.exporter))
	}
	t.provider = sdktrace.NewTracerProvider(options...)
	t.Tracer = t.provider.Tracer("slipway.dev/services/orders", trace.WithInstrumentationVersion(info.Version))
	return t
}

// Check fails while spans cannot be exported; without an exporter there is nothing that could fail.
func (t *Telemetry) Check(ctx context.Context) error {
	if t.exporter == nil {
		return nil
	}
	return t.exporter.Check(ctx)
}

// Shutdown exports what is left until ctx ends, then gives up on it. No goroutine survives.
func (t *Telemetry) Shutdown(ctx context.Context) error {
	err := t.provider.Shutdown(ctx)
	if t.exporter != nil {
		// The SDK returns at the deadline with an export still being tried.
		_ = t.exporter.Shutdown(ctx)
	}
	return err
}
