package admin

import (
	"encoding/json"
	"net/http"
	"time"

	"slipway.dev/services/orders/internal/fault"
)

// faults is the switch as JSON: {"errorRate": 0.05, "latency": "250ms"}.
type faults struct {
	ErrorRate float64 `json:"errorRate"`
	Latency   string  `json:"latency"`
}

func show(injector *fault.Injector) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		now := injector.Settings()
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(faults{now.ErrorRate, now.Latency.String()})
	}
}

func change(injector *fault.Injector) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		wanted := faults{Latency: "0s"}
		decoder := json.NewDecoder(http.MaxBytesReader(w, r.Body, 1<<10))
		decoder.DisallowUnknownFields()
		err := decoder.Decode(&wanted)
		latency, invalid := time.ParseDuration(wanted.Latency)
		if err != nil || invalid != nil || latency < 0 || wanted.ErrorRate < 0 || wanted.ErrorRate > 1 {
			http.Error(w, `expected {"errorRate": 0 to 1, "latency": "250ms"}`, http.StatusBadRequest)
			return
		}
		injector.Set(fault.Settings{ErrorRate: wanted.ErrorRate, Latency: latency})
		show(injector)(w, r)
	}
}
