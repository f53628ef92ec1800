// Package metrics defines what Prometheus scrapes.
package metrics

import (
	"net/http"
	"runtime"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"slipway.dev/services/orders/internal/build"
)

// Metrics holds the service's instruments in a registry of its own.
type Metrics struct {
	registry *prometheus.Registry
	duration *prometheus.HistogramVec
	inFlight prometheus.Gauge
	faults   *prometheus.CounterVec
}

// New registers the service's instruments, the Go runtime's, the process's and the build's.
func New(info build.Info) *Metrics {
	m := &Metrics{
		registry: prometheus.NewRegistry(),
		duration: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name:    "http_request_duration_seconds",
			Help:    "Time from the first byte of the request's headers to the end of the response, by route template.",
			Buckets: []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
		}, []string{"method", "route", "status"}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "http_requests_in_flight",
			Help: "Requests being served now.",
		}),
		faults: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "faults_injected_total",
			Help: "Faults injected on purpose, by kind.",
		}, []string{"kind"}),
	}
	identity := prometheus.NewGauge(prometheus.GaugeOpts{
		Name:        "orders_build_info",
		Help:        "Always 1; the labels say which build is running.",
		ConstLabels: prometheus.Labels{"version": info.Version, "commit": info.Commit, "build_time": info.Time, "go_version": runtime.Version()},
	})
	identity.Set(1)
	m.registry.MustRegister(m.duration, m.inFlight, m.faults, identity,
		// GC pauses and scheduling latency besides the classic memory statistics; GOMEMLIMIT comes with them.
		collectors.NewGoCollector(collectors.WithGoCollectorRuntimeMetrics(collectors.MetricsGC, collectors.MetricsScheduler)),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
	)
	return m
}

// Stored exports the number of orders in the store.
func (m *Metrics) Stored(count func() int) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "orders_stored",
		Help: "Orders in the store.",
	}, func() float64 { return float64(count()) }))
}

// Handler serves the metrics, with exemplars for scrapers that speak OpenMetrics.
func (m *Metrics) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{Registry: m.registry, EnableOpenMetrics: true}))
	return mux
}
