package lease

import "time"

// object is what this package reads and writes of a coordination.k8s.io/v1 Lease.
type object struct {
	Metadata metadata `json:"metadata"`
	Spec     spec     `json:"spec"`
}

type metadata struct {
	ResourceVersion string            `json:"resourceVersion,omitempty"`
	Annotations     map[string]string `json:"annotations,omitempty"`
}

type spec struct {
	Holder      *string    `json:"holderIdentity,omitempty"`
	Seconds     *int       `json:"leaseDurationSeconds,omitempty"`
	Acquired    *microTime `json:"acquireTime,omitempty"`
	Renewed     *microTime `json:"renewTime,omitempty"`
	Transitions *int64     `json:"leaseTransitions,omitempty"`
}

// microTime is Kubernetes' MicroTime: RFC 3339 with exactly six digits.
type microTime struct{ time.Time }

func (t microTime) MarshalText() ([]byte, error) {
	return []byte(t.UTC().Format("2006-01-02T15:04:05.000000Z07:00")), nil
}

func (t *microTime) UnmarshalText(text []byte) (err error) {
	t.Time, err = time.Parse(time.RFC3339Nano, string(text))
	return err
}

func (t microTime) MarshalJSON() ([]byte, error) {
	text, err := t.MarshalText()
	return append(append([]byte{'"'}, text...), '"'), err
}

func (t *microTime) UnmarshalJSON(data []byte) error {
	return t.Time.UnmarshalJSON(data)
}

func (o object) holder() string     { return value(o.Spec.Holder) }
func (o object) transitions() int64 { return value(o.Spec.Transitions) }

// promise is how long the holder counts as alive after it was last heard of; 0 where nobody ever held the lease.
func (o object) promise() time.Duration {
	return time.Duration(value(o.Spec.Seconds)) * time.Second
}

func (o object) renewed() time.Time { return value(o.Spec.Renewed).Time }

func value[T any](p *T) (zero T) {
	if p == nil {
		return zero
	}
	return *p
}
