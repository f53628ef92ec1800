// Package middleware holds what every request passes through, one step a file.
package middleware

import (
	"crypto/rand"
	"regexp"

	"github.com/gin-gonic/gin"

	"slipway.dev/services/orders/internal/logging"
)

const requestIDHeader = "X-Request-ID"

// RequestID gives each request an id, the caller's own where it is harmless to log, and returns it.
func RequestID() gin.HandlerFunc {
	harmless := regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)
	return func(c *gin.Context) {
		id := c.GetHeader(requestIDHeader)
		if !harmless.MatchString(id) {
			id = rand.Text()
		}
		c.Header(requestIDHeader, id)
		c.Request = c.Request.WithContext(logging.WithRequestID(c.Request.Context(), id))
		c.Next()
	}
}
