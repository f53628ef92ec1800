package api

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gin-gonic/gin"
	"go.opentelemetry.io/otel/propagation"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"slipway.dev/services/orders/internal/build"
	"slipway.dev/services/orders/internal/fault"
	"slipway.dev/services/orders/internal/health"
	"slipway.dev/services/orders/internal/logging"
	"slipway.dev/services/orders/internal/metrics"
	"slipway.dev/services/orders/internal/order"
	"slipway.dev/services/orders/internal/problem"
	"slipway.dev/services/orders/internal/store"
)

func TestMain(m *testing.M) {
	gin.SetMode(gin.ReleaseMode)
	m.Run()
}

const validOrder = `{"customer":"c1","currency":"EUR","items":[{"sku":"a","quantity":2,"unitPrice":150}]}`

// service is the whole router with everything that it writes to within reach.
type service struct {
	handler http.Handler
	health  *health.Health
	metrics *metrics.Metrics
	spans   *tracetest.SpanRecorder
	logs    *bytes.Buffer
}

func start(t *testing.T, change func(*Dependencies)) *service {
	t.Helper()
	s := &service{health: health.New(build.Info{Version: "1.2.3"}), metrics: metrics.New(build.Info{}), spans: tracetest.NewSpanRecorder(), logs: &bytes.Buffer{}}
	d := Dependencies{
		Store:        store.NewMemory(100),
		Health:       s.health,
		Metrics:      s.metrics,
		Log:          logging.New(s.logs, nil, "orders"),
		Tracer:       sdktrace.NewTracerProvider(sdktrace.WithSpanProcessor(s.spans)).Tracer(""),
		Propagator:   propagation.TraceContext{},
		MaxBodyBytes: 512,
	}
	if change != nil {
		change(&d)
	}
	s.handler = Handler(d)
	return s
}

func (s *service) do(method, path, body string, header ...string) *httptest.ResponseRecorder {
	request := httptest.NewRequest(method, path, strings.NewReader(body))
	if body != "" {
		request.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i+1 < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	response := httptest.NewRecorder()
	s.handler.ServeHTTP(response, request)
	return response
}

func (s *service) scrape() string {
	response := httptest.NewRecorder()
	s.metrics.Handler().ServeHTTP(response, httptest.NewRequest("GET", "/metrics", nil))
	return response.Body.String()
}

// unmarshal decodes a body and refuses fields that the type does not have.
func unmarshal[T any](t *testing.T, r *httptest.ResponseRecorder) T {
	t.Helper()
	var value T
	decoder := json.NewDecoder(r.Body)
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&value); err != nil {
		t.Fatal(err)
	}
	return value
}

func assertProblem(t *testing.T, r *httptest.ResponseRecorder, status int, detail string) problem.Problem {
	t.Helper()
	if r.Code != status || r.Header().Get("Content-Type") != "application/problem+json" {
		t.Fatalf("want %d as a problem, got %d %s: %s", status, r.Code, r.Header().Get("Content-Type"), r.Body)
	}
	p := unmarshal[problem.Problem](t, r)
	if p.Type != "about:blank" || p.Status != status || p.Title != http.StatusText(status) || !strings.Contains(p.Detail, detail) {
		t.Errorf("want %d with %q, got %+v", status, detail, p)
	}
	return p
}

// broken is a store whose backend is gone.
type broken struct{}

var errBroken = errors.New("dial tcp 10.0.0.7:5432: canary-5ecret")

func (broken) Add(context.Context, order.Order) error           { return errBroken }
func (broken) Get(context.Context, string) (order.Order, error) { return order.Order{}, errBroken }
func (broken) List(context.Context, string, int) ([]order.Order, bool, error) {
	return nil, false, errBroken
}

func (broken) DropBefore(context.Context, time.Time, int) (int, bool, error) {
	return 0, false, errBroken
}

func TestABrokenStoreIsATemporaryProblemThatHidesItsCause(t *testing.T) {
	s := start(t, func(d *Dependencies) { d.Store = broken{} })
	for _, r := range []*httptest.ResponseRecorder{
		s.do("POST", "/api/v1/orders", validOrder), s.do("GET", "/api/v1/orders", ""), s.do("GET", "/api/v1/orders/x", ""),
		s.do("POST", "/internal/v1/cleanup", `{"fence":1}`),
	} {
		if strings.Contains(r.Body.String(), "5ecret") || r.Header().Get("Retry-After") == "" {
			t.Errorf("got %s", r.Body)
		}
		assertProblem(t, r, 503, "the store does not answer")
	}
	if n := strings.Count(s.logs.String(), "10.0.0.7"); n != 4 {
		t.Errorf("want the cause in the log four times, got %d", n)
	}
}

