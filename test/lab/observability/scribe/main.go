// Scribe writes what it is asked to on its standard output, line by line, as a service would that has much to say. It
// serves probes and orders on 8080, and counts its lines on 9090.
package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	paper := &paper{}
	public := http.NewServeMux()
	healthy := func(http.ResponseWriter, *http.Request) {}
	public.HandleFunc("GET /livez", healthy)
	public.HandleFunc("GET /readyz", healthy)
	public.HandleFunc("POST /lines", paper.lines)
	public.HandleFunc("POST /secret", paper.secret)
	public.HandleFunc("POST /panic", func(http.ResponseWriter, *http.Request) {
		// In a goroutine of its own, where no server catches it: the process dies.
		go func() { panic("scribe was asked to die") }()
		select {}
	})
	metrics := http.NewServeMux()
	metrics.HandleFunc("GET /metrics", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; version=0.0.4")
		fmt.Fprintf(w, "# TYPE scribe_lines_total counter\nscribe_lines_total %d\n", paper.written.Load())
	})

	stop, _ := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	go serve(stop, ":9090", metrics)
	serve(stop, ":8080", public)
}

func serve(stop context.Context, address string, handler http.Handler) {
	server := &http.Server{Addr: address, Handler: handler, ReadHeaderTimeout: 5 * time.Second}
	go func() {
		<-stop.Done()
		_ = server.Close()
	}()
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		panic(err)
	}
}
