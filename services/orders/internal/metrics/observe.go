package metrics

import (
	"context"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/otel/trace"
)

// Begin counts a request as in flight until the returned function is called.
func (m *Metrics) Begin() (end func()) {
	m.inFlight.Inc()
	return m.inFlight.Dec
}

// Observe records a served request; its trace, when sampled, becomes the bucket's exemplar. The caller bounds method and
// route: clients choose methods and URLs, and each would become a time series.
func (m *Metrics) Observe(ctx context.Context, method, route string, status int, took time.Duration) {
	observer := m.duration.WithLabelValues(method, route, strconv.Itoa(status))
	if span := trace.SpanContextFromContext(ctx); span.IsSampled() {
		labels := prometheus.Labels{"trace_id": span.TraceID().String()}
		observer.(prometheus.ExemplarObserver).ObserveWithExemplar(took.Seconds(), labels)
		return
	}
	observer.Observe(took.Seconds())
}

// Fault counts an injected fault.
func (m *Metrics) Fault(kind string) {
	m.faults.WithLabelValues(kind).Inc()
}
