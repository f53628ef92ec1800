package otlp

import (
	"fmt"
	"net/http"
	"time"

	"google.golang.org/protobuf/encoding/protowire"
)

// maxAnswerBytes is far more than the few numbers and the sentence that a collector answers with.
const maxAnswerBytes = 64 << 10

// judge turns the collector's answer into success, a failure, or a transient failure.
func judge(response *http.Response, body []byte) error {
	switch {
	case retryable(response.StatusCode):
		return transient{fmt.Errorf("collector answered %s", response.Status), retryAfter(response.Header.Get("Retry-After"), time.Now())}
	case response.StatusCode/100 != 2:
		return fmt.Errorf("collector answered %s", response.Status)
	}
	// Accepted, perhaps in part; what was rejected must not be sent again.
	if rejected, reason := partialSuccess(body); rejected > 0 || reason != "" {
		return fmt.Errorf("collector rejected %d spans: %q", rejected, reason)
	}
	return nil
}

// partialSuccess reads ExportTraceServiceResponse.partial_success (field 1: rejected_spans = 1, error_message = 2) off the wire: the
// generated type lives in a package that links gRPC.
func partialSuccess(response []byte) (rejected uint64, reason string) {
	eachField(response, func(n protowire.Number, _ uint64, partial []byte) {
		if n != 1 {
			return
		}
		eachField(partial, func(n protowire.Number, number uint64, text []byte) {
			switch n {
			case 1:
				rejected = number
			case 2:
				reason = string(text)
			}
		})
	})
	return rejected, reason
}

// eachField visits the fields of a message until its end or the first byte that is not protobuf.
func eachField(message []byte, visit func(n protowire.Number, number uint64, content []byte)) {
	for len(message) > 0 {
		n, kind, size := protowire.ConsumeTag(message)
		if size < 0 {
			return
		}
		message = message[size:]
		var number uint64
		var content []byte
		switch kind {
		case protowire.VarintType:
			number, size = protowire.ConsumeVarint(message)
		case protowire.BytesType:
			content, size = protowire.ConsumeBytes(message)
		default:
			size = protowire.ConsumeFieldValue(n, kind, message)
		}
		if size < 0 {
			return
		}
		visit(n, number, content)
		message = message[size:]
	}
}
