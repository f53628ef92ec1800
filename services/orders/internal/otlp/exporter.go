// Package otlp exports spans over OTLP/HTTP in protobuf. The official exporter shares its transport with gRPC and makes the binary
// twice as large (docs/orders.md has the figures); the messages here are the official generated ones.
package otlp

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"sync/atomic"
	"time"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"google.golang.org/protobuf/proto"
)

// Options say where spans go and how.
type Options struct {
	// Endpoint is the complete URL, with /v1/traces.
	Endpoint *url.URL
	// Headers are added to each export.
	Headers map[string]string
	// Timeout bounds one attempt; the SDK's export timeout bounds all of them together.
	Timeout time.Duration
	// Gzip compresses the body.
	Gzip bool
	// UserAgent names the service, as the specification asks.
	UserAgent string
	// Backoff is the wait before the second attempt; it doubles up to 16 times that.
	Backoff time.Duration
}

// Exporter is an sdktrace.SpanExporter. The SDK's batch processor in front of it holds the bounded queue.
type Exporter struct {
	options Options
	client  *http.Client
	stop    context.Context
	cancel  context.CancelFunc
	failing atomic.Bool
}

// New returns an exporter; it opens no connection before the first export.
func New(options Options) *Exporter {
	stop, cancel := context.WithCancel(context.Background())
	// A redirected POST would lose its body or leak its headers to another host.
	stay := func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	transport := http.DefaultTransport.(*http.Transport).Clone()
	client := &http.Client{Transport: transport, Timeout: options.Timeout, CheckRedirect: stay}
	return &Exporter{options: options, client: client, stop: stop, cancel: cancel}
}

// ExportSpans sends one batch, trying again as long as the answer invites it and ctx allows.
func (e *Exporter) ExportSpans(ctx context.Context, spans []sdktrace.ReadOnlySpan) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(e.stop, cancel)()

	body, err := e.encode(spans)
	if err != nil {
		return err
	}
	err = retry(ctx, e.options.Backoff, func() error { return e.post(ctx, body) })
	if err != nil {
		err = fmt.Errorf("export %d spans to %s: %w", len(spans), e.options.Endpoint.Redacted(), err)
	}
	e.failing.Store(err != nil)
	return err
}

// Shutdown abandons an export that is still being tried and closes idle connections.
func (e *Exporter) Shutdown(context.Context) error {
	e.cancel()
	e.client.CloseIdleConnections()
	return nil
}

// Check fails when the latest export did. It says so without the reason, which names hosts: the health page is public, the log is not.
func (e *Exporter) Check(context.Context) error {
	if e.failing.Load() {
		return errors.New("the latest export of spans failed; the log says why")
	}
	return nil
}

func (e *Exporter) encode(spans []sdktrace.ReadOnlySpan) ([]byte, error) {
	message, err := proto.Marshal(traces(spans))
	if err != nil || !e.options.Gzip {
		return message, err
	}
	var body bytes.Buffer
	w := gzip.NewWriter(&body)
	_, err = w.Write(message)
	err = errors.Join(err, w.Close())
	return body.Bytes(), err
}

func (e *Exporter) post(ctx context.Context, body []byte) error {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, e.options.Endpoint.String(), bytes.NewReader(body))
	if err != nil {
		return err
	}
	for name, value := range e.options.Headers {
		request.Header.Set(name, value)
	}
	request.Header.Set("Content-Type", "application/x-protobuf")
	request.Header.Set("User-Agent", e.options.UserAgent)
	if e.options.Gzip {
		request.Header.Set("Content-Encoding", "gzip")
	}
	response, err := e.client.Do(request)
	if err != nil {
		// url.Error repeats the URL, which may carry a password; its cause does not.
		if wrapped := new(url.Error); errors.As(err, &wrapped) {
			err = wrapped.Err
		}
		return transient{err: err}
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(response.Body, maxAnswerBytes))
	if err != nil {
		return transient{err: err}
	}
	return judge(response, answer)
}
