package middleware

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"slipway.dev/services/orders/internal/fault"
	"slipway.dev/services/orders/internal/metrics"
	"slipway.dev/services/orders/internal/problem"
)

// Faults delays and fails requests as the injector says, and counts them, so that nobody mistakes an experiment for an outage.
func Faults(i *fault.Injector, m *metrics.Metrics) gin.HandlerFunc {
	return func(c *gin.Context) {
		if i.Delay(c.Request.Context()) {
			m.Fault("latency")
		}
		if i.Fail() {
			m.Fault("error")
			problem.Write(c, http.StatusInternalServerError, "injected fault")
			return
		}
		c.Next()
	}
}
