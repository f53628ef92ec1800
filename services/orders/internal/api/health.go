package api

import (
	"net/http"

	"github.com/gin-gonic/gin"

	"slipway.dev/services/orders/internal/health"
)

// healthPage answers GET /health, for people: the whole, check by check. Probes have endpoints of their own.
func healthPage(h *health.Health) gin.HandlerFunc {
	return func(c *gin.Context) {
		report := h.Report(c.Request.Context())
		c.Header("Cache-Control", "no-store")
		c.JSON(statusOf(report), report)
	}
}

func statusOf(r health.Report) int {
	if r.Ready() {
		return http.StatusOK
	}
	return http.StatusServiceUnavailable
}
