package middleware

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/propagation"
	semconv "go.opentelemetry.io/otel/semconv/v1.43.0"
	"go.opentelemetry.io/otel/trace"
)

// Trace continues the caller's trace (traceparent), or starts one, with a server span per request, and tells the caller its ids in
// the response's traceparent. Names and attributes follow the semantic conventions for HTTP servers. otelhttp does the same and brings
// 1.8 MB of metrics and client instrumentation along.
//
// https://opentelemetry.io/docs/specs/semconv/http/http-spans/#http-server-span
func Trace(tracer trace.Tracer, propagator propagation.TextMapPropagator) gin.HandlerFunc {
	return func(c *gin.Context) {
		r := c.Request
		ctx := propagator.Extract(r.Context(), propagation.HeaderCarrier(r.Header))
		ctx, span := tracer.Start(ctx, strings.TrimSpace(method(r)+" "+c.FullPath()), trace.WithSpanKind(trace.SpanKindServer), trace.WithAttributes(
			semconv.HTTPRequestMethodKey.String(method(r)),
			semconv.HTTPRoute(route(c)),
			semconv.URLPath(r.URL.Path),
			semconv.URLScheme("http"),
			semconv.UserAgentOriginal(r.UserAgent()),
		))
		defer span.End()
		propagator.Inject(ctx, propagation.HeaderCarrier(c.Writer.Header()))
		c.Request = r.WithContext(ctx)

		c.Next()

		status := c.Writer.Status()
		span.SetAttributes(semconv.HTTPResponseStatusCode(status))
		if status >= http.StatusInternalServerError {
			span.SetStatus(codes.Error, http.StatusText(status))
		}
	}
}
