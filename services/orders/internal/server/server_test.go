package server

import (
	"bufio"
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"go.uber.org/goleak"

	"slipway.dev/services/orders/internal/build"
	"slipway.dev/services/orders/internal/config"
	"slipway.dev/services/orders/internal/health"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// running is a server whose end the test decides and awaits.
type running struct {
	*Server
	stop  context.CancelFunc
	ended chan error
}

func serve(t *testing.T, public http.HandlerFunc, change func(*config.Config)) *running {
	t.Helper()
	c, err := config.Load("", func(string) string { return "" })
	if err != nil {
		t.Fatal(err)
	}
	c.HTTP.Address, c.Metrics.Address, c.Admin.Address = "127.0.0.1:0", "127.0.0.1:0", "127.0.0.1:0"
	c.Shutdown = config.Shutdown{Delay: 200 * time.Millisecond, DrainTimeout: 5 * time.Second}
	if change != nil {
		change(&c)
	}
	ok := http.HandlerFunc(func(http.ResponseWriter, *http.Request) {})
	s, err := Listen(c, Handlers{Public: public, Metrics: ok, Admin: ok}, health.New(build.Info{}), slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	r := &running{s, cancel, make(chan error, 1)}
	go func() { r.ended <- s.Run(ctx) }()
	t.Cleanup(func() { cancel(); r.wait(t); http.DefaultClient.CloseIdleConnections() })
	return r
}

func (r *running) url(l *listener) string { return "http://" + l.socket.Addr().String() }

// wait returns what Run returned; it may be called again.
func (r *running) wait(t *testing.T) error {
	t.Helper()
	select {
	case err := <-r.ended:
		r.ended <- err
		return err
	case <-time.After(20 * time.Second):
		t.Fatal("still running")
		return nil
	}
}

func (r *running) draining(t *testing.T) {
	t.Helper()
	r.stop()
	for deadline := time.Now().Add(5 * time.Second); !r.health.IsDraining(); time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("never drained")
		}
	}
}

func get(url string) error {
	r, err := http.Get(url)
	if err == nil {
		_ = r.Body.Close()
	}
	return err
}

func TestShutdownLosesNoRequestAndIsObservableToTheEnd(t *testing.T) {
	begun, release := make(chan struct{}), make(chan struct{})
	r := serve(t, func(w http.ResponseWriter, q *http.Request) {
		if q.URL.Path == "/slow" {
			close(begun)
			<-release
			_, _ = io.WriteString(w, "whole")
		}
	}, nil)
	slow := make(chan string)
	go func() {
		answer, err := http.Get(r.url(r.public) + "/slow")
		if err != nil {
			slow <- err.Error()
			return
		}
		defer answer.Body.Close()
		body, _ := io.ReadAll(answer.Body)
		slow <- string(body)
	}()
	<-begun

	r.draining(t)
	if err := get(r.url(r.public)); err != nil {
		t.Errorf("not ready is not closed yet: %v", err)
	}
	time.Sleep(400 * time.Millisecond)
	if _, err := net.Dial("tcp", r.public.socket.Addr().String()); err == nil {
		t.Error("after the delay no new connection is accepted")
	}
	for _, l := range r.internal {
		if err := get(r.url(l)); err != nil {
			t.Errorf("%s must outlive the requests: %v", l.name, err)
		}
	}
	close(release)
	if got := <-slow; got != "whole" {
		t.Errorf("the request in flight got %q", got)
	}
	if err := r.wait(t); err != nil {
		t.Error(err)
	}
}

func TestARequestThatOutlivesTheDrainIsCutOffAndNamed(t *testing.T) {
	begun := make(chan struct{})
	r := serve(t, func(_ http.ResponseWriter, q *http.Request) { close(begun); <-q.Context().Done() }, func(c *config.Config) {
		c.Shutdown = config.Shutdown{DrainTimeout: 50 * time.Millisecond}
	})
	cut := make(chan error)
	go func() { cut <- get(r.url(r.public)) }()
	<-begun
	r.stop()
	if err := r.wait(t); err == nil || !strings.Contains(err.Error(), "SHUTDOWN_DRAIN_TIMEOUT (50ms)") {
		t.Errorf("got %v", err)
	}
	if err := <-cut; err == nil {
		t.Error("want the client to notice")
	}
}

func TestPortsThatAreTakenAreAllNamedAndNothingStaysOpen(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	address := taken.Addr().String()
	c := config.Config{HTTP: config.HTTP{Address: address}, Metrics: config.Listener{Address: "127.0.0.1:0"}, Admin: config.Admin{Address: address}}
	ok := http.NotFoundHandler()
	s, err := Listen(c, Handlers{Public: ok, Metrics: ok, Admin: ok}, health.New(build.Info{}), slog.New(slog.DiscardHandler))
	if s != nil || err == nil || !strings.Contains(err.Error(), "HTTP_ADDRESS: cannot listen on "+address) || !strings.Contains(err.Error(), "ADMIN_ADDRESS") {
		t.Errorf("got %v", err)
	}
}

func TestAClientThatNeverEndsItsHeadersIsDropped(t *testing.T) {
	r := serve(t, func(http.ResponseWriter, *http.Request) {}, func(c *config.Config) { c.HTTP.ReadHeaderTimeout = 50 * time.Millisecond })
	connection, err := net.Dial("tcp", r.public.socket.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer connection.Close()
	_, _ = io.WriteString(connection, "GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ")
	_ = connection.SetReadDeadline(time.Now().Add(5 * time.Second))
	if _, err := bufio.NewReader(connection).ReadString(0); errors.Is(err, context.DeadlineExceeded) || !errors.Is(err, io.EOF) {
		t.Errorf("want the server to hang up, got %v", err)
	}
}

func TestAListenerThatDiesEndsTheService(t *testing.T) {
	r := serve(t, func(http.ResponseWriter, *http.Request) {}, nil)
	_ = r.internal[0].socket.Close()
	if err := r.wait(t); err == nil || !strings.Contains(err.Error(), "METRICS_ADDRESS") {
		t.Errorf("got %v", err)
	}
	if !r.health.IsDraining() {
		t.Error("want the pod out of rotation before its API goes")
	}
}
