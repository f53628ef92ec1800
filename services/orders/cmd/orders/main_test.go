package main

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"go.uber.org/goleak"
)

// TestMain lets the test binary be the service itself, so that signals meet a real process.
func TestMain(m *testing.M) {
	if os.Getenv("ORDERS_TEST_MAIN") != "" {
		main()
	}
	goleak.VerifyTestMain(m)
}

// process is the service as a process, with its log lines as they come.
type process struct {
	*exec.Cmd
	lines chan map[string]any
}

func launch(t *testing.T, env ...string) *process {
	t.Helper()
	p := &process{exec.Command(os.Args[0]), make(chan map[string]any, 100)}
	p.Env = append(os.Environ(), "ORDERS_TEST_MAIN=1", "HTTP_ADDRESS=127.0.0.1:0", "METRICS_ADDRESS=127.0.0.1:0")
	p.Env = append(p.Env, env...)
	p.Stderr = os.Stderr
	out, err := p.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Process.Kill(); _ = p.Wait() })
	go p.read(t, out)
	return p
}

func (p *process) read(t *testing.T, out io.Reader) {
	defer close(p.lines)
	for scanner := bufio.NewScanner(out); scanner.Scan(); {
		var line map[string]any
		if err := json.Unmarshal(scanner.Bytes(), &line); err != nil {
			t.Errorf("not a JSON line: %q", scanner.Text())
		}
		p.lines <- line
	}
}

// until returns the next line with that message.
func (p *process) until(t *testing.T, message string) map[string]any {
	t.Helper()
	timeout := time.After(20 * time.Second)
	for {
		select {
		case line, open := <-p.lines:
			if !open {
				t.Fatalf("ended without %q", message)
			}
			if line["msg"] == message {
				return line
			}
		case <-timeout:
			t.Fatalf("no line %q", message)
		}
	}
}

func TestASignalDrainsAndExitsWithZero(t *testing.T) {
	p := launch(t, "SHUTDOWN_DELAY=10ms")
	address := p.until(t, "listening")["address"].(string)
	r, err := http.Get("http://" + address + "/readyz")
	if err != nil || r.StatusCode != 200 {
		t.Fatalf("got %v %v", r, err)
	}
	_ = r.Body.Close()
	http.DefaultClient.CloseIdleConnections()
	_ = p.Process.Signal(syscall.SIGTERM)
	p.until(t, "draining")
	p.until(t, "stopped")
	if err := p.Wait(); err != nil {
		t.Errorf("want exit code 0, got %v", err)
	}
}

func TestASecondSignalExitsAtOnce(t *testing.T) {
	p := launch(t, "SHUTDOWN_DELAY=1h")
	p.until(t, "listening")
	_ = p.Process.Signal(syscall.SIGINT)
	p.until(t, "draining")
	_ = p.Process.Signal(syscall.SIGTERM)
	for range p.lines {
		// The process closes its output when it exits.
	}
	_ = p.Wait()
	if code := p.ProcessState.ExitCode(); code != exitInterrupted {
		t.Errorf("want exit code %d, got %d", exitInterrupted, code)
	}
}

func TestAPortThatIsTakenIsOneSentenceAndAFailure(t *testing.T) {
	p := launch(t)
	address := p.until(t, "listening")["address"].(string)
	second := exec.Command(os.Args[0])
	second.Env = append(os.Environ(), "ORDERS_TEST_MAIN=1", "HTTP_ADDRESS="+address, "METRICS_ADDRESS=127.0.0.1:0")
	var stderr strings.Builder
	second.Stderr = &stderr
	_ = second.Run()
	want := "HTTP_ADDRESS: cannot listen on " + address
	if second.ProcessState.ExitCode() != exitFailed || !strings.HasPrefix(stderr.String(), want) || strings.Count(stderr.String(), "\n") != 1 {
		t.Errorf("want exit code %d and %q, got %d and %q", exitFailed, want, second.ProcessState.ExitCode(), stderr.String())
	}
}
