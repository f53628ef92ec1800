package middleware

import (
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"

	"github.com/gin-gonic/gin"

	"slipway.dev/services/orders/internal/problem"
)

// Recovery turns a panic into a logged 500. Where the response has begun already, or the handler asked for it, the connection is cut
// instead, so that the client does not take half an answer for a whole one.
func Recovery(log *slog.Logger) gin.HandlerFunc {
	return func(c *gin.Context) {
		defer func() {
			cause := recover()
			if cause == nil {
				return
			}
			if cause == http.ErrAbortHandler {
				panic(cause)
			}
			log.ErrorContext(c.Request.Context(), "panic", "error", fmt.Sprint(cause), "stack", string(debug.Stack()))
			if c.Writer.Written() {
				panic(http.ErrAbortHandler)
			}
			problem.Write(c, http.StatusInternalServerError, "")
		}()
		c.Next()
	}
}
