package chains_test

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"tutti/internal/chains"
	"tutti/internal/config"
	"tutti/providers"
)

// base answers everything and remembers the request.
type base struct{ last *http.Request }

func (b *base) RoundTrip(r *http.Request) (*http.Response, error) {
	b.last = r
	return &http.Response{StatusCode: http.StatusOK, Body: io.NopCloser(strings.NewReader("{}")), Header: http.Header{}, Request: r}, nil
}

// keyed authorises with a key in a header.
type keyed string

func (k keyed) Authorize(r *http.Request) error {
	r.Header.Set("X-Key", string(k))
	return nil
}

func (keyed) Drop() {}

func service() providers.Factory {
	return providers.Factory{
		Info:   providers.Info{Name: "shop", Display: "Shop", Hosts: []string{"api.shop.example"}, APIBase: "https://api.shop.example/", Secrets: []string{"id", "key"}},
		Limits: providers.Limits{Starts: 5, Window: time.Second},
		Auth:   func(s providers.Secrets, _ *http.Client) providers.Authorizer { return keyed(s["id"] + s["key"]) },
	}
}

func TestNew(t *testing.T) {
	t.Parallel()
	anonymous := &providers.Limits{Headers: func(contact string) http.Header { return http.Header{"User-Agent": {"anonymous " + contact}} }}
	for name, c := range map[string]struct {
		secrets map[string]string
		change  func(*providers.Factory, *config.Config)
		missing string
		key     string
		agent   string
		sentTo  string
	}{
		"with credentials":    {map[string]string{"id": "a", "key": "b"}, nil, "", "ab", "Tutti/1 ( me@example.org )", "https://api.shop.example/x"},
		"one is missing":      {map[string]string{"id": "a"}, nil, "TUTTI_SHOP_KEY", "a", "Tutti/1 ( me@example.org )", "https://api.shop.example/x"},
		"all are missing":     {nil, nil, "TUTTI_SHOP_ID TUTTI_SHOP_KEY", "", "Tutti/1 ( me@example.org )", "https://api.shop.example/x"},
		"none are needed":     {nil, func(f *providers.Factory, _ *config.Config) { f.Anonymous = anonymous }, "", "", "anonymous me@example.org", "https://api.shop.example/x"},
		"one, and none would": {map[string]string{"id": "a"}, func(f *providers.Factory, _ *config.Config) { f.Anonymous = anonymous }, "TUTTI_SHOP_KEY", "a", "Tutti/1 ( me@example.org )", "https://api.shop.example/x"},
		"another server": {
			map[string]string{"id": "a", "key": "b"},
			func(_ *providers.Factory, cfg *config.Config) { cfg.UpstreamURL = "http://127.0.0.1:9/all" }, "", "ab",
			"Tutti/1 ( me@example.org )", "http://127.0.0.1:9/all/api.shop.example/x",
		},
		"a mirror of a service of MBIDs": {
			map[string]string{"id": "a", "key": "b"}, func(f *providers.Factory, cfg *config.Config) {
				f.Info.MBIDs, cfg.MusicBrainzURL = true, "https://mirror.example/"
			}, "", "ab", "Tutti/1 ( me@example.org )", "https://mirror.example/x",
		},
		"a mirror of another": {
			map[string]string{"id": "a", "key": "b"},
			func(_ *providers.Factory, cfg *config.Config) { cfg.MusicBrainzURL = "https://mirror.example/" }, "", "ab",
			"Tutti/1 ( me@example.org )", "https://api.shop.example/x",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f, cfg, net := service(), config.Config{Contact: "me@example.org"}, &base{}
			for k, v := range c.secrets {
				cfg.SetSecret("shop", k, config.NewSecret(v))
			}
			if c.change != nil {
				c.change(&f, &cfg)
			}
			chain, missing, err := chains.New(f, chains.Setup{Config: &cfg, Version: "1", Base: net})
			if err != nil {
				t.Fatal(err)
			}
			defer chain.Close()
			if got := strings.Join(missing, " "); got != c.missing {
				t.Errorf("missing are %q, want %q", got, c.missing)
			}
			r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "https://api.shop.example/x", http.NoBody)
			if err != nil {
				t.Fatal(err)
			}
			resp, err := chain.RoundTrip(r)
			if err != nil {
				t.Fatal(err)
			}
			if err := resp.Body.Close(); err != nil {
				t.Fatal(err)
			}
			h := net.last.Header
			if h.Get("X-Key") != c.key || h.Get("User-Agent") != c.agent || net.last.URL.String() != c.sentTo {
				t.Errorf("sent %s to %s with the key %q", h.Get("User-Agent"), net.last.URL, h.Get("X-Key"))
			}
		})
	}
}

func TestABadAddressIsAnError(t *testing.T) {
	t.Parallel()
	if _, _, err := chains.New(service(), chains.Setup{Config: &config.Config{UpstreamURL: "http://[::1"}}); err == nil {
		t.Error("it is accepted")
	}
}
