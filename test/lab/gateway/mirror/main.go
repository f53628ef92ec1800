// Mirror answers with the request as it has arrived, after ?sleep=<milliseconds>.
package main

import (
	"context"
	"encoding/json"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"
)

func main() {
	name := os.Getenv("NAME")
	healthy := func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }
	http.HandleFunc("/livez", healthy)
	http.HandleFunc("/readyz", healthy)
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if ms, err := strconv.Atoi(r.URL.Query().Get("sleep")); err == nil {
			time.Sleep(time.Duration(ms) * time.Millisecond)
		}
		w.Header().Set("Server", "mirror")
		_ = json.NewEncoder(w).Encode(map[string]any{"service": name, "host": r.Host, "path": r.URL.Path, "headers": r.Header})
	})
	server := &http.Server{Addr: ":8080", IdleTimeout: 2 * time.Minute}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	defer stop()
	go func() {
		<-ctx.Done()
		_ = server.Shutdown(context.Background())
	}()
	_ = server.ListenAndServe()
}
