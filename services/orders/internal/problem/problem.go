// Package problem answers errors as application/problem+json (RFC 9457).
package problem

import (
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"
	"go.opentelemetry.io/otel/trace"

	"slipway.dev/services/orders/internal/logging"
	"slipway.dev/services/orders/internal/order"
)

// Problem is the body. Its type is always about:blank: the status says what kind it is, detail and errors say the rest.
type Problem struct {
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail,omitempty"`
	// Errors lists what is wrong with the body, field by field.
	Errors []order.Violation `json:"errors,omitempty"`
	// RequestID and TraceID are what to quote when asking for help.
	RequestID string `json:"requestId,omitempty"`
	TraceID   string `json:"traceId,omitempty"`
}

// Write ends the request with a problem.
func Write(c *gin.Context, status int, detail string, violations ...order.Violation) {
	ctx := c.Request.Context()
	p := Problem{
		Type:      "about:blank",
		Title:     http.StatusText(status),
		Status:    status,
		Detail:    detail,
		Errors:    violations,
		RequestID: logging.RequestID(ctx),
	}
	if span := trace.SpanContextFromContext(ctx); span.HasTraceID() {
		p.TraceID = span.TraceID().String()
	}
	// Strings and numbers only: this cannot fail.
	body, _ := json.Marshal(p)
	c.Header("Cache-Control", "no-store")
	c.Data(status, "application/problem+json", body)
	c.Abort()
}
