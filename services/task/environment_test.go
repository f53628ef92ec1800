package task

import (
	"log/slog"
	"strings"
	"testing"
)

func TestEveryMissingOrWrongVariableIsReportedAtOnce(t *testing.T) {
	for _, wrong := range []string{"soon", "2s", "2h", "3500ms", "-5s"} {
		_, err := FromEnvironment(func(name string) string {
			return map[string]string{"TASK_NAME": "cleanup", "TASK_LEASE_DURATION": wrong}[name]
		}, slog.Default())
		want := []string{
			"TASK_JOB: expected a value, found none",
			"TASK_POD: expected a value, found none",
			`TASK_LEASE_DURATION: expected whole seconds from 3s to 1h, found "` + wrong + `"`,
			"TASK_LEASE: expected a value, found none",
		}
		if err == nil || err.Error() != strings.Join(want, "\n") {
			t.Errorf("got %v", err)
		}
	}
}

func TestOutsideOfAClusterTheErrorSaysSo(t *testing.T) {
	t.Setenv("KUBERNETES_SERVICE_HOST", "")
	_, err := FromEnvironment(func(name string) string {
		return map[string]string{"TASK_LEASE_DURATION": "5s"}[name] + map[bool]string{true: "x"}[name != "TASK_LEASE_DURATION"]
	}, slog.Default())
	if err == nil || !strings.HasPrefix(err.Error(), "not in a cluster") {
		t.Errorf("got %v", err)
	}
}
