package middleware

import (
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"

	"slipway.dev/services/orders/internal/logging"
)

func TestACallersIdIsKeptOnlyWhereItIsHarmless(t *testing.T) {
	for given, kept := range map[string]bool{
		"abc-1.2_3": true, strings.Repeat("x", 64): true,
		"": false, strings.Repeat("x", 65): false, "a b": false, "<script>": false, "a\nb": false, "ä": false,
	} {
		var seen string
		engine := gin.New()
		engine.GET("/", RequestID(), func(c *gin.Context) { seen = logging.RequestID(c.Request.Context()) })
		request := httptest.NewRequest("GET", "/", nil)
		request.Header["X-Request-Id"] = []string{given}
		response := httptest.NewRecorder()
		engine.ServeHTTP(response, request)
		if answered := response.Header().Get("X-Request-ID"); answered != seen || (seen == given) != kept || len(seen) == 0 {
			t.Errorf("%q: kept %v, context has %q, response %q", given, seen == given, seen, answered)
		}
	}
}
