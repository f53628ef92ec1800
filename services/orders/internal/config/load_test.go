package config

import (
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func environment(pairs map[string]string) func(string) string {
	return func(name string) string { return pairs[name] }
}

func file(t *testing.T, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "orders.yaml")
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestDefaultsAreValidAndComplete(t *testing.T) {
	c, err := Load("", environment(nil))
	if err != nil {
		t.Fatal(err)
	}
	want := Config{
		HTTP: HTTP{
			Address: ":8080", ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second, WriteTimeout: 30 * time.Second,
			IdleTimeout: 120 * time.Second, MaxBodyBytes: 65536,
		},
		Metrics:  Listener{":9090"},
		Admin:    Admin{Address: "127.0.0.1:6060"},
		LogLevel: slog.LevelInfo,
		Store:    Store{10000, 720 * time.Hour},
		Shutdown: Shutdown{3 * time.Second, 15 * time.Second, 3 * time.Second},
		OTLP:     OTLP{Timeout: 10 * time.Second, Gzip: true},
	}
	if !equal(c, want) {
		t.Errorf("got  %+v\nwant %+v", c, want)
	}
}

func TestFileWinsOverEnvironmentWinsOverDefault(t *testing.T) {
	path := file(t, "http: { address: ':81', idleTimeout: 90s }\nlog: { level: debug }\nfaults: { enabled: true, errorRate: 0.05 }\n")
	c, err := Load(path, environment(map[string]string{"HTTP_ADDRESS": ":82", "METRICS_ADDRESS": ":83"}))
	if err != nil {
		t.Fatal(err)
	}
	if c.HTTP.Address != ":81" || c.Metrics.Address != ":83" || c.HTTP.IdleTimeout != 90*time.Second || c.HTTP.ReadTimeout != 10*time.Second {
		t.Errorf("want file, environment and default in that order, got %+v %+v", c.HTTP, c.Metrics)
	}
	if c.LogLevel != slog.LevelDebug || c.Faults != (Faults{Enabled: true, ErrorRate: .05}) {
		t.Errorf("want what the file says, got %v %+v", c.LogLevel, c.Faults)
	}
}

func TestJSONFilesWorkLikeYAML(t *testing.T) {
	c, err := Load(file(t, `{"store": {"capacity": 7}, "admin": {"enabled": true}}`), environment(nil))
	if err != nil || c.Store.Capacity != 7 || !c.Admin.Enabled {
		t.Errorf("got %+v, %v", c, err)
	}
}

func TestAllMistakesAreReportedAtOnceWithNameAndExpectation(t *testing.T) {
	path := file(t, "http: { address: nowhere, readTimeout: 0s }\nstroe: { capacity: 3 }\nlog: { level: [info] }\nadmin:\n")
	_, err := Load(path, environment(map[string]string{"FAULTS_ERROR_RATE": "5", "SHUTDOWN_DELAY": "-1s", "STORE_CAPACITY": "1e3"}))
	want := []string{
		`http.address: expected "host:port" or ":port" with a port from 0 to 65535, found "nowhere"`,
		`http.readTimeout: expected a duration above zero, such as 500ms or 5s, found "0s"`,
		`stroe.capacity: no such setting in the file; see --help`,
		`log.level: expected a single value, found a list`,
		`admin: expected a value, found none`,
		`FAULTS_ERROR_RATE: expected a share from 0 to 1, such as 0.05, found "5"`,
		`SHUTDOWN_DELAY: expected a duration of zero or more, such as 0s or 250ms, found "-1s"`,
		`STORE_CAPACITY: expected a whole number from 1 to 1000000, found "1e3"`,
	}
	assertSentences(t, err, want)
}

func TestRefusedFiles(t *testing.T) {
	for name, test := range map[string]struct{ content, want string }{
		"not YAML":           {"a: [", "expected YAML or JSON"},
		"a list":             {"- a", "expected YAML or JSON"},
		"a duplicate":        {"log: {level: info}\nlog: {level: warn}", "expected YAML or JSON"},
		"dotted names":       {"http.address: :80", `"http.address": expected nested names without dots`},
		"an empty name":      {`"": x`, `"": expected nested names without dots`},
		"an OTel variable":   {"OTEL_EXPORTER_OTLP_ENDPOINT: http://x", "OTEL_EXPORTER_OTLP_ENDPOINT: no such setting"},
		"far too much of it": {strings.Repeat("#", maxFileBytes+1), "larger than"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Load(file(t, test.content), environment(nil))
			if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("want one sentence with %q, got %v", test.want, err)
			}
		})
	}
}

func TestAMissingFileIsAnErrorNotADefault(t *testing.T) {
	if _, err := Load(filepath.Join(t.TempDir(), "none.yaml"), environment(nil)); err == nil {
		t.Error("want an error")
	}
}

func TestTwoListenersCannotShareAPort(t *testing.T) {
	shared := map[string]string{"HTTP_ADDRESS": ":7000", "METRICS_ADDRESS": "127.0.0.1:7000", "ADMIN_ADDRESS": ":7000"}
	_, err := Load("", environment(shared))
	assertSentences(t, err, []string{"METRICS_ADDRESS: expected a port of its own, found port 7000 of HTTP_ADDRESS"})

	any := map[string]string{"HTTP_ADDRESS": ":0", "METRICS_ADDRESS": ":0"}
	if _, err := Load("", environment(any)); err != nil {
		t.Errorf("port 0 means any free port: %v", err)
	}
}

func assertSentences(t *testing.T, err error, want []string) {
	t.Helper()
	if err == nil {
		t.Fatal("want errors")
	}
	got := strings.Split(err.Error(), "\n")
	if len(got) != len(want) {
		t.Errorf("want %d sentences, got %d:\n%v", len(want), len(got), err)
	}
	for _, w := range want {
		if !strings.Contains("\n"+err.Error()+"\n", "\n"+w+"\n") {
			t.Errorf("want %q in:\n%v", w, err)
		}
	}
}
