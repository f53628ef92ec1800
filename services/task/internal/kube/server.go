// Package kube is an API server that knows one Lease, for tests: optimistic concurrency and merge patches as the real one has them, and
// faults on demand.
package kube

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"maps"
	"net/http"
	"strconv"
	"sync"
)

// Fault is what happens to a request.
type Fault int

// A request may be answered, not reach the server, be executed though its answer is lost, or meet a server in trouble.
const (
	None Fault = iota
	Unreachable
	AnswerLost
	Overloaded
	Forbidden
)

var errNetwork = errors.New("network: connection reset")

// Server is an http.RoundTripper, so that no test waits for a network.
type Server struct {
	// Fault chooses what happens to a request; nil means none. It is called in the order of the requests.
	Fault func(method string) Fault

	mu      sync.Mutex
	gone    bool
	version int
	object  map[string]any
	writes  []map[string]any
}

// RoundTrip answers GET and PATCH of the Lease.
func (s *Server) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	fault := None
	if s.Fault != nil {
		fault = s.Fault(r.Method)
	}
	switch fault {
	case Unreachable:
		return nil, errNetwork
	case Overloaded:
		return answer(503, map[string]any{"message": "apiserver is shutting down"}), nil
	case Forbidden:
		return answer(403, map[string]any{"message": "leases is forbidden"}), nil
	}
	response := s.serve(r, body)
	if fault == AnswerLost {
		return nil, errNetwork
	}
	return response, nil
}

func (s *Server) serve(r *http.Request, body []byte) *http.Response {
	switch {
	case r.Header.Get("Authorization") != "Bearer token":
		return answer(401, map[string]any{"message": "Unauthorized"})
	case s.gone:
		return answer(404, map[string]any{"message": "not found"})
	case r.Method == http.MethodPatch && r.Header.Get("Content-Type") != "application/merge-patch+json":
		return answer(415, nil)
	case r.Method == http.MethodPatch:
		var patch map[string]any
		if err := json.Unmarshal(body, &patch); err != nil {
			return answer(400, map[string]any{"message": err.Error()})
		}
		metadata, _ := patch["metadata"].(map[string]any)
		if metadata["resourceVersion"] != strconv.Itoa(s.version) {
			return answer(409, map[string]any{"message": "the object has been modified"})
		}
		s.change(patch)
		s.writes = append(s.writes, s.object["spec"].(map[string]any))
	}
	return answer(200, s.stamped())
}

func (s *Server) change(patch map[string]any) {
	if s.object == nil {
		s.object = map[string]any{"metadata": map[string]any{}, "spec": map[string]any{}}
	}
	s.object = merge(s.object, patch)
	s.version++
}

func (s *Server) stamped() map[string]any {
	return merge(s.object, map[string]any{"metadata": map[string]any{"resourceVersion": strconv.Itoa(s.version)}})
}

// merge is RFC 7396, into a copy.
func merge(target, patch map[string]any) map[string]any {
	result := maps.Clone(target)
	if result == nil {
		result = map[string]any{}
	}
	for key, value := range patch {
		nested, isMap := value.(map[string]any)
		switch before, _ := result[key].(map[string]any); {
		case value == nil:
			delete(result, key)
		case isMap:
			result[key] = merge(before, nested)
		default:
			result[key] = value
		}
	}
	return result
}

func answer(status int, body any) *http.Response {
	text, _ := json.Marshal(body)
	return &http.Response{StatusCode: status, Header: http.Header{}, Body: io.NopCloser(bytes.NewReader(text))}
}

// Edit changes the object as somebody else would.
func (s *Server) Edit(patch map[string]any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.change(patch)
}

// Delete removes the object.
func (s *Server) Delete() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gone = true
}

// Annotations are those of the object.
func (s *Server) Annotations() map[string]any {
	s.mu.Lock()
	defer s.mu.Unlock()
	metadata, _ := s.object["metadata"].(map[string]any)
	annotations, _ := metadata["annotations"].(map[string]any)
	return maps.Clone(annotations)
}

// Writes are the specs that were written by patches, in order.
func (s *Server) Writes() []map[string]any {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]map[string]any(nil), s.writes...)
}
