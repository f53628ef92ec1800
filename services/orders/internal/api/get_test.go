package api

import "testing"

func TestAnUnknownOrderIsNotFound(t *testing.T) {
	for _, id := range []string{"nope", "%2e%2e", "%00", "a%2fb"} {
		assertProblem(t, start(t, nil).do("GET", "/api/v1/orders/"+id, ""), 404, "")
	}
}
