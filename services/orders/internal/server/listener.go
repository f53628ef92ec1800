package server

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"

	"slipway.dev/services/orders/internal/config"
)

// listener is one HTTP server and the socket that it owns.
type listener struct {
	name   string
	socket net.Listener
	server *http.Server
}

// listen claims the address at once, so that a port that is taken stops the service before it says that it started.
func listen(setting, address string, server *http.Server) (*listener, error) {
	socket, err := net.Listen("tcp", address)
	if err != nil {
		return nil, fmt.Errorf("%s: cannot listen on %s: %w", setting, address, err)
	}
	return &listener{name: setting, socket: socket, server: server}, nil
}

func (l *listener) serve() error {
	if err := l.server.Serve(l.socket); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("%s: %w", l.name, err)
	}
	return nil
}

func publicServer(c config.HTTP, handler http.Handler, log *slog.Logger) *http.Server {
	return &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: c.ReadHeaderTimeout,
		ReadTimeout:       c.ReadTimeout,
		WriteTimeout:      c.WriteTimeout,
		IdleTimeout:       c.IdleTimeout,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(log.Handler(), slog.LevelWarn),
	}
}

// internalServer has no write timeout: a CPU profile takes as long as it was asked to.
func internalServer(c config.HTTP, handler http.Handler, log *slog.Logger) *http.Server {
	server := publicServer(c, handler, log)
	server.WriteTimeout = 0
	return server
}
