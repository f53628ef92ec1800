package telemetry

import (
	"context"
	"fmt"

	"go.opentelemetry.io/otel/sdk/resource"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"

	"slipway.dev/services/orders/internal/build"
)

// Identity is who this process says it is, in logs and in spans alike.
type Identity struct {
	// Service is the service's name.
	Service string
	// Resource is everything that spans say about their process.
	Resource *resource.Resource
}

// Identify describes this process; OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES win over what it knows by itself. The identity can
// be used whatever the error: that says which part of those variables was ignored.
func Identify(ctx context.Context, info build.Info) (Identity, error) {
	r, err := resource.New(ctx,
		resource.WithAttributes(semconv.ServiceName("orders"), semconv.ServiceVersion(info.Version)),
		resource.WithTelemetrySDK(),
		resource.WithHost(),
		resource.WithFromEnv(),
	)
	if err != nil {
		err = fmt.Errorf("OTEL_RESOURCE_ATTRIBUTES: expected key=value pairs separated by commas: %w; ignored", err)
	}
	name, _ := r.Set().Value(semconv.ServiceNameKey)
	return Identity{Service: name.AsString(), Resource: r}, err
}
