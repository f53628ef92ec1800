package middleware

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/gin-gonic/gin"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
)

// spanOf serves one request and returns its span.
func spanOf(t *testing.T, method, path, traceparent string, status int, options ...sdktrace.TracerProviderOption) (sdktrace.ReadOnlySpan, http.Header) {
	t.Helper()
	recorder := tracetest.NewSpanRecorder()
	provider := sdktrace.NewTracerProvider(append(options, sdktrace.WithSpanProcessor(recorder))...)
	engine := gin.New()
	engine.Use(Trace(provider.Tracer(""), propagation.TraceContext{}))
	engine.Any("/orders/:id", func(c *gin.Context) { c.Status(status) })
	request := httptest.NewRequest(method, path, nil)
	request.Header.Set("traceparent", traceparent)
	response := httptest.NewRecorder()
	engine.ServeHTTP(response, request)
	if len(recorder.Ended()) == 0 {
		return nil, response.Header()
	}
	return recorder.Ended()[0], response.Header()
}

func TestASpanFollowsTheHTTPConventions(t *testing.T) {
	span, _ := spanOf(t, "GET", "/orders/7", "", 200)
	got := map[string]string{}
	for _, a := range span.Attributes() {
		got[string(a.Key)] = a.Value.String()
	}
	for key, want := range map[string]string{"http.request.method": "GET", "http.route": "/orders/:id", "url.path": "/orders/7", "url.scheme": "http", "http.response.status_code": "200"} {
		if got[key] != want {
			t.Errorf("%s: want %q, got %q", key, want, got[key])
		}
	}
	if span.Name() != "GET /orders/:id" || span.SpanKind().String() != "server" {
		t.Errorf("got %s %s", span.SpanKind(), span.Name())
	}
}

func TestOnlyTheServersOwnFailuresAreErrors(t *testing.T) {
	for status, want := range map[int]codes.Code{200: codes.Unset, 404: codes.Unset, 499: codes.Unset, 500: codes.Error, 503: codes.Error} {
		if span, _ := spanOf(t, "GET", "/orders/7", "", status); span.Status().Code != want {
			t.Errorf("%d: want %s, got %s", status, want, span.Status().Code)
		}
	}
}

func TestNamesStayFewWhateverClientsAskFor(t *testing.T) {
	if span, _ := spanOf(t, "BREW", "/teapot/4711", "", 0); span.Name() != "_OTHER" {
		t.Errorf("got %q", span.Name())
	}
}

func TestABrokenTraceparentStartsANewTrace(t *testing.T) {
	for _, header := range []string{"", "x", "00-0-0-01", "00-00000000000000000000000000000000-b7ad6b7169203331-01", "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"} {
		span, answer := spanOf(t, "GET", "/orders/7", header, 200)
		if span.Parent().IsValid() || !span.SpanContext().IsValid() || answer.Get("traceparent") == "" {
			t.Errorf("%q: got parent %v", header, span.Parent())
		}
	}
}

func TestACallersDecisionNotToSampleIsRespectedAndItsTraceContinued(t *testing.T) {
	span, answer := spanOf(t, "GET", "/orders/7", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00", 200)
	got := answer.Get("traceparent")
	if span != nil || len(got) != 55 || got[3:35] != "0af7651916cd43dd8448eb211c80319c" || got[53:] != "00" {
		t.Errorf("got %v, traceparent %q", span, got)
	}
}
