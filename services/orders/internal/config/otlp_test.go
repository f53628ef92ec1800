package config

import (
	"maps"
	"strings"
	"testing"
	"time"
)

func load(t *testing.T, env map[string]string) Config {
	t.Helper()
	c, err := Load("", environment(env))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// The examples of https://opentelemetry.io/docs/specs/otel/protocol/exporter/#endpoint-urls-for-otlphttp, and what is near them.
func TestEndpointsFollowTheSpecification(t *testing.T) {
	for _, test := range []struct{ general, traces, want string }{
		{"", "", ""},
		{"http://collector:4318", "", "http://collector:4318/v1/traces"},
		{"http://collector:4318/", "", "http://collector:4318/v1/traces"},
		{"https://collector/mycollector/", "", "https://collector/mycollector/v1/traces"},
		{"http://collector:4318", "http://other:4318", "http://other:4318/"},
		{"http://collector:4318", "https://other/v1/special", "https://other/v1/special"},
		{"", "http://other/v1/traces/", "http://other/v1/traces/"},
	} {
		c := load(t, map[string]string{"OTEL_EXPORTER_OTLP_ENDPOINT": test.general, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": test.traces})
		got := ""
		if c.OTLP.Endpoint != nil {
			got = c.OTLP.Endpoint.String()
		}
		if got != test.want || len(c.Warnings) > 0 {
			t.Errorf("%q, %q: want %q, got %q %v", test.general, test.traces, test.want, got, c.Warnings)
		}
	}
}

func TestWhatIsSaidForTracesWins(t *testing.T) {
	c := load(t, map[string]string{
		"OTEL_EXPORTER_OTLP_HEADERS": "a=general", "OTEL_EXPORTER_OTLP_TRACES_HEADERS": "b=traces",
		"OTEL_EXPORTER_OTLP_TIMEOUT": "1000", "OTEL_EXPORTER_OTLP_TRACES_TIMEOUT": "2500",
		"OTEL_EXPORTER_OTLP_COMPRESSION": "gzip", "OTEL_EXPORTER_OTLP_TRACES_COMPRESSION": "none",
	})
	if !maps.Equal(c.OTLP.Headers, map[string]string{"b": "traces"}) || c.OTLP.Timeout != 2500*time.Millisecond || c.OTLP.Gzip {
		t.Errorf("got %+v", c.OTLP)
	}
}

func TestHeaders(t *testing.T) {
	for text, want := range map[string]map[string]string{
		"a=1":                          {"a": "1"},
		"a=1,b=2":                      {"a": "1", "b": "2"},
		" a = 1 , ,b=2,":               {"a": "1", "b": "2"},
		"Authorization=Basic%20dXNlcg": {"Authorization": "Basic dXNlcg"},
		"token=a=b==":                  {"token": "a=b=="},
		"empty=":                       {"empty": ""},
	} {
		c := load(t, map[string]string{"OTEL_EXPORTER_OTLP_HEADERS": text})
		if !maps.Equal(c.OTLP.Headers, want) {
			t.Errorf("%q: want %v, got %v", text, want, c.OTLP.Headers)
		}
	}
}

func TestWhatCannotBeUnderstoodIsIgnoredWithAWarningThatKeepsSecrets(t *testing.T) {
	c := load(t, map[string]string{
		"OTEL_EXPORTER_OTLP_ENDPOINT": "collector:4317",
		"OTEL_EXPORTER_OTLP_PROTOCOL": "grpc",
		"OTEL_EXPORTER_OTLP_TIMEOUT":  "10s",
		"OTEL_EXPORTER_OTLP_HEADERS":  "canary-5ecret",
	})
	if c.OTLP.Endpoint != nil || c.OTLP.Timeout != 10*time.Second || c.OTLP.Headers != nil {
		t.Errorf("want the defaults, got %+v", c.OTLP)
	}
	all := strings.Join(c.Warnings, "\n")
	if len(c.Warnings) != 4 || !strings.Contains(all, `OTEL_EXPORTER_OTLP_PROTOCOL: expected http/protobuf, the only protocol built in, found "grpc"; ignored`) {
		t.Errorf("want four warnings, got:\n%s", all)
	}
	if strings.Contains(all, "5ecret") || strings.Contains(all, "collector:4317") {
		t.Errorf("a warning shows a secret: %s", all)
	}
}

func FuzzHeadersCanAlwaysBeSent(f *testing.F) {
	for _, seed := range []string{"a=1", "a=%0d%0aX: y", "=", "a b=c", "ä=1", "a=\x00", "a=%zz", ","} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var c Config
		if headers(&c, text) != nil {
			return
		}
		for name, value := range c.OTLP.Headers {
			if !token(name) || strings.ContainsAny(value, "\r\n\x00") {
				t.Errorf("%q became header %q: %q", text, name, value)
			}
		}
	})
}

func FuzzFilesNeverPanic(f *testing.F) {
	for _, seed := range []string{"", "{}", "a: &a [*a]", "? x", "http: {address: :80}", "\x00", "--- \n---\n", "<<: {a: b}"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, content string) {
		_, _ = Load(file(t, content), environment(nil))
	})
}
