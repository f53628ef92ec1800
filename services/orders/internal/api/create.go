package api

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"mime"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"slipway.dev/services/orders/internal/order"
	"slipway.dev/services/orders/internal/problem"
)

// create answers POST /api/v1/orders: 201 with the order and its Location.
func create(store Store, log *slog.Logger) gin.HandlerFunc {
	return func(c *gin.Context) {
		if media, _, _ := mime.ParseMediaType(c.GetHeader("Content-Type")); media != "application/json" {
			problem.Write(c, http.StatusUnsupportedMediaType, "expected Content-Type: application/json")
			return
		}
		draft, status, err := decode(c.Request.Body)
		if err != nil {
			problem.Write(c, status, err.Error())
			return
		}
		if violations := draft.Validate(); len(violations) > 0 {
			problem.Write(c, http.StatusUnprocessableEntity, "the order is not valid", violations...)
			return
		}
		accepted := order.Accept(draft, time.Now())
		if err := store.Add(c.Request.Context(), accepted); err != nil {
			unavailable(c, log, err)
			return
		}
		log.InfoContext(c.Request.Context(), "order created", "order_id", accepted.ID, "items", len(accepted.Items))
		c.Header("Location", "/api/v1/orders/"+accepted.ID)
		c.JSON(http.StatusCreated, accepted)
	}
}

// decode reads exactly one draft. What it does not know is refused: a misspelt optional field would otherwise be lost in silence.
func decode(body io.Reader) (d order.Draft, status int, err error) {
	decoder := json.NewDecoder(body)
	decoder.DisallowUnknownFields()
	if err = decoder.Decode(&d); err == nil {
		if _, err = decoder.Token(); err == io.EOF {
			return d, http.StatusOK, nil
		}
	}
	var tooLarge *http.MaxBytesError
	var mismatch *json.UnmarshalTypeError
	switch {
	case errors.As(err, &tooLarge):
		return d, http.StatusRequestEntityTooLarge, fmt.Errorf("expected a body of at most %d bytes", tooLarge.Limit)
	case errors.As(err, &mismatch):
		return d, http.StatusBadRequest, fmt.Errorf("%s: a JSON %s does not belong here", cmp.Or(mismatch.Field, "body"), mismatch.Value)
	case err == nil:
		return d, http.StatusBadRequest, errors.New("expected one JSON object and nothing after it")
	}
	return d, http.StatusBadRequest, fmt.Errorf("expected one JSON object: %w", err)
}
