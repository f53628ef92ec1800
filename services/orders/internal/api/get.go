package api

import (
	"errors"
	"log/slog"
	"net/http"

	"github.com/gin-gonic/gin"

	"slipway.dev/services/orders/internal/order"
	"slipway.dev/services/orders/internal/problem"
)

// get answers GET /api/v1/orders/:id.
func get(store Store, log *slog.Logger) gin.HandlerFunc {
	return func(c *gin.Context) {
		found, err := store.Get(c.Request.Context(), c.Param("id"))
		switch {
		case errors.Is(err, order.ErrNotFound):
			problem.Write(c, http.StatusNotFound, err.Error())
		case err != nil:
			unavailable(c, log, err)
		default:
			c.JSON(http.StatusOK, found)
		}
	}
}

// unavailable hides the store's error from the client and keeps it for the operator.
func unavailable(c *gin.Context, log *slog.Logger, err error) {
	log.ErrorContext(c.Request.Context(), "store", "error", err.Error())
	c.Header("Retry-After", "1")
	problem.Write(c, http.StatusServiceUnavailable, "the store does not answer")
}
