package api

import "testing"

// A draining pod that fails its liveness probe would be killed in the middle of its requests.
func TestLivenessHoldsWhileDraining(t *testing.T) {
	s := start(t, nil)
	s.health.Drain()
	if r := s.do("GET", "/livez", ""); r.Code != 200 {
		t.Errorf("got %d", r.Code)
	}
}
