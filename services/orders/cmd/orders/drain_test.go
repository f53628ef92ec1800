package main

import (
	"io"
	"net/http"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// Clients that keep their connections busy must all be asked to leave, and none may find its connection closed under a request.
func TestBusyClientsLeaveWithoutASingleFailedRequest(t *testing.T) {
	p := launch(t, "SHUTDOWN_DELAY=300ms")
	address := "http://" + p.until(t, "listening")["address"].(string)
	go func() {
		for range p.lines {
			// Read on, or the service would block on its full pipe.
		}
	}()
	var served, failed, left atomic.Int64
	var clients sync.WaitGroup
	for range 8 {
		clients.Go(func() {
			client := &http.Client{Transport: &http.Transport{}, Timeout: 5 * time.Second}
			defer client.CloseIdleConnections()
			for asked := false; !asked; {
				r, err := client.Get(address + "/api/v1/orders")
				if err != nil {
					failed.Add(1)
					return
				}
				_, err = io.Copy(io.Discard, r.Body)
				if _ = r.Body.Close(); err != nil || r.StatusCode != 200 {
					failed.Add(1)
				}
				served.Add(1)
				asked = r.Close
			}
			left.Add(1)
		})
	}
	time.Sleep(200 * time.Millisecond)
	_ = p.Process.Signal(syscall.SIGTERM)
	clients.Wait()
	if failed.Load() > 0 || left.Load() != 8 || served.Load() < 100 {
		t.Errorf("%d served, %d failed, %d of 8 clients asked to leave", served.Load(), failed.Load(), left.Load())
	}
	if err := p.Wait(); err != nil {
		t.Errorf("want exit code 0, got %v", err)
	}
}
