package config

import (
	"log/slog"
	"path/filepath"
	"testing"
)

var static = Config{LogLevel: slog.LevelWarn, Store: Store{Capacity: 7}}

func TestADynamicFileChangesWhatItNamesAndNothingElse(t *testing.T) {
	c, err := static.Dynamic(file(t, "log: { level: debug }\n"))
	if err != nil || c.LogLevel != slog.LevelDebug || c.Store != static.Store {
		t.Errorf("got %+v, %v", c, err)
	}
	for _, silent := range []string{"", file(t, ""), file(t, "{}")} {
		if c, err := static.Dynamic(silent); err != nil || c.LogLevel != slog.LevelWarn {
			t.Errorf("want the static level, got %v, %v", c.LogLevel, err)
		}
	}
}

func TestADynamicFileWithAMistakeCountsForNothing(t *testing.T) {
	c, err := static.Dynamic(file(t, "log: { level: debug }\nstore: { capacity: 9 }\nnope: 1\n"))
	assertSentences(t, err, []string{"store.capacity: cannot change while the service runs", "nope: no such setting in the file; see --help"})
	if c.LogLevel != slog.LevelWarn {
		t.Errorf("got %v", c.LogLevel)
	}
	_, err = static.Dynamic(file(t, "log: { level: loud }\n"))
	assertSentences(t, err, []string{`log.level: expected debug, info, warn or error, found "loud"`})
	if _, err := static.Dynamic(filepath.Join(t.TempDir(), "none.yaml")); err == nil {
		t.Error("want an error for a missing file")
	}
}
