package otlp

import (
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/sdk/instrumentation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
	commonpb "go.opentelemetry.io/proto/otlp/common/v1"
	resourcepb "go.opentelemetry.io/proto/otlp/resource/v1"
	tracepb "go.opentelemetry.io/proto/otlp/trace/v1"
)

// traces groups spans by resource and scope. TracesData is, field by field, the ExportTraceServiceRequest that a collector expects
// (its own comment in trace.proto says so), without the gRPC that the latter's package links.
func traces(spans []sdktrace.ReadOnlySpan) *tracepb.TracesData {
	type scopeKey struct {
		resource attribute.Distinct
		scope    instrumentation.Scope
	}
	data := &tracepb.TracesData{}
	resources := map[attribute.Distinct]*tracepb.ResourceSpans{}
	scopes := map[scopeKey]*tracepb.ScopeSpans{}
	for _, s := range spans {
		resource, scope := s.Resource().Equivalent(), s.InstrumentationScope()
		rs, found := resources[resource]
		if !found {
			rs = resourceSpans(s.Resource())
			resources[resource] = rs
			data.ResourceSpans = append(data.ResourceSpans, rs)
		}
		key := scopeKey{resource, scope}
		ss, found := scopes[key]
		if !found {
			ss = scopeSpans(scope)
			scopes[key] = ss
			rs.ScopeSpans = append(rs.ScopeSpans, ss)
		}
		ss.Spans = append(ss.Spans, span(s))
	}
	return data
}

func resourceSpans(r *resource.Resource) *tracepb.ResourceSpans {
	return &tracepb.ResourceSpans{Resource: &resourcepb.Resource{Attributes: keyValues(r.Attributes())}, SchemaUrl: r.SchemaURL()}
}

func scopeSpans(scope instrumentation.Scope) *tracepb.ScopeSpans {
	return &tracepb.ScopeSpans{
		Scope:     &commonpb.InstrumentationScope{Name: scope.Name, Version: scope.Version, Attributes: keyValues(scope.Attributes.ToSlice())},
		SchemaUrl: scope.SchemaURL,
	}
}

func span(s sdktrace.ReadOnlySpan) *tracepb.Span {
	traceID, spanID := s.SpanContext().TraceID(), s.SpanContext().SpanID()
	out := &tracepb.Span{
		TraceId:                traceID[:],
		SpanId:                 spanID[:],
		TraceState:             s.SpanContext().TraceState().String(),
		Flags:                  flags(s.SpanContext(), s.Parent().IsRemote()),
		Name:                   utf8(s.Name()),
		Kind:                   kinds[s.SpanKind()],
		StartTimeUnixNano:      uint64(s.StartTime().UnixNano()),
		EndTimeUnixNano:        uint64(s.EndTime().UnixNano()),
		Attributes:             keyValues(s.Attributes()),
		DroppedAttributesCount: uint32(s.DroppedAttributes()),
		DroppedEventsCount:     uint32(s.DroppedEvents()),
		DroppedLinksCount:      uint32(s.DroppedLinks()),
		Status:                 &tracepb.Status{Code: statuses[s.Status().Code], Message: utf8(s.Status().Description)},
	}
	if parent := s.Parent().SpanID(); parent.IsValid() {
		out.ParentSpanId = parent[:]
	}
	for _, e := range s.Events() {
		out.Events = append(out.Events, &tracepb.Span_Event{
			TimeUnixNano:           uint64(e.Time.UnixNano()),
			Name:                   utf8(e.Name),
			Attributes:             keyValues(e.Attributes),
			DroppedAttributesCount: uint32(e.DroppedAttributeCount),
		})
	}
	for _, l := range s.Links() {
		traceID, spanID := l.SpanContext.TraceID(), l.SpanContext.SpanID()
		out.Links = append(out.Links, &tracepb.Span_Link{
			TraceId:                traceID[:],
			SpanId:                 spanID[:],
			TraceState:             l.SpanContext.TraceState().String(),
			Flags:                  flags(l.SpanContext, l.SpanContext.IsRemote()),
			Attributes:             keyValues(l.Attributes),
			DroppedAttributesCount: uint32(l.DroppedAttributeCount),
		})
	}
	return out
}

// flags holds the W3C trace flags in the low byte, and above them that it is known whether the parent (of a link: the linked span) is remote.
func flags(sc trace.SpanContext, remote bool) uint32 {
	f := uint32(sc.TraceFlags()) | uint32(tracepb.SpanFlags_SPAN_FLAGS_CONTEXT_HAS_IS_REMOTE_MASK)
	if remote {
		f |= uint32(tracepb.SpanFlags_SPAN_FLAGS_CONTEXT_IS_REMOTE_MASK)
	}
	return f
}

var kinds = map[trace.SpanKind]tracepb.Span_SpanKind{
	trace.SpanKindInternal: tracepb.Span_SPAN_KIND_INTERNAL,
	trace.SpanKindServer:   tracepb.Span_SPAN_KIND_SERVER,
	trace.SpanKindClient:   tracepb.Span_SPAN_KIND_CLIENT,
	trace.SpanKindProducer: tracepb.Span_SPAN_KIND_PRODUCER,
	trace.SpanKindConsumer: tracepb.Span_SPAN_KIND_CONSUMER,
}

// statuses exists because Go and OTLP number Ok and Error the other way round.
var statuses = map[codes.Code]tracepb.Status_StatusCode{
	codes.Ok:    tracepb.Status_STATUS_CODE_OK,
	codes.Error: tracepb.Status_STATUS_CODE_ERROR,
}
