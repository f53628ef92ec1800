// Package config reads the service's settings: file over environment over defaults, every mistake reported at once.
package config

import (
	"log/slog"
	"net/url"
	"time"
)

// Config is the service's complete, validated configuration. It is never changed after Load.
type Config struct {
	HTTP    HTTP
	Metrics Listener
	Admin   Admin
	// LogLevel is where the service starts; a dynamic file may change it later.
	LogLevel slog.Level
	Store    Store
	Shutdown Shutdown
	Faults   Faults
	OTLP     OTLP
	// Warnings are OpenTelemetry variables that could not be understood and were ignored.
	Warnings []string
}

// Listener is a TCP address to serve on, "host:port" or ":port".
type Listener struct {
	Address string
}

// HTTP configures the public server.
type HTTP struct {
	Address           string
	ReadHeaderTimeout time.Duration
	ReadTimeout       time.Duration
	WriteTimeout      time.Duration
	IdleTimeout       time.Duration
	MaxBodyBytes      int64
}

// Admin configures the port for pprof and run-time faults, which exists only when asked for.
type Admin struct {
	Enabled bool
	Address string
}

// Store bounds the in-memory store.
type Store struct {
	Capacity int
	// Retention is the age from which the clean-up drops an order.
	Retention time.Duration
}

// Shutdown holds the three phases between the first signal and the exit; their sum must stay below the pod's termination grace.
type Shutdown struct {
	Delay        time.Duration
	DrainTimeout time.Duration
	FlushTimeout time.Duration
}

// Faults configures fault injection into /api.
type Faults struct {
	Enabled   bool
	ErrorRate float64
	Latency   time.Duration
}

// OTLP configures the trace exporter; a nil Endpoint means that spans get ids but go nowhere.
type OTLP struct {
	Endpoint *url.URL
	Headers  map[string]string
	Timeout  time.Duration
	Gzip     bool
}
