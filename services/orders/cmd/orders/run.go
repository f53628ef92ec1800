package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"runtime"

	"github.com/gin-gonic/gin"
	"go.opentelemetry.io/otel"

	"slipway.dev/services/orders/internal/admin"
	"slipway.dev/services/orders/internal/api"
	"slipway.dev/services/orders/internal/build"
	"slipway.dev/services/orders/internal/config"
	"slipway.dev/services/orders/internal/fault"
	"slipway.dev/services/orders/internal/health"
	"slipway.dev/services/orders/internal/logging"
	"slipway.dev/services/orders/internal/metrics"
	"slipway.dev/services/orders/internal/server"
	"slipway.dev/services/orders/internal/store"
	"slipway.dev/services/orders/internal/telemetry"
)

const (
	exitOK          = 0
	exitFailed      = 1
	exitUsage       = 2
	exitInterrupted = 130
)

// run is the program without its process: what it reads and writes is handed to it.
func run(ctx context.Context, info build.Info, args []string, getenv func(string) string, stdout, stderr io.Writer) int {
	o, err := parse(args, getenv, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		help(stdout)
		return exitOK
	case err != nil:
		fmt.Fprintln(stderr, "see orders --help")
		return exitUsage
	case o.version:
		fmt.Fprintln(stdout, info)
		return exitOK
	}
	c, err := config.Load(o.config, getenv)
	if err == nil && o.checkConfig {
		_, err = c.Dynamic(o.dynamic)
	}
	if err != nil {
		fmt.Fprintln(stderr, err)
		return exitUsage
	}
	if o.checkConfig {
		for _, warning := range c.Warnings {
			fmt.Fprintln(stderr, warning)
		}
		fmt.Fprintln(stdout, "configuration is valid")
		return exitOK
	}
	if err := serve(ctx, info, c, o.dynamic, stdout); err != nil {
		fmt.Fprintln(stderr, err)
		return exitFailed
	}
	return exitOK
}

// serve wires the parts together and runs them until ctx ends.
func serve(ctx context.Context, info build.Info, c config.Config, dynamic string, logs io.Writer) error {
	ctx, cancel := context.WithCancel(ctx)
	identity, warning := telemetry.Identify(ctx, info)
	if warning != nil {
		c.Warnings = append(c.Warnings, warning.Error())
	}
	level := new(slog.LevelVar)
	level.Set(c.LogLevel)
	log := logging.New(logs, level, identity.Service)
	// Gin and OpenTelemetry report through globals of their own; without these they would write plain text between the JSON lines.
	gin.SetMode(gin.ReleaseMode)
	otel.SetErrorHandler(otel.ErrorHandlerFunc(func(err error) { log.Warn("telemetry", "error", err.Error()) }))
	log.Info("starting", "version", info.Version, "commit", info.Commit, "built", info.Time, "gomaxprocs", runtime.GOMAXPROCS(0))
	for _, warning := range c.Warnings {
		log.Warn("configuration", "error", warning)
	}
	following := follow(ctx, dynamic, c, level, log)
	defer func() { cancel(); following.Wait() }()

	tracing := telemetry.New(identity, c.OTLP, info)
	orders := store.NewMemory(c.Store.Capacity)
	instruments := metrics.New(info)
	instruments.Stored(orders.Len)
	state := health.New(info, health.Check{Name: "traces", Optional: true, Probe: tracing.Check})
	var faults *fault.Injector
	if c.Faults.Enabled {
		faults = fault.New(fault.Settings{ErrorRate: c.Faults.ErrorRate, Latency: c.Faults.Latency})
		log.Warn("fault injection is enabled", "error_rate", c.Faults.ErrorRate, "latency", c.Faults.Latency.String())
	}
	handlers := server.Handlers{Metrics: instruments.Handler(), Public: api.Handler(api.Dependencies{
		Store:        orders,
		Health:       state,
		Metrics:      instruments,
		Log:          log,
		Tracer:       tracing.Tracer,
		Propagator:   tracing.Propagator,
		MaxBodyBytes: c.HTTP.MaxBodyBytes,
		Retention:    c.Store.Retention,
		Faults:       faults,
	})}
	if c.Admin.Enabled {
		handlers.Admin = admin.Handler(faults)
	}
	s, err := server.Listen(c, handlers, state, log)
	if err == nil {
		err = s.Run(ctx)
	}
	flush(tracing, c.Shutdown, log)
	return err
}

// flush gives the last spans their time. Losing some is no reason to fail.
func flush(t *telemetry.Telemetry, c config.Shutdown, log *slog.Logger) {
	ctx, cancel := context.WithTimeout(context.Background(), c.FlushTimeout)
	defer cancel()
	if err := t.Shutdown(ctx); err != nil {
		log.Warn("spans were lost", "error", err.Error(), "flush_timeout", c.FlushTimeout.String())
	}
	log.Info("stopped")
}
