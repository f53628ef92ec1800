package api

import (
	"errors"
	"log/slog"
	"net/http"
	"strconv"

	"github.com/gin-gonic/gin"

	"slipway.dev/services/orders/internal/order"
	"slipway.dev/services/orders/internal/problem"
)

const (
	defaultPage = 50
	maxPage     = 200
)

// page is one page of orders, newest first.
type page struct {
	Orders []order.Order `json:"orders"`
	// Next is the value of ?cursor= for the following page; absent on the last one.
	Next string `json:"next,omitempty"`
}

// list answers GET /api/v1/orders?limit=&cursor=. Pages hang on the id of an order, not on a count, so that orders that arrive between
// two pages neither repeat nor hide others.
func list(store Store, log *slog.Logger) gin.HandlerFunc {
	return func(c *gin.Context) {
		limit, err := strconv.Atoi(c.DefaultQuery("limit", strconv.Itoa(defaultPage)))
		if err != nil || limit < 1 || limit > maxPage {
			problem.Write(c, http.StatusBadRequest, "limit: expected a whole number from 1 to "+strconv.Itoa(maxPage))
			return
		}
		orders, more, err := store.List(c.Request.Context(), c.Query("cursor"), limit)
		switch {
		case errors.Is(err, order.ErrNotFound):
			problem.Write(c, http.StatusBadRequest, "cursor: expected the `next` of a recent page")
		case err != nil:
			unavailable(c, log, err)
		default:
			answer := page{Orders: orders}
			if more {
				answer.Next = orders[len(orders)-1].ID
			}
			c.JSON(http.StatusOK, answer)
		}
	}
}
