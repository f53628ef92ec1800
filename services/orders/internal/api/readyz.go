package api

import (
	"github.com/gin-gonic/gin"

	"slipway.dev/services/orders/internal/health"
)

// readyz answers GET /readyz: 503 as soon as the service drains or cannot serve.
func readyz(h *health.Health) gin.HandlerFunc {
	return func(c *gin.Context) {
		report := h.Report(c.Request.Context())
		c.JSON(statusOf(report), gin.H{"status": report.Status})
	}
}
