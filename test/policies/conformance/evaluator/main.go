// Command evaluator judges pods as the API server's Pod Security admission does: a Pod as JSON on each line of its input,
// a verdict as JSON on each line of its output.
package main

import (
	"bufio"
	"encoding/json"
	"log"
	"os"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"
	kjson "sigs.k8s.io/json"
)

// The version of the standard; newer clusters judge by the same checks until a version changes one.
var version = api.MajorMinorVersion(1, 35)

// Longest line that is read: a pod with every field set is a few kilobytes.
const maxLine = 16 << 20

// Verdict on one pod.
type Verdict struct {
	// Checks that forbid it, each asked by itself: in admission a restricted check may stand in for a baseline one.
	Forbidden []policy.CheckID `json:"forbidden"`
	// Levels at which admission refuses it.
	Refused []api.Level `json:"refused"`
	// Why it is no pod at all.
	Malformed string `json:"malformed,omitempty"`
}

func main() {
	checks := policy.DefaultChecks()
	evaluator, err := policy.NewEvaluator(checks, nil)
	if err != nil {
		log.Fatal(err)
	}
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, maxLine)
	out := bufio.NewWriter(os.Stdout)
	encoder := json.NewEncoder(out)
	for lines.Scan() {
		if err := encoder.Encode(judge(checks, evaluator, lines.Bytes())); err != nil {
			log.Fatal(err)
		}
	}
	if err := lines.Err(); err != nil {
		log.Fatal(err)
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

func judge(checks []policy.Check, evaluator policy.Evaluator, line []byte) Verdict {
	verdict := Verdict{Forbidden: []policy.CheckID{}, Refused: []api.Level{}}
	var pod corev1.Pod
	// The decoder of the API server: names are case-sensitive, numbers stay whole.
	if err := kjson.UnmarshalCaseSensitivePreserveInts(line, &pod); err != nil {
		verdict.Malformed = err.Error()
		return verdict
	}
	setDefaults(&pod.Spec)
	for _, check := range checks {
		if !newest(check)(&pod.ObjectMeta, &pod.Spec).Allowed {
			verdict.Forbidden = append(verdict.Forbidden, check.ID)
		}
	}
	for _, level := range []api.Level{api.LevelBaseline, api.LevelRestricted} {
		results := evaluator.EvaluatePod(api.LevelVersion{Level: level, Version: version}, &pod.ObjectMeta, &pod.Spec)
		if !policy.AggregateCheckResults(results).Allowed {
			verdict.Refused = append(verdict.Refused, level)
		}
	}
	return verdict
}

// The default that checks rely on, as of k8s.io/kubernetes pkg/apis/core/v1 SetDefaults_Volume: admission comes after it.
func setDefaults(spec *corev1.PodSpec) {
	for i := range spec.Volumes {
		if source := &spec.Volumes[i].VolumeSource; *source == (corev1.VolumeSource{}) {
			source.EmptyDir = &corev1.EmptyDirVolumeSource{}
		}
	}
}

// The revision of a check that holds in that version. Checks list theirs from old to new.
func newest(check policy.Check) policy.CheckPodFn {
	var found policy.CheckPodFn
	for _, revision := range check.Versions {
		if !version.Older(revision.MinimumVersion) {
			found = revision.CheckPod
		}
	}
	return found
}
