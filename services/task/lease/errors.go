package lease

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
)

// ErrLost means that the lease is no longer held: whatever its holder still does, somebody else may do as well.
var ErrLost = errors.New("the lease was lost")

// errConflict means that the object changed since it was read.
var errConflict = errors.New("the Lease has changed")

// refused is an answer that asking again will not change.
type refused struct {
	status  int
	message string
}

func (r *refused) Error() string {
	switch r.status {
	case http.StatusNotFound:
		// Making a new one here would forget which slots are done, so that one might be executed twice.
		return "the Lease is gone: deploy the stack again, which makes it: " + r.message
	case http.StatusForbidden, http.StatusUnauthorized:
		return "the service account may not use the Lease: " + r.message
	default:
		return fmt.Sprintf("the API server refuses (%d): %s", r.status, r.message)
	}
}

// refusal sorts an answer: a conflict, one that may be better next time, or one that will not be.
func refusal(status int, body []byte) error {
	var answer struct{ Message string }
	_ = json.Unmarshal(body, &answer)
	switch {
	case status == http.StatusConflict:
		return errConflict
	case status >= 500, status == http.StatusTooManyRequests, status == http.StatusRequestTimeout:
		return fmt.Errorf("the API server answers %d: %s", status, answer.Message)
	default:
		return &refused{status, answer.Message}
	}
}

func permanent(err error) bool {
	var r *refused
	return errors.As(err, &r)
}
