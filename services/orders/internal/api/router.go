// Package api serves orders and the probes.
package api

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/trace"

	"slipway.dev/services/orders/internal/fault"
	"slipway.dev/services/orders/internal/health"
	"slipway.dev/services/orders/internal/metrics"
	"slipway.dev/services/orders/internal/middleware"
	"slipway.dev/services/orders/internal/order"
	"slipway.dev/services/orders/internal/problem"
)

// Store keeps orders. Get and List return order.ErrNotFound for an id that they do not know.
type Store interface {
	Add(ctx context.Context, o order.Order) error
	Get(ctx context.Context, id string) (order.Order, error)
	List(ctx context.Context, after string, limit int) (page []order.Order, more bool, err error)
	DropBefore(ctx context.Context, created time.Time, limit int) (dropped int, more bool, err error)
}

// Dependencies are what the handlers work with.
type Dependencies struct {
	Store        Store
	Health       *health.Health
	Metrics      *metrics.Metrics
	Log          *slog.Logger
	Tracer       trace.Tracer
	Propagator   propagation.TextMapPropagator
	MaxBodyBytes int64
	// Retention is the age from which an order may be dropped.
	Retention time.Duration
	// Faults is nil unless configuration enabled them.
	Faults *fault.Injector
}

// read is what a server must support wherever it supports GET (RFC 9110, section 9.1).
var read = []string{http.MethodGet, http.MethodHead}

// Handler routes every path. The probes of the kubelet stay outside logs, traces and metrics: every few seconds, from every node, they
// would drown the requests that users make.
func Handler(d Dependencies) http.Handler {
	engine := gin.New()
	engine.HandleMethodNotAllowed = true
	// Gin answers a redirect before any middleware runs: it would be in no log and no metric.
	engine.RedirectTrailingSlash = false
	_ = engine.SetTrustedProxies(nil)

	recovery := middleware.Recovery(d.Log)
	drain := middleware.Drain(d.Health)
	observed := []gin.HandlerFunc{
		middleware.RequestID(),
		middleware.Trace(d.Tracer, d.Propagator),
		middleware.Observe(d.Metrics),
		middleware.AccessLog(d.Log),
		recovery,
		drain,
	}

	probes := engine.Group("", recovery, drain)
	probes.Match(read, "/livez", livez)
	probes.Match(read, "/readyz", readyz(d.Health))

	public := engine.Group("", observed...)
	public.Match(read, "/health", healthPage(d.Health))

	orders := public.Group("/api/v1/orders", limitBody(d.MaxBodyBytes))
	if d.Faults != nil {
		orders.Use(middleware.Faults(d.Faults, d.Metrics))
	}
	orders.POST("", create(d.Store, d.Log))
	orders.Match(read, "", list(d.Store, d.Log))
	orders.Match(read, "/:id", get(d.Store, d.Log))

	// No route of the gateway leads here; callers inside the cluster need a network policy that lets them in.
	public.POST("/internal/v1/cleanup", limitBody(d.MaxBodyBytes), cleanup(d.Store, d.Retention, d.Log))

	engine.NoRoute(append(observed, notFound)...)
	engine.NoMethod(append(observed, methodNotAllowed)...)
	return engine
}

func notFound(c *gin.Context) {
	problem.Write(c, http.StatusNotFound, "no such path")
}

// methodNotAllowed relies on Gin for the Allow header that RFC 9110 demands.
func methodNotAllowed(c *gin.Context) {
	problem.Write(c, http.StatusMethodNotAllowed, "")
}

// limitBody makes reading beyond the limit an error, whatever Content-Length claimed.
func limitBody(limit int64) gin.HandlerFunc {
	return func(c *gin.Context) {
		c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, limit)
		c.Next()
	}
}
