package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strconv"

	"slipway.dev/services/task"
)

// cleanup is the work of the task.
type cleanup struct {
	orders *url.URL
	http   *http.Client
	log    *slog.Logger
}

// run asks for one batch after the other until nothing is left to drop. The cursor counts what was dropped since the task exists.
func (c cleanup) run(ctx context.Context, run *task.Run) error {
	total, _ := strconv.Atoi(run.Cursor)
	for {
		dropped, more, err := c.batch(ctx, run.Fence)
		if err != nil {
			return err
		}
		total += dropped
		if err := run.Save(strconv.Itoa(total)); err != nil {
			return err
		}
		c.log.Info("dropped a batch", "dropped", dropped, "more", more, "total", total)
		if !more {
			return nil
		}
	}
}

func (c cleanup) batch(ctx context.Context, fence int64) (dropped int, more bool, err error) {
	body, _ := json.Marshal(map[string]int64{"fence": fence})
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, c.orders.JoinPath("internal/v1/cleanup").String(), bytes.NewReader(body))
	if err != nil {
		return 0, false, err
	}
	request.Header.Set("Content-Type", "application/json")
	response, err := c.http.Do(request)
	if err != nil {
		return 0, false, err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(io.LimitReader(response.Body, 1<<16))
	if err != nil {
		return 0, false, err
	}
	if response.StatusCode != http.StatusOK {
		return 0, false, fmt.Errorf("orders answers %s: %s", response.Status, text)
	}
	var answer struct {
		Dropped int
		More    bool
	}
	if err := json.Unmarshal(text, &answer); err != nil {
		return 0, false, fmt.Errorf("orders sent no answer that makes sense: %w", err)
	}
	return answer.Dropped, answer.More, nil
}