func TestUnknownPathsAndMethodsAreProblemsAndObserved(t *testing.T) {
	s := start(t, nil)
	assertProblem(t, s.do("GET", "/secret/4711", ""), 404, "no such path")
	assertProblem(t, s.do("GET", "/api/v1/orders/", ""), 404, "no such path")
	r := s.do("BREW", "/api/v1/orders", "")
	if allow := strings.Split(r.Header().Get("Allow"), ", "); !slices.Contains(allow, "GET") || !slices.Contains(allow, "POST") {
		t.Errorf("want Allow, got %q", allow)
	}
	assertProblem(t, r, 405, "")
	got := s.scrape()
	for _, want := range []string{`method="GET",route="unmatched",status="404"} 2`, `method="_OTHER",route="unmatched",status="405"} 1`} {
		if !strings.Contains(got, "http_request_duration_seconds_count{"+want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
	if everything := got + s.logs.String(); strings.Contains(everything, "4711") || strings.Contains(everything, "BREW") {
		t.Error("what clients invent became a label or a log field")
	}
}

func TestMetricsKnowRoutesNotURLs(t *testing.T) {
	s := start(t, nil)
	for range 3 {
		s.do("GET", "/api/v1/orders/"+strings.Repeat("x", 30), "")
	}
	if got := s.scrape(); !strings.Contains(got, `http_request_duration_seconds_count{method="GET",route="/api/v1/orders/:id",status="404"} 3`) {
		t.Errorf("got\n%s", got)
	}
}

func TestOneRequestIsFoundByItsTraceIdEverywhere(t *testing.T) {
	const caller = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
	s := start(t, nil)
	r := s.do("POST", "/api/v1/orders", `{`, "traceparent", caller, "X-Request-ID", "r-1")
	p := assertProblem(t, r, 400, "")
	spans := s.spans.Ended()
	if len(spans) != 1 || spans[0].Parent().SpanID().String() != "b7ad6b7169203331" || !spans[0].Parent().IsRemote() || spans[0].Name() != "POST /api/v1/orders" {
		t.Fatalf("want one server span below the caller's, got %v", spans)
	}
	id := spans[0].SpanContext().SpanID().String()
	if got := r.Header().Get("traceparent"); got != "00-0af7651916cd43dd8448eb211c80319c-"+id+"-01" {
		t.Errorf("got traceparent %q", got)
	}
	if p.TraceID != "0af7651916cd43dd8448eb211c80319c" || p.RequestID != "r-1" {
		t.Errorf("got problem %+v", p)
	}
	for _, want := range []string{`"trace_id":"0af7651916cd43dd8448eb211c80319c"`, `"span_id":"` + id + `"`, `"request_id":"r-1"`, `"route":"/api/v1/orders"`, `"status":400`} {
		if !strings.Contains(s.logs.String(), want) {
			t.Errorf("no %s in %s", want, s.logs)
		}
	}
}

func TestFaultsReachTheAPIAndNothingElse(t *testing.T) {
	s := start(t, func(d *Dependencies) { d.Faults = fault.New(fault.Settings{ErrorRate: 1}) })
	assertProblem(t, s.do("GET", "/api/v1/orders", ""), 500, "injected fault")
	for _, path := range []string{"/livez", "/readyz", "/health"} {
		if r := s.do("GET", path, ""); r.Code != 200 {
			t.Errorf("%s: got %d", path, r.Code)
		}
	}
	if got := s.scrape(); !strings.Contains(got, `faults_injected_total{kind="error"} 1`) {
		t.Error("a fault is not counted")
	}
	if r := start(t, nil).do("GET", "/api/v1/orders", ""); r.Code != 200 {
		t.Errorf("without an injector: got %d", r.Code)
	}
}

func TestReadsAnswerHEAD(t *testing.T) {
	server := httptest.NewServer(start(t, nil).handler)
	defer server.Close()
	for _, path := range []string{"/livez", "/readyz", "/health", "/api/v1/orders"} {
		r, err := http.Head(server.URL + path)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(r.Body)
		_ = r.Body.Close()
		if r.StatusCode != 200 || len(body) > 0 {
			t.Errorf("%s: got %d %q", path, r.StatusCode, body)
		}
	}
}
