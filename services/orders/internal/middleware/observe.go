package middleware

import (
	"time"

	"github.com/gin-gonic/gin"

	"slipway.dev/services/orders/internal/metrics"
)

// Observe feeds the request metrics.
func Observe(m *metrics.Metrics) gin.HandlerFunc {
	return func(c *gin.Context) {
		start := time.Now()
		defer m.Begin()()
		c.Next()
		m.Observe(c.Request.Context(), method(c.Request), route(c), c.Writer.Status(), time.Since(start))
	}
}
