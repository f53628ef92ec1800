// Probed answers what a kubelet may ask: HTTP and TCP on $PORT, the gRPC health protocol on $GRPC_PORT. With the argument
// "mark" it only writes the file $MARK and ends; a server with $MARK is ready once that file is there. On SIGTERM it
// answers what it still holds.
package main

import (
	"context"
	"net/http"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	if len(os.Args) > 1 && os.Args[1] == "mark" {
		if err := os.WriteFile(os.Getenv("MARK"), nil, 0o644); err != nil {
			panic(err)
		}
		return
	}
	http.HandleFunc("/livez", func(http.ResponseWriter, *http.Request) {})
	http.HandleFunc("/readyz", func(w http.ResponseWriter, _ *http.Request) {
		if !ready() {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	})
	http.HandleFunc("/grpc.health.v1.Health/Check", health)
	if port := os.Getenv("GRPC_PORT"); port != "" {
		go serve(port)
	}
	serve(os.Getenv("PORT"))
}

func ready() bool {
	mark := os.Getenv("MARK")
	if mark == "" {
		return true
	}
	_, err := os.Stat(mark)
	return err == nil
}

// health answers without a gRPC library: one message of one field, status 1 (serving) or 2 (not), and the trailer.
// See https://github.com/grpc/grpc/blob/master/doc/PROTOCOL-HTTP2.md
func health(w http.ResponseWriter, _ *http.Request) {
	status := byte(2)
	if ready() {
		status = 1
	}
	w.Header().Set("Content-Type", "application/grpc")
	w.Header().Set("Trailer", "Grpc-Status")
	_, _ = w.Write([]byte{0, 0, 0, 0, 2, 0x08, status})
	w.Header().Set("Grpc-Status", "0")
}

func serve(port string) {
	server := &http.Server{Addr: ":" + port, Protocols: new(http.Protocols)}
	server.Protocols.SetHTTP1(true)
	server.Protocols.SetUnencryptedHTTP2(true)
	stop, _ := signal.NotifyContext(context.Background(), syscall.SIGTERM)
	drained := make(chan error)
	go func() {
		<-stop.Done()
		drained <- server.Shutdown(context.Background())
	}()
	if err := server.ListenAndServe(); err != http.ErrServerClosed {
		panic(err)
	}
	<-drained
}
