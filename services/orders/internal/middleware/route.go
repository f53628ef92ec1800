package middleware

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// unmatched stands for every path that no route matches.
const unmatched = "unmatched"

// route returns the template of the matched route, never the path: "/api/v1/orders/:id".
func route(c *gin.Context) string {
	if template := c.FullPath(); template != "" {
		return template
	}
	return unmatched
}

// method folds the methods that clients invent into OpenTelemetry's _OTHER.
func method(r *http.Request) string {
	switch r.Method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions:
		return r.Method
	}
	return "_OTHER"
}
