package main

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"slipway.dev/services/orders/internal/build"
	"slipway.dev/services/orders/internal/config"
)

var testBuild = build.Info{Version: "1.2.3", Commit: "abc", Time: "2026-01-01T00:00:00Z"}

func invoke(args []string, env map[string]string) (code int, stdout, stderr string) {
	var out, errs strings.Builder
	code = run(context.Background(), testBuild, args, func(name string) string { return env[name] }, &out, &errs)
	return code, out.String(), errs.String()
}

func TestVersionSaysWhichBuildThisIs(t *testing.T) {
	code, out, _ := invoke([]string{"--version"}, nil)
	want := "orders 1.2.3 (commit abc, built 2026-01-01T00:00:00Z, " + runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH + ")\n"
	if code != exitOK || out != want {
		t.Errorf("want %q, got %d %q", want, code, out)
	}
}

func TestHelpNamesEverySettingWithItsDefault(t *testing.T) {
	code, out, _ := invoke([]string{"--help"}, nil)
	for _, s := range config.Settings() {
		if !strings.Contains(out, s.Env+" ") || !strings.Contains(out, s.Default) || !strings.Contains(out, s.Help) {
			t.Errorf("no %s in\n%s", s.Env, out)
		}
	}
	if code != exitOK {
		t.Errorf("got %d", code)
	}
}

func TestAWrongCommandLineIsRefused(t *testing.T) {
	for _, args := range [][]string{{"--nope"}, {"serve"}, {"--config"}} {
		if code, _, stderr := invoke(args, nil); code != exitUsage || !strings.Contains(stderr, "see orders --help") {
			t.Errorf("%v: got %d %q", args, code, stderr)
		}
	}
}

func TestCheckConfigReportsEveryMistakeAndStartsNothing(t *testing.T) {
	code, _, stderr := invoke([]string{"--check-config"}, map[string]string{"LOG_LEVEL": "loud", "STORE_CAPACITY": "0", "HTTP_ADDRESS": "x"})
	if code != exitUsage || strings.Count(stderr, "\n") != 3 {
		t.Errorf("want three sentences, got %d %q", code, stderr)
	}
	code, out, stderr := invoke([]string{"--check-config"}, map[string]string{"OTEL_EXPORTER_OTLP_PROTOCOL": "grpc"})
	if code != exitOK || out != "configuration is valid\n" || !strings.Contains(stderr, "OTEL_EXPORTER_OTLP_PROTOCOL") {
		t.Errorf("want a warning, got %d %q %q", code, out, stderr)
	}
}

func TestTheFileIsNamedByFlagOrVariable(t *testing.T) {
	path := filepath.Join(t.TempDir(), "c.yaml")
	if err := os.WriteFile(path, []byte("nope: 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, r := range []struct {
		args []string
		env  map[string]string
	}{{[]string{"--check-config", "--config", path}, nil}, {[]string{"--check-config"}, map[string]string{"CONFIG_FILE": path}}} {
		if code, _, stderr := invoke(r.args, r.env); code != exitUsage || !strings.Contains(stderr, "nope: no such setting") {
			t.Errorf("%v: got %d %q", r, code, stderr)
		}
	}
}
