// Package server runs the listeners and takes them down in an order that loses no request.
package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"sync"
	"time"

	"slipway.dev/services/orders/internal/config"
	"slipway.dev/services/orders/internal/health"
)

// Handlers are what each port serves; Admin is nil where it was not asked for.
type Handlers struct {
	Public  http.Handler
	Metrics http.Handler
	Admin   http.Handler
}

// Server is the set of listeners, already listening.
type Server struct {
	config   config.Config
	health   *health.Health
	log      *slog.Logger
	public   *listener
	internal []*listener
}

// Listen opens every port, or none.
func Listen(c config.Config, h Handlers, state *health.Health, log *slog.Logger) (*Server, error) {
	s := &Server{config: c, health: state, log: log}
	var errs []error
	var err error
	s.public, err = listen("HTTP_ADDRESS", c.HTTP.Address, publicServer(c.HTTP, h.Public, log))
	errs = append(errs, err)
	s.internal = make([]*listener, 0, 2)
	add := func(setting, address string, handler http.Handler) {
		l, err := listen(setting, address, internalServer(c.HTTP, handler, log))
		errs = append(errs, err)
		if err == nil {
			s.internal = append(s.internal, l)
		}
	}
	add("METRICS_ADDRESS", c.Metrics.Address, h.Metrics)
	if h.Admin != nil {
		add("ADMIN_ADDRESS", c.Admin.Address, h.Admin)
	}
	if err := errors.Join(errs...); err != nil {
		for _, l := range s.all() {
			_ = l.socket.Close()
		}
		return nil, err
	}
	return s, nil
}

func (s *Server) all() []*listener {
	if s.public == nil {
		return s.internal
	}
	return append([]*listener{s.public}, s.internal...)
}

// Run serves until ctx ends, then shuts down; it returns when no connection is left. A listener that dies ends the service too.
func (s *Server) Run(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var serving sync.WaitGroup
	for _, l := range s.all() {
		s.log.Info("listening", "setting", l.name, "address", l.socket.Addr().String())
		serving.Go(func() {
			if err := l.serve(); err != nil {
				cancel(err)
			}
		})
	}
	<-ctx.Done()
	broken := context.Cause(ctx)
	if errors.Is(broken, context.Canceled) {
		broken = nil
	}
	err := s.shutdown()
	serving.Wait()
	return errors.Join(broken, err)
}

// shutdown: not ready → wait until endpoints and load balancers have noticed → finish what is in flight → close the ports that
// observe all this, last.
func (s *Server) shutdown() error {
	c := s.config.Shutdown
	s.log.Info("draining", "delay", c.Delay.String(), "drain_timeout", c.DrainTimeout.String())
	s.health.Drain()
	time.Sleep(c.Delay)

	ctx, cancel := context.WithTimeout(context.Background(), c.DrainTimeout)
	defer cancel()
	err := s.public.server.Shutdown(ctx)
	if err != nil {
		err = fmt.Errorf("requests still in flight after SHUTDOWN_DRAIN_TIMEOUT (%s) were cut off", c.DrainTimeout)
		_ = s.public.server.Close()
	}
	for _, l := range s.internal {
		_ = l.server.Close()
	}
	return err
}
