package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"slipway.dev/services/task"
	"slipway.dev/services/task/internal/kube"
	"slipway.dev/services/task/lease"
)

var quiet = slog.New(slog.NewJSONHandler(io.Discard, nil))

// orders answers with one batch after the other, and fails where there is none left.
func orders(t *testing.T, batches ...string) (cleanup, *[]string) {
	requests := &[]string{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		*requests = append(*requests, r.Method+" "+r.URL.Path+" "+string(body))
		if len(*requests) > len(batches) {
			http.Error(w, `{"detail":"fence: a later clean-up was here"}`, http.StatusConflict)
			return
		}
		_, _ = io.WriteString(w, batches[len(*requests)-1])
	}))
	t.Cleanup(server.Close)
	u, err := ordersURL(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	return cleanup{u, server.Client(), quiet}, requests
}

func execute(server *kube.Server, slot time.Time, work task.Work) error {
	_, err := task.Task{
		Client: &lease.Client{URL: "http://api/", HTTP: &http.Client{Transport: server}, Token: func() (string, error) { return "token", nil }},
		Lease:  lease.Config{Identity: "a", Duration: 15 * time.Second},
		Slot:   slot,
		Log:    quiet,
	}.Run(context.Background(), work)
	return err
}

func TestEveryBatchIsAskedForWithTheFenceAndCountedOnce(t *testing.T) {
	server := &kube.Server{}
	c, requests := orders(t, `{"dropped":1000,"more":true}`, `{"dropped":7,"more":false}`, `{"dropped":5,"more":false}`)
	for i := range 2 {
		if err := execute(server, time.Unix(int64(60*(i+1)), 0), c.run); err != nil {
			t.Fatal(err)
		}
	}
	want := `POST /internal/v1/cleanup {"fence":1}|POST /internal/v1/cleanup {"fence":1}|POST /internal/v1/cleanup {"fence":2}`
	if got := strings.Join(*requests, "|"); got != want {
		t.Errorf("want %s, got %s", want, got)
	}
	if got := server.Annotations()["slipway.dev/cursor"]; got != "1012" {
		t.Errorf("got %v", got)
	}
}

func TestAServiceThatRefusesOrTalksNonsenseFailsTheRunSoThatItIsRepeated(t *testing.T) {
	for _, batches := range [][]string{{}, {"<html>"}} {
		server := &kube.Server{}
		c, _ := orders(t, batches...)
		if err := execute(server, time.Unix(60, 0), c.run); err == nil || server.Annotations()["slipway.dev/last-slot"] != nil {
			t.Errorf("%v: got %v and %v", batches, err, server.Annotations())
		}
	}
}

func TestAWrongConfigurationIsReportedWholeAndNeverTriedAgain(t *testing.T) {
	var logs bytes.Buffer
	code := run(context.Background(), func(string) string { return "" }, slog.New(slog.NewJSONHandler(&logs, nil)))
	var line struct{ Error string }
	if err := json.Unmarshal(logs.Bytes(), &line); err != nil || code != exitUsage {
		t.Fatalf("got %d, %s", code, logs.String())
	}
	for _, name := range []string{"TASK_NAME", "TASK_LEASE", "ORDERS_URL"} {
		if !strings.Contains(line.Error, name+": expected") {
			t.Errorf("%s is not in %q", name, line.Error)
		}
	}
}
