// Command orders serves the orders API.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"slipway.dev/services/orders/internal/build"
)

// Set by the linker: -ldflags "-X main.version=1.2.3 -X main.commit=… -X main.buildTime=…".
var (
	version   = "dev"
	commit    = "unknown"
	buildTime = "unknown"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM)
	go func() {
		<-signals
		cancel()
		// Whoever asks twice does not want to wait.
		<-signals
		os.Exit(exitInterrupted)
	}()
	info := build.Info{Version: version, Commit: commit, Time: buildTime}
	os.Exit(run(ctx, info, os.Args[1:], os.Getenv, os.Stdout, os.Stderr))
}
