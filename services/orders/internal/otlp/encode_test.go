package otlp

import (
	"testing"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/sdk/instrumentation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	"go.opentelemetry.io/otel/trace"
	collectorpb "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	"google.golang.org/protobuf/encoding/prototext"
	"google.golang.org/protobuf/proto"
)

// export sends spans through a real HTTP exchange and returns what a collector understood.
func export(t *testing.T, spans ...tracetest.SpanStub) *collectorpb.ExportTraceServiceRequest {
	t.Helper()
	c := collect(t, answer(200))
	if err := c.exporter(t, nil).ExportSpans(t.Context(), tracetest.SpanStubs(spans).Snapshots()); err != nil {
		t.Fatal(err)
	}
	return c.messages[0]
}

func TestACollectorUnderstandsEveryFieldOfASpan(t *testing.T) {
	state, _ := trace.ParseTraceState("vendor=1")
	start := time.Unix(1, 500)
	self := trace.NewSpanContext(trace.SpanContextConfig{TraceID: trace.TraceID{1, 2}, SpanID: trace.SpanID{3}, TraceFlags: 1, TraceState: state})
	parent := trace.NewSpanContext(trace.SpanContextConfig{TraceID: trace.TraceID{1, 2}, SpanID: trace.SpanID{4}, TraceFlags: 1, Remote: true})
	linked := trace.NewSpanContext(trace.SpanContextConfig{TraceID: trace.TraceID{5}, SpanID: trace.SpanID{6}})

	got := export(t, tracetest.SpanStub{
		Name: "POST /orders", SpanContext: self, Parent: parent, SpanKind: trace.SpanKindServer,
		StartTime: start, EndTime: start.Add(time.Second),
		Attributes:           []attribute.KeyValue{attribute.String("s", "x"), attribute.Int("i", -1), attribute.Bool("b", true), attribute.Float64("f", .5)},
		Events:               []sdktrace.Event{{Name: "retry", Time: start, Attributes: []attribute.KeyValue{attribute.Int("n", 2)}, DroppedAttributeCount: 1}},
		Links:                []sdktrace.Link{{SpanContext: linked, Attributes: []attribute.KeyValue{attribute.StringSlice("l", []string{"a", "b"})}, DroppedAttributeCount: 2}},
		Status:               sdktrace.Status{Code: codes.Error, Description: "boom"},
		DroppedAttributes:    3,
		DroppedEvents:        4,
		DroppedLinks:         5,
		Resource:             resource.NewWithAttributes("https://schema/r", attribute.String("service.name", "orders")),
		InstrumentationScope: instrumentation.Scope{Name: "scope", Version: "v1", SchemaURL: "https://schema/s", Attributes: attribute.NewSet(attribute.Bool("a", true))},
	})

	want := &collectorpb.ExportTraceServiceRequest{}
	if err := prototext.Unmarshal([]byte(`
		resource_spans {
		  schema_url: "https://schema/r"
		  resource { attributes { key: "service.name" value { string_value: "orders" } } }
		  scope_spans {
		    schema_url: "https://schema/s"
		    scope { name: "scope" version: "v1" attributes { key: "a" value { bool_value: true } } }
		    spans {
		      trace_id: "\x01\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0" span_id: "\x03\0\0\0\0\0\0\0" parent_span_id: "\x04\0\0\0\0\0\0\0"
		      trace_state: "vendor=1" flags: 0x301 name: "POST /orders" kind: SPAN_KIND_SERVER
		      start_time_unix_nano: 1000000500 end_time_unix_nano: 2000000500
		      attributes { key: "s" value { string_value: "x" } } attributes { key: "i" value { int_value: -1 } }
		      attributes { key: "b" value { bool_value: true } } attributes { key: "f" value { double_value: 0.5 } }
		      dropped_attributes_count: 3 dropped_events_count: 4 dropped_links_count: 5
		      events { time_unix_nano: 1000000500 name: "retry" attributes { key: "n" value { int_value: 2 } } dropped_attributes_count: 1 }
		      links {
		        trace_id: "\x05\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0" span_id: "\x06\0\0\0\0\0\0\0" flags: 0x100 dropped_attributes_count: 2
		        attributes { key: "l" value { array_value { values { string_value: "a" } values { string_value: "b" } } } }
		      }
		      status { code: STATUS_CODE_ERROR message: "boom" }
		    }
		  }
		}`), want); err != nil {
		t.Fatal(err)
	}
	if !proto.Equal(got, want) {
		t.Errorf("got  %s\nwant %s", prototext.Format(got), prototext.Format(want))
	}
}

