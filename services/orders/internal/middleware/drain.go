package middleware

import (
	"github.com/gin-gonic/gin"

	"slipway.dev/services/orders/internal/health"
)

// Drain asks clients, once the service is draining, to take their next request elsewhere. A connection that ends with an answer is
// never reset under a request, as an idle one may be when the server closes it.
func Drain(h *health.Health) gin.HandlerFunc {
	return func(c *gin.Context) {
		if h.IsDraining() {
			c.Header("Connection", "close")
		}
		c.Next()
	}
}
