// Package telemetry sets up tracing: who we are (resource), which requests are traced (sampler) and where spans go (exporter).
package telemetry

import (
	"context"
	"fmt"
	"time"

	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"

	"slipway.dev/services/orders/internal/build"
	"slipway.dev/services/orders/internal/config"
	"slipway.dev/services/orders/internal/otlp"
)

const defaultServiceName = "orders"

// Telemetry owns the tracer provider and its exporter.
type Telemetry struct {
	// Service is the name that logs and spans share.
	Service string
	// Tracer starts the service's spans.
	Tracer trace.Tracer
	// Propagator speaks W3C traceparent and tracestate.
	Propagator propagation.TextMapPropagator

	provider *sdktrace.TracerProvider
	exporter *otlp.Exporter
}

// New starts tracing. Sampler, batching and limits follow OTEL_TRACES_SAMPLER, OTEL_BSP_* and OTEL_SPAN_*, which the SDK reads itself.
// Without an endpoint spans still have ids, for the logs and for whoever comes next, but are not exported.
func New(ctx context.Context, c config.OTLP, info build.Info) (*Telemetry, error) {
	identity, err := identify(ctx, info)
	if err != nil {
		return nil, fmt.Errorf("OTEL_RESOURCE_ATTRIBUTES: expected key=value pairs separated by commas: %w", err)
	}
	t := &Telemetry{Propagator: propagation.TraceContext{}}
	if name, ok := identity.Set().Value(semconv.ServiceNameKey); ok {
		t.Service = name.AsString()
	}
	options := []sdktrace.TracerProviderOption{sdktrace.WithResource(identity)}
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
	return t, nil
}

// identify describes this process; OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES win over what it knows by itself.
func identify(ctx context.Context, info build.Info) (*resource.Resource, error) {
	return resource.New(ctx,
		resource.WithAttributes(semconv.ServiceName(defaultServiceName), semconv.ServiceVersion(info.Version)),
		resource.WithTelemetrySDK(),
		resource.WithHost(),
		resource.WithFromEnv(),
	)
}

// Check returns the error of the latest export; without an exporter there is nothing that could fail.
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
