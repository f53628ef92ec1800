// Package admin serves what must never be public: profiles, and the fault switch.
package admin

import (
	"net/http"
	"net/http/pprof"

	"slipway.dev/services/orders/internal/fault"
)

// Handler serves pprof under /debug/pprof/, and /faults when there is an injector.
func Handler(faults *fault.Injector) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /debug/pprof/", pprof.Index)
	mux.HandleFunc("GET /debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("GET /debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	if faults != nil {
		mux.HandleFunc("GET /faults", show(faults))
		mux.HandleFunc("PUT /faults", change(faults))
	}
	return mux
}
