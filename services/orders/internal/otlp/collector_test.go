package otlp

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"sync"
	"testing"
	"time"

	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	collectorpb "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	"go.uber.org/goleak"
	"google.golang.org/protobuf/proto"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// collector reads what it is sent with the official generated request, which the exporter itself does not use.
type collector struct {
	*httptest.Server
	mu       sync.Mutex
	requests []*http.Request
	messages []*collectorpb.ExportTraceServiceRequest
}

// collect starts a collector that gives these answers in turn, the last one for ever.
func collect(t *testing.T, answers ...http.HandlerFunc) *collector {
	t.Helper()
	c := &collector{}
	c.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		message := decode(t, r)
		c.mu.Lock()
		n := min(len(c.requests), len(answers)-1)
		c.requests, c.messages = append(c.requests, r), append(c.messages, message)
		c.mu.Unlock()
		answers[n](w, r)
	}))
	t.Cleanup(c.Close)
	return c
}

func decode(t *testing.T, r *http.Request) *collectorpb.ExportTraceServiceRequest {
	body := io.Reader(r.Body)
	if r.Header.Get("Content-Encoding") == "gzip" {
		unzipped, err := gzip.NewReader(r.Body)
		if err != nil {
			t.Error(err)
			return nil
		}
		body = unzipped
	}
	content, err := io.ReadAll(body)
	if err != nil {
		t.Error(err)
	}
	message := &collectorpb.ExportTraceServiceRequest{}
	if err := proto.Unmarshal(content, message); err != nil {
		t.Error(err)
	}
	if unknown := message.ProtoReflect().GetUnknown(); len(unknown) > 0 {
		t.Errorf("the official request does not know %x", unknown)
	}
	return message
}

func (c *collector) count() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.requests)
}

func (c *collector) exporter(t *testing.T, change func(*Options)) *Exporter {
	t.Helper()
	endpoint, err := url.Parse(c.URL + "/v1/traces")
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Endpoint: endpoint, Timeout: 2 * time.Second, Gzip: true, UserAgent: "orders/test", Backoff: time.Millisecond}
	if change != nil {
		change(&o)
	}
	e := New(o)
	t.Cleanup(func() { _ = e.Shutdown(t.Context()) })
	return e
}

func answer(status int, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(status)
	}
}

func protobuf(t *testing.T, m proto.Message) http.HandlerFunc {
	t.Helper()
	body, err := proto.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(body) }
}

var oneSpan = tracetest.SpanStubs{{Name: "GET /"}}.Snapshots()
