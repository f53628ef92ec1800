package lease

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// account is where the kubelet puts what a pod needs to call the API server.
const account = "/var/run/secrets/kubernetes.io/serviceaccount"

// Client reads and changes one Lease object.
//
// It speaks to the API server itself: two verbs on one small object. The typed client of k8s.io/client-go costs 19.2 MB of a static
// binary, its bare REST client with a scheme of this one type 4.4 MB; this file costs nothing beside net/http.
type Client struct {
	// URL of the object, https://<host>/apis/coordination.k8s.io/v1/namespaces/<namespace>/leases/<name>.
	URL string
	// HTTP carries the requests; its Timeout bounds each.
	HTTP *http.Client
	// Token is asked before each request: the kubelet renews the file behind it.
	Token func() (string, error)
}

// InCluster returns a client for a Lease in the namespace of this pod, by the pod's service account.
func InCluster(name string) (*Client, error) {
	host, port := os.Getenv("KUBERNETES_SERVICE_HOST"), os.Getenv("KUBERNETES_SERVICE_PORT")
	if host == "" || port == "" {
		return nil, errors.New("not in a cluster: KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are unset")
	}
	namespace, err := os.ReadFile(filepath.Join(account, "namespace"))
	if err != nil {
		return nil, fmt.Errorf("the pod has no service-account token: %w", err)
	}
	bundle, err := os.ReadFile(filepath.Join(account, "ca.crt"))
	if err != nil {
		return nil, fmt.Errorf("the pod has no service-account token: %w", err)
	}
	authorities := x509.NewCertPool()
	if !authorities.AppendCertsFromPEM(bundle) {
		return nil, errors.New("ca.crt of the service account holds no certificate")
	}
	return &Client{
		URL: fmt.Sprintf("https://%s/apis/coordination.k8s.io/v1/namespaces/%s/leases/%s",
			net.JoinHostPort(host, port), url.PathEscape(string(namespace)), url.PathEscape(name)),
		HTTP: &http.Client{
			Timeout:   5 * time.Second,
			Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: authorities}, Proxy: nil},
		},
		Token: func() (string, error) {
			token, err := os.ReadFile(filepath.Join(account, "token"))
			return strings.TrimSpace(string(token)), err
		},
	}, nil
}

func (c *Client) get(ctx context.Context) (object, error) {
	return c.do(ctx, http.MethodGet, nil)
}

// patch changes the fields of change and no others, so that labels and annotations of others survive. It fails with errConflict unless
// the object still is at the version that change names.
func (c *Client) patch(ctx context.Context, change object) (object, error) {
	body, err := json.Marshal(change)
	if err != nil {
		return object{}, err
	}
	return c.do(ctx, http.MethodPatch, body)
}

func (c *Client) do(ctx context.Context, method string, body []byte) (object, error) {
	request, err := http.NewRequestWithContext(ctx, method, c.URL, bytes.NewReader(body))
	if err != nil {
		return object{}, err
	}
	token, err := c.Token()
	if err != nil {
		return object{}, err
	}
	request.Header.Set("Authorization", "Bearer "+token)
	request.Header.Set("Accept", "application/json")
	request.Header.Set("User-Agent", "slipway-task")
	if method == http.MethodPatch {
		request.Header.Set("Content-Type", "application/merge-patch+json")
	}
	response, err := c.HTTP.Do(request)
	if err != nil {
		return object{}, err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(response.Body, 2<<20))
	if err != nil {
		return object{}, err
	}
	if response.StatusCode != http.StatusOK {
		return object{}, refusal(response.StatusCode, answer)
	}
	var o object
	if err := json.Unmarshal(answer, &o); err != nil {
		return object{}, fmt.Errorf("the API server sent no Lease: %w", err)
	}
	return o, nil
}
