// Command orders-cleanup asks the orders service to drop what is past its retention, once for each slot of its schedule. It is the sample
// of package task.
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"os"
	"os/signal"
	"syscall"
	"time"

	"slipway.dev/services/task"
)

// Exit codes. The task is never tried again after exitUsage (EX_CONFIG of sysexits.h): a wrong setting does not heal.
const (
	exitFailed = 1
	exitUsage  = 78
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	log := slog.New(slog.NewJSONHandler(os.Stdout, nil)).With("service", cmp.Or(os.Getenv("OTEL_SERVICE_NAME"), "orders-cleanup"))
	os.Exit(run(ctx, os.Getenv, log))
}

func run(ctx context.Context, getenv func(string) string, log *slog.Logger) int {
	t, err := task.FromEnvironment(getenv, log)
	orders, wrong := ordersURL(getenv("ORDERS_URL"))
	if err := errors.Join(err, wrong); err != nil {
		log.Error("wrong configuration", "error", err.Error())
		return exitUsage
	}
	c := cleanup{orders: orders, http: &http.Client{Timeout: 10 * time.Second}, log: log}
	outcome, err := t.Run(ctx, c.run)
	if err != nil {
		log.Error("failed", "error", err.Error())
		return exitFailed
	}
	log.Info(string(outcome))
	return 0
}

func ordersURL(text string) (*url.URL, error) {
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, fmt.Errorf("ORDERS_URL: expected a URL such as http://orders:8080, found %q", text)
	}
	return u, nil
}
