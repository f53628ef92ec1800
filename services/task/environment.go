package task

import (
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"time"

	"slipway.dev/services/task/lease"
)

// FromEnvironment reads what Slipway's ScheduledTask sets:
//
//	TASK_NAME            name of the CronJob, TASK_JOB that of the Job and TASK_POD that of the pod
//	TASK_LEASE           name of the Lease
//	TASK_LEASE_DURATION  how long the death of a run goes unnoticed, 15s if unset; whole seconds, from 3s to 1h
func FromEnvironment(getenv func(string) string, log *slog.Logger) (Task, error) {
	var errs []error
	required := func(name string) string {
		v := getenv(name)
		if v == "" {
			errs = append(errs, fmt.Errorf("%s: expected a value, found none", name))
		}
		return v
	}
	t := Task{Log: log, Slot: slotOf(required("TASK_JOB"), required("TASK_NAME"))}
	// A restarted process is not the one that died: its name has something random beside the pod's.
	t.Lease.Identity = required("TASK_POD") + "_" + rand.Text()[:8]
	t.Lease.Duration = 15 * time.Second
	if text := getenv("TASK_LEASE_DURATION"); text != "" {
		d, err := time.ParseDuration(text)
		if err != nil || d < 3*time.Second || d > time.Hour || d%time.Second != 0 {
			errs = append(errs, fmt.Errorf("TASK_LEASE_DURATION: expected whole seconds from 3s to 1h, found %q", text))
		}
		t.Lease.Duration = d
	}
	name := required("TASK_LEASE")
	if err := errors.Join(errs...); err != nil {
		return Task{}, err
	}
	client, err := lease.InCluster(name)
	t.Client = client
	return t, err
}
