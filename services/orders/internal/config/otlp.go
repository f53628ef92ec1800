package config

import (
	"net/url"
	"strconv"
	"strings"
	"time"
)

// otlpSettings are OpenTelemetry's own variables for the OTLP exporter, with its names, units and precedence: what is said for traces
// wins over what is said for every signal. What the SDK reads by itself (service name, resource, sampler, batching) is not repeated here.
// A value that cannot be understood is ignored with a warning, as the specification demands: traces are never worth an outage.
//
// https://opentelemetry.io/docs/specs/otel/protocol/exporter/
func otlpSettings() []Setting {
	const (
		expectURL     = "an http or https URL, or nothing to export no spans"
		expectHeaders = "key=value pairs separated by commas, values percent-encoded"
		expectTimeout = "milliseconds, a whole number above zero"
		expectGzip    = "gzip or none"
		expectHTTP    = "http/protobuf, the only protocol built in"
	)
	return []Setting{
		{Env: "OTEL_EXPORTER_OTLP_ENDPOINT", Expect: expectURL, Secret: true, Help: "collector; /v1/traces is appended", parse: endpoint},
		{Env: "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", Expect: expectURL, Secret: true, Help: "collector for traces; used as it is", parse: tracesEndpoint},
		{Env: "OTEL_EXPORTER_OTLP_HEADERS", Expect: expectHeaders, Secret: true, Help: "headers of each export, such as a token", parse: headers},
		{Env: "OTEL_EXPORTER_OTLP_TRACES_HEADERS", Expect: expectHeaders, Secret: true, Help: "the same, for traces", parse: headers},
		{Env: "OTEL_EXPORTER_OTLP_TIMEOUT", Default: "10000", Expect: expectTimeout, Help: "time for one attempt, in milliseconds", parse: timeout},
		{Env: "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT", Expect: expectTimeout, Help: "the same, for traces", parse: timeout},
		{Env: "OTEL_EXPORTER_OTLP_COMPRESSION", Default: "gzip", Expect: expectGzip, Help: "compression of the request body", parse: compression},
		{Env: "OTEL_EXPORTER_OTLP_TRACES_COMPRESSION", Expect: expectGzip, Help: "the same, for traces", parse: compression},
		{Env: "OTEL_EXPORTER_OTLP_PROTOCOL", Default: "http/protobuf", Expect: expectHTTP, Help: "transport and encoding", parse: protocol},
		{Env: "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", Expect: expectHTTP, Help: "the same, for traces", parse: protocol},
	}
}

// endpoint is the base of every signal's URL. Both endpoints may carry a password.
func endpoint(c *Config, s string) error {
	err := tracesEndpoint(c, s)
	if err == nil {
		c.OTLP.Endpoint = c.OTLP.Endpoint.JoinPath("v1/traces")
	}
	return err
}

func tracesEndpoint(c *Config, s string) error {
	u, err := url.Parse(s)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" {
		return errUnexpected
	}
	if u.Path == "" {
		u.Path = "/"
	}
	c.OTLP.Endpoint = u
	return nil
}

// headers reads the W3C Baggage form that OpenTelemetry prescribes, without its properties.
func headers(c *Config, s string) error {
	all := map[string]string{}
	for pair := range strings.SplitSeq(s, ",") {
		if strings.TrimSpace(pair) == "" {
			continue
		}
		key, raw, found := strings.Cut(pair, "=")
		value, err := url.PathUnescape(strings.TrimSpace(raw))
		key = strings.TrimSpace(key)
		if !found || !token(key) || err != nil || strings.ContainsAny(value, "\r\n\x00") {
			return errUnexpected
		}
		all[key] = value
	}
	c.OTLP.Headers = all
	return nil
}

// token reports whether s can be a header's name (RFC 9110, section 5.6.2).
func token(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool {
		letterOrDigit := r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		return !letterOrDigit && !strings.ContainsRune("!#$%&'*+-.^_`|~", r)
	}) < 0
}

func timeout(c *Config, s string) error {
	ms, err := strconv.ParseInt(s, 10, 32)
	if err != nil || ms < 1 {
		return errUnexpected
	}
	c.OTLP.Timeout = time.Duration(ms) * time.Millisecond
	return nil
}

func compression(c *Config, s string) error {
	if s != "gzip" && s != "none" {
		return errUnexpected
	}
	c.OTLP.Gzip = s == "gzip"
	return nil
}

func protocol(_ *Config, s string) error {
	if s != "http/protobuf" {
		return errUnexpected
	}
	return nil
}
