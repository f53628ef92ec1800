package otlp

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	collectorpb "go.opentelemetry.io/proto/otlp/collector/trace/v1"
)

func TestARequestLooksAsTheProtocolSays(t *testing.T) {
	for _, gzip := range []bool{true, false} {
		c := collect(t, answer(200))
		e := c.exporter(t, func(o *Options) { o.Gzip, o.Headers = gzip, map[string]string{"Authorization": "Bearer x"} })
		if err := e.ExportSpans(t.Context(), oneSpan); err != nil {
			t.Fatal(err)
		}
		r := c.requests[0]
		encoding := map[bool]string{true: "gzip"}[gzip]
		for name, want := range map[string]string{
			"Content-Type": "application/x-protobuf", "Content-Encoding": encoding, "Authorization": "Bearer x", "User-Agent": "orders/test",
		} {
			if got := r.Header.Get(name); got != want {
				t.Errorf("%s: want %q, got %q", name, want, got)
			}
		}
		if r.Method != http.MethodPost || r.URL.Path != "/v1/traces" {
			t.Errorf("got %s %s", r.Method, r.URL.Path)
		}
		if name := c.messages[0].ResourceSpans[0].ScopeSpans[0].Spans[0].Name; name != "GET /" {
			t.Errorf("got span %q", name)
		}
	}
}

func TestOnlyTheStatusesOfTheProtocolAreRetried(t *testing.T) {
	for status := 300; status < 600; status++ {
		want := map[int]int{429: 2, 502: 2, 503: 2, 504: 2}[status]
		if want == 0 {
			want = 1
		}
		if status > 305 && status < 400 || status > 431 && status < 500 || status > 511 {
			continue
		}
		c := collect(t, answer(status), answer(200))
		err := c.exporter(t, nil).ExportSpans(t.Context(), oneSpan)
		if c.count() != want || (err == nil) != (want == 2) {
			t.Errorf("%d: want %d attempts, got %d, %v", status, want, c.count(), err)
		}
		c.Close()
	}
}

func TestARedirectIsNotFollowed(t *testing.T) {
	elsewhere := collect(t, answer(200))
	c := collect(t, answer(307, "Location", elsewhere.URL))
	if err := c.exporter(t, nil).ExportSpans(t.Context(), oneSpan); err == nil || elsewhere.count() != 0 {
		t.Errorf("want an error and no request elsewhere, got %v and %d", err, elsewhere.count())
	}
}

func TestRetryAfterIsWaitedFor(t *testing.T) {
	c := collect(t, answer(503, "Retry-After", "1"), answer(200))
	start := time.Now()
	if err := c.exporter(t, nil).ExportSpans(t.Context(), oneSpan); err != nil {
		t.Fatal(err)
	}
	if waited := time.Since(start); waited < time.Second || c.count() != 2 {
		t.Errorf("want a second attempt after 1 s, got %d after %s", c.count(), waited)
	}
}

func TestNoAttemptIsMadeThatCannotEndInTime(t *testing.T) {
	c := collect(t, answer(429, "Retry-After", "60"))
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Second)
	defer cancel()
	start := time.Now()
	err := c.exporter(t, nil).ExportSpans(ctx, oneSpan)
	if err == nil || time.Since(start) > 2*time.Second || c.count() != 1 {
		t.Errorf("want to give up at once, got %v after %s and %d attempts", err, time.Since(start), c.count())
	}
}

func TestRejectedSpansAreReportedAndNotSentAgain(t *testing.T) {
	partial := &collectorpb.ExportTraceServiceResponse{PartialSuccess: &collectorpb.ExportTracePartialSuccess{RejectedSpans: 7, ErrorMessage: "too old"}}
	c := collect(t, protobuf(t, partial))
	e := c.exporter(t, nil)
	err := e.ExportSpans(t.Context(), oneSpan)
	if err == nil || !strings.Contains(err.Error(), `rejected 7 spans: "too old"`) || c.count() != 1 {
		t.Errorf("got %v after %d attempts", err, c.count())
	}
	if e.Check(t.Context()) == nil {
		t.Error("want the health page to know")
	}
}

func TestAnEmptyPartialSuccessIsSuccess(t *testing.T) {
	c := collect(t, protobuf(t, &collectorpb.ExportTraceServiceResponse{PartialSuccess: &collectorpb.ExportTracePartialSuccess{}}))
	if err := c.exporter(t, nil).ExportSpans(t.Context(), oneSpan); err != nil {
		t.Error(err)
	}
}

func TestAHangingCollectorCostsOneTimeoutAnAttempt(t *testing.T) {
	hang := func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	c := collect(t, hang, answer(200))
	start := time.Now()
	err := c.exporter(t, func(o *Options) { o.Timeout = 100 * time.Millisecond }).ExportSpans(t.Context(), oneSpan)
	if err != nil || c.count() != 2 || time.Since(start) < 100*time.Millisecond {
		t.Errorf("want success at the second attempt, got %v, %d, %s", err, c.count(), time.Since(start))
	}
}

func TestShutdownEndsAnExportThatIsBeingRetried(t *testing.T) {
	c := collect(t, answer(503))
	e := c.exporter(t, func(o *Options) { o.Backoff = time.Minute })
	done := make(chan error)
	go func() { done <- e.ExportSpans(context.Background(), oneSpan) }()
	for c.count() == 0 {
		time.Sleep(time.Millisecond)
	}
	_ = e.Shutdown(t.Context())
	select {
	case err := <-done:
		if err == nil {
			t.Error("want an error")
		}
	case <-time.After(5 * time.Second):
		t.Fatal("still retrying")
	}
}

func TestErrorsAndHealthShowNoPassword(t *testing.T) {
	endpoint, _ := url.Parse("http://user:canary-5ecret@127.0.0.1:1/v1/traces")
	e := New(Options{Endpoint: endpoint, Timeout: time.Second, Backoff: time.Millisecond, Headers: map[string]string{"Authorization": "canary-5ecret"}})
	defer func() { _ = e.Shutdown(t.Context()) }()
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
	defer cancel()
	err := e.ExportSpans(ctx, oneSpan)
	if err == nil || strings.Contains(err.Error(), "5ecret") {
		t.Errorf("got %v", err)
	}
	if page := e.Check(t.Context()); page == nil || strings.Contains(page.Error(), "127.0.0.1") {
		t.Errorf("want a failed check that names no host, got %v", page)
	}
}

func TestHealthRecoversWithTheCollector(t *testing.T) {
	c := collect(t, answer(400), answer(200))
	e := c.exporter(t, nil)
	_ = e.ExportSpans(t.Context(), oneSpan)
	if e.Check(t.Context()) == nil {
		t.Error("want a failed check after a failed export")
	}
	_ = e.ExportSpans(t.Context(), oneSpan)
	if err := e.Check(t.Context()); err != nil {
		t.Error(err)
	}
}
