package config

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

func equal(a, b Config) bool { return reflect.DeepEqual(a, b) }

func TestEachSettingHasOneNameAndSaysWhatItExpects(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range Settings() {
		if seen[s.Env] || s.Key != "" && seen[s.Key] {
			t.Errorf("%s: named twice", s.Env)
		}
		seen[s.Env], seen[s.Key] = true, true
		if s.Expect == "" || s.Help == "" {
			t.Errorf("%s: says nothing", s.Env)
		}
		if (s.Key == "") != strings.HasPrefix(s.Env, "OTEL_") {
			t.Errorf("%s: only OpenTelemetry's variables are missing from the file, found key %q", s.Env, s.Key)
		}
	}
}

// The page is written by people; this keeps it from lagging behind the table.
func TestThePageNamesEverySettingWithItsDefault(t *testing.T) {
	page, err := os.ReadFile("../../../../docs/orders.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range Settings() {
		row := ""
		for line := range strings.Lines(string(page)) {
			if strings.HasPrefix(line, "| `"+s.Env+"` ") {
				row = line
			}
		}
		if row == "" || !strings.Contains(row, "`"+s.Default+"`") && s.Default != "" || !strings.Contains(row, s.Key) {
			t.Errorf("%s: want a row with file key %q and default %q in docs/orders.md, found %q", s.Env, s.Key, s.Default, row)
		}
	}
}

func TestNoValueMakesParsingPanicOrPass(t *testing.T) {
	for _, s := range Settings() {
		for _, bad := range []string{"\x00", "-1", "NaN", ":::", "http://", "1e999", " ", "true false"} {
			if s.Secret && bad != "\x00" {
				continue
			}
			var c Config
			if err := s.apply(&c, bad, ""); err == nil {
				t.Errorf("%s accepted %q", s.Env, bad)
			}
		}
	}
}
