package main

import (
	"context"
	"log/slog"
	"sync"

	"slipway.dev/services/orders/internal/config"
	"slipway.dev/services/orders/internal/watch"
)

// follow applies the dynamic file ("" for none) now and after each of its changes, until ctx ends. A mistake in it is logged, and what
// was good before stays: it must not end a service that runs, nor keep its next pod from starting.
func follow(ctx context.Context, path string, c config.Config, level *slog.LevelVar, log *slog.Logger) *sync.WaitGroup {
	following := new(sync.WaitGroup)
	if path == "" {
		return following
	}
	apply := func() {
		changed, err := c.Dynamic(path)
		if err != nil {
			log.Error("dynamic configuration", "error", err.Error())
			return
		}
		if before := level.Level(); before != changed.LogLevel {
			level.Set(changed.LogLevel)
			log.Warn("log level changed", "from", before.String(), "to", changed.LogLevel.String())
		}
	}
	following.Go(func() {
		if err := watch.File(ctx, path, apply); err != nil {
			log.Error("dynamic configuration is no longer followed", "error", err.Error())
		}
	})
	return following
}
