package middleware

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/gin-gonic/gin"

	"slipway.dev/services/orders/internal/logging"
)

func TestMain(m *testing.M) {
	gin.SetMode(gin.ReleaseMode)
	m.Run()
}

// panicking serves a handler behind Recovery over a real connection, as only that can be cut.
func panicking(t *testing.T, handler gin.HandlerFunc) (get func() (*http.Response, error), logs *bytes.Buffer) {
	t.Helper()
	logs = &bytes.Buffer{}
	engine := gin.New()
	engine.GET("/", Recovery(logging.New(logs, nil, "orders")), handler)
	server := httptest.NewUnstartedServer(engine)
	server.Config.ErrorLog = nil
	server.Start()
	t.Cleanup(server.Close)
	return func() (*http.Response, error) { return server.Client().Get(server.URL) }, logs
}

func TestAPanicIsALoggedProblemThatTellsTheClientNothing(t *testing.T) {
	get, logs := panicking(t, func(*gin.Context) { panic("canary-5ecret") })
	r, err := get()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	var body bytes.Buffer
	_, _ = body.ReadFrom(r.Body)
	if r.StatusCode != 500 || strings.Contains(body.String(), "5ecret") || r.Header.Get("Content-Type") != "application/problem+json" {
		t.Errorf("got %d %s", r.StatusCode, body.String())
	}
	if got := logs.String(); !strings.Contains(got, `"msg":"panic"`) || !strings.Contains(got, "canary-5ecret") || !strings.Contains(got, "recovery_test.go") || strings.Count(got, "\n") != 1 {
		t.Errorf("want the cause and its stack on one line, got %s", got)
	}
}

func TestAPanicAfterTheFirstByteCutsTheConnection(t *testing.T) {
	get, _ := panicking(t, func(c *gin.Context) {
		c.String(200, "half an ans")
		c.Writer.Flush()
		panic("late")
	})
	r, err := get()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	if _, err := new(bytes.Buffer).ReadFrom(r.Body); err == nil {
		t.Error("want the client to notice that the answer is not whole")
	}
}

func TestAHandlerThatAbortsOnPurposeIsNotLogged(t *testing.T) {
	get, logs := panicking(t, func(*gin.Context) { panic(http.ErrAbortHandler) })
	if r, err := get(); err == nil {
		_ = r.Body.Close()
		t.Errorf("want a cut connection, got %d", r.StatusCode)
	}
	if logs.Len() > 0 {
		t.Errorf("got %s", logs)
	}
}
