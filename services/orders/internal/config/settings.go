package config

// Setting is one row of the table that the loader, --help and docs/orders.md share.
type Setting struct {
	// Env is the environment variable.
	Env string
	// Key is the path in the configuration file; empty for OpenTelemetry's variables, which are read from the environment only.
	Key string
	// Default is parsed like any other value.
	Default string
	// Expect completes the sentence "expected …".
	Expect string
	// Help says what the setting does.
	Help string
	// Secret values are never repeated in an error.
	Secret bool
	// Dynamic settings may change while the service runs.
	Dynamic bool

	parse func(*Config, string) error
}

// Settings lists everything that can be configured, in the order of --help. Later rows win where two write the same field.
func Settings() []Setting {
	return append(serviceSettings(), otlpSettings()...)
}

func serviceSettings() []Setting {
	return []Setting{
		address("HTTP_ADDRESS", "http.address", ":8080", "where the API and the probes are served", func(c *Config) *string { return &c.HTTP.Address }),
		positive("HTTP_READ_HEADER_TIMEOUT", "http.readHeaderTimeout", "5s", "time a client has to send its headers", func(c *Config) *duration { return &c.HTTP.ReadHeaderTimeout }),
		positive("HTTP_READ_TIMEOUT", "http.readTimeout", "10s", "time a client has to send the whole request", func(c *Config) *duration { return &c.HTTP.ReadTimeout }),
		positive("HTTP_WRITE_TIMEOUT", "http.writeTimeout", "30s", "time from the end of the headers to the end of the response", func(c *Config) *duration { return &c.HTTP.WriteTimeout }),
		positive("HTTP_IDLE_TIMEOUT", "http.idleTimeout", "120s", "how long an idle connection is kept; longer than what sends requests keeps it (Traefik 90 s, AWS 60 s)", func(c *Config) *duration { return &c.HTTP.IdleTimeout }),
		integer("HTTP_MAX_BODY_BYTES", "http.maxBodyBytes", "65536", 1, 16<<20, "largest request body", func(c *Config, n int64) { c.HTTP.MaxBodyBytes = n }),
		address("METRICS_ADDRESS", "metrics.address", ":9090", "where /metrics is served", func(c *Config) *string { return &c.Metrics.Address }),
		boolean("ADMIN_ENABLED", "admin.enabled", "false", "serve pprof, and the fault switch where faults are enabled, on the admin address", func(c *Config) *bool { return &c.Admin.Enabled }),
		address("ADMIN_ADDRESS", "admin.address", "127.0.0.1:6060", "admin address; loopback is reached by `kubectl port-forward`", func(c *Config) *string { return &c.Admin.Address }),
		level("LOG_LEVEL", "log.level", "info", "least severe level that is logged"),
		integer("STORE_CAPACITY", "store.capacity", "10000", 1, 1_000_000, "orders kept in memory; the oldest make room", func(c *Config, n int64) { c.Store.Capacity = int(n) }),
		positive("STORE_RETENTION", "store.retention", "720h", "age from which the nightly clean-up drops an order", func(c *Config) *duration { return &c.Store.Retention }),
		nonNegative("SHUTDOWN_DELAY", "shutdown.delay", "3s", "time between failing readiness and refusing connections", func(c *Config) *duration { return &c.Shutdown.Delay }),
		positive("SHUTDOWN_DRAIN_TIMEOUT", "shutdown.drainTimeout", "15s", "time requests in flight have to finish", func(c *Config) *duration { return &c.Shutdown.DrainTimeout }),
		positive("SHUTDOWN_FLUSH_TIMEOUT", "shutdown.flushTimeout", "3s", "time the last spans have to leave", func(c *Config) *duration { return &c.Shutdown.FlushTimeout }),
		boolean("FAULTS_ENABLED", "faults.enabled", "false", "allow faults to be injected into /api; without it the next two do nothing", func(c *Config) *bool { return &c.Faults.Enabled }),
		rate("FAULTS_ERROR_RATE", "faults.errorRate", "0", "share of requests answered with 500", func(c *Config) *float64 { return &c.Faults.ErrorRate }),
		nonNegative("FAULTS_LATENCY", "faults.latency", "0s", "time added to every request", func(c *Config) *duration { return &c.Faults.Latency }),
	}
}
