package task

import (
	"regexp"
	"strconv"
	"time"
)

var minutes = regexp.MustCompile(`^[0-9]{8,9}$`)

// slotOf reads the time that a run was scheduled for. The CronJob controller writes it on the Job as an annotation, which pods do not
// inherit, and names the Job `<CronJob>-<minutes since 1970>`, so that there is one Job for each slot; the name reaches the pods as the
// label `batch.kubernetes.io/job-name`. A run that was started by hand has another name and no slot.
func slotOf(job, task string) time.Time {
	prefix := task + "-"
	if len(job) <= len(prefix) || job[:len(prefix)] != prefix || !minutes.MatchString(job[len(prefix):]) {
		return time.Time{}
	}
	n, _ := strconv.ParseInt(job[len(prefix):], 10, 64)
	return time.Unix(n*60, 0).UTC()
}