func TestEveryKindOfAttributeArrives(t *testing.T) {
	span := tracetest.SpanStub{Attributes: []attribute.KeyValue{
		attribute.BoolSlice("bools", []bool{true}), attribute.Int64Slice("ints", []int64{1}), attribute.Float64Slice("floats", []float64{1}),
		attribute.StringSlice("none", nil), {Key: "bytes", Value: attribute.ByteSliceValue([]byte{0xff})},
		{Key: "map", Value: attribute.MapValue(attribute.Int("n", 1))}, {Key: "list", Value: attribute.SliceValue(attribute.IntValue(1), attribute.StringValue("a"))},
		{Key: "empty"},
	}}
	want := map[string]string{
		"bools": `array_value:{values:{bool_value:true}}`, "ints": `array_value:{values:{int_value:1}}`, "floats": `array_value:{values:{double_value:1}}`,
		"none": `array_value:{}`, "bytes": `bytes_value:"\xff"`, "map": `kvlist_value:{values:{key:"n" value:{int_value:1}}}`,
		"list": `array_value:{values:{int_value:1} values:{string_value:"a"}}`, "empty": ``,
	}
	got := export(t, span).ResourceSpans[0].ScopeSpans[0].Spans[0].Attributes
	if len(got) != len(want) {
		t.Errorf("want %d attributes, got %d", len(want), len(got))
	}
	for _, a := range got {
		wanted := a.Value.ProtoReflect().New().Interface()
		if err := prototext.Unmarshal([]byte(want[a.Key]), wanted); err != nil {
			t.Fatal(err)
		}
		if !proto.Equal(a.Value, wanted) {
			t.Errorf("%s: want %v, got %v", a.Key, wanted, a.Value)
		}
	}
}

// One client with a broken user agent must not cost everybody's spans.
func TestInvalidUTF8SpoilsNoBatch(t *testing.T) {
	got := export(t, tracetest.SpanStub{Name: "a\xff", Attributes: []attribute.KeyValue{attribute.String("user_agent.original", "\xc3\x28")}}, tracetest.SpanStub{Name: "b"})
	spans := got.ResourceSpans[0].ScopeSpans[0].Spans
	if len(spans) != 2 || spans[0].Name != "a\uFFFD" || spans[0].Attributes[0].Value.GetStringValue() != "\uFFFD(" {
		t.Errorf("got %v", spans)
	}
}

func TestSpansAreGroupedByResourceAndScope(t *testing.T) {
	stub := func(service, scope, name string) tracetest.SpanStub {
		return tracetest.SpanStub{
			Name: name, Resource: resource.NewSchemaless(attribute.String("service.name", service)), InstrumentationScope: instrumentation.Scope{Name: scope},
		}
	}
	got := export(t, stub("a", "x", "1"), stub("b", "x", "2"), stub("a", "y", "3"), stub("a", "x", "4"))
	var names []string
	for _, r := range got.ResourceSpans {
		for _, s := range r.ScopeSpans {
			for _, span := range s.Spans {
				names = append(names, r.Resource.Attributes[0].Value.GetStringValue()+s.Scope.Name+span.Name)
			}
		}
	}
	want := []string{"ax1", "ax4", "ay3", "bx2"}
	if len(got.ResourceSpans) != 2 || len(names) != len(want) {
		t.Fatalf("want %v, got %v", want, names)
	}
	for i := range want {
		if names[i] != want[i] {
			t.Errorf("want %v, got %v", want, names)
		}
	}
}
