package otlp

import (
	"net/http"
	"testing"
	"time"
)

func TestRetryAfterReadsSecondsAndDates(t *testing.T) {
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for header, want := range map[string]time.Duration{
		"": 0, "3": 3 * time.Second, "0": 0, "-5": 0, "soon": 0, "1.5": 0, "99999999999999999999": 0,
		now.Add(4 * time.Second).Format(http.TimeFormat): 4 * time.Second,
		now.Add(-time.Hour).Format(http.TimeFormat):      0,
	} {
		if got := retryAfter(header, now); got != want {
			t.Errorf("%q: want %s, got %s", header, want, got)
		}
	}
}

func TestJitterSpreadsAroundItsMeanAndNeverVanishes(t *testing.T) {
	for range 1000 {
		if d := jitter(time.Second); d < time.Second/2 || d >= time.Second*3/2 {
			t.Fatalf("got %s", d)
		}
	}
	if d := jitter(0); d != 0 {
		t.Errorf("got %s", d)
	}
}

func FuzzAnswersNeverPanic(f *testing.F) {
	f.Add([]byte{0x0a, 0x02, 0x08, 0x07})
	f.Add([]byte{0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f})
	f.Add([]byte{0x0b, 0x0a})
	f.Fuzz(func(_ *testing.T, body []byte) { partialSuccess(body) })
}
