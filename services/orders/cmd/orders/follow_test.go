package main

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func rewrite(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path+".new", []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(path+".new", path); err != nil {
		t.Fatal(err)
	}
}

func TestTheLogLevelFollowsTheDynamicFileOfARunningProcess(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dynamic.yaml")
	rewrite(t, path, "")
	p := launch(t, "DYNAMIC_CONFIG_FILE="+path, "LOG_LEVEL=info", "SHUTDOWN_DELAY=10ms")
	address := p.until(t, "listening")["address"].(string)
	for _, level := range []string{"warn", "debug"} {
		rewrite(t, path, "log: { level: "+level+" }\n")
		if line := p.until(t, "log level changed"); line["to"] != strings.ToUpper(level) {
			t.Errorf("want %s, got %v", level, line)
		}
	}
	r, err := http.Get("http://" + address + "/api/v1/orders")
	if err != nil {
		t.Fatal(err)
	}
	_ = r.Body.Close()
	http.DefaultClient.CloseIdleConnections()
	p.until(t, "request")

	rewrite(t, path, "log: { level: loud }\n")
	p.until(t, "dynamic configuration")
	_ = p.Process.Signal(syscall.SIGTERM)
	p.until(t, "stopped")
	if err := p.Wait(); err != nil {
		t.Errorf("want exit code 0, got %v", err)
	}
}

func TestAWrongDynamicFileDoesNotKeepTheServiceFromStarting(t *testing.T) {
	p := launch(t, "DYNAMIC_CONFIG_FILE="+filepath.Join(t.TempDir(), "none", "dynamic.yaml"))
	p.until(t, "dynamic configuration is no longer followed")
	p.until(t, "listening")
}
