package transport

import (
	"net/http"
	"net/url"
	"strings"
	"testing"
)

func TestHosts(t *testing.T) {
	t.Parallel()
	h := &hosts{Service: "x", Base: always(200, ""), Origins: origins([]string{
		"api.example.org", "www.example.org:8443", "http://mirror:5000", "*.band.example", "*.port.example:8443",
	})}
	for name, c := range map[string]struct {
		url  string
		host string // header
		want bool
	}{
		"a declared host":                 {"https://api.example.org/x", "", true},
		"in capitals":                     {"https://API.Example.org/x", "", true},
		"with the usual port":             {"https://api.example.org:443/x", "", true},
		"with another port":               {"https://api.example.org:444/x", "", false},
		"a declared port":                 {"https://www.example.org:8443/", "", true},
		"without the declared port":       {"https://www.example.org/", "", false},
		"a host below":                    {"https://evil.api.example.org/", "", false},
		"a host beside":                   {"https://api.example.org.evil.com/", "", false},
		"a trailing dot":                  {"https://api.example.org./", "", false},
		"plain http":                      {"http://api.example.org/", "", false},
		"a mirror declared as plain http": {"http://mirror:5000/ws/2/", "", true},
		"the mirror by https":             {"https://mirror:5000/ws/2/", "", false},
		"a user":                          {"https://api.example.org@api.example.org/", "", false},
		"no host":                         {"https:///x", "", false},
		"no hierarchy":                    {"https:api.example.org", "", false},
		"an address":                      {"https://127.0.0.1/", "", false},
		"any one label":                   {"https://some-band_7.band.example/album/x", "", true},
		"any one label in capitals":       {"https://Some-Band.Band.Example:443/", "", true},
		"one label, and its header":       {"https://a.band.example/", "a.band.example", true},
		"one label, and another's header": {"https://a.band.example/", "b.band.example", false},
		"no label":                        {"https://band.example/", "", false},
		"an empty label":                  {"https://.band.example/", "", false},
		"two labels":                      {"https://a.b.band.example/", "", false},
		"the label glued to the rest":     {"https://evilband.example/", "", false},
		"one label, and more behind":      {"https://a.band.example.evil.com/", "", false},
		"one label by plain http":         {"http://a.band.example/", "", false},
		"one label and a port":            {"https://a.band.example:8443/", "", false},
		"one label and the declared port": {"https://a.port.example:8443/", "", true},
		"the pattern itself":              {"https://*.band.example/", "", false},
		"a label that is none":            {"https://a%C3%A4.band.example/", "", false},
		"a label beyond all measure":      {"https://" + strings.Repeat("a", 64) + ".band.example/", "", false},
		"another Host header":             {"https://api.example.org/", "evil.com", false},
		"the same Host header":            {"https://api.example.org/", "api.example.org", true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			u, err := url.Parse(c.url)
			if err != nil {
				t.Fatal(err)
			}
			r := (&http.Request{Method: http.MethodGet, URL: u, Host: c.host}).WithContext(t.Context())
			_, err = send(t, h, r)
			if c.want && err != nil {
				t.Error(err)
			}
			if !c.want {
				wantFault(t, err, KindForeignHost)
			}
		})
	}
}

func TestUpstream(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ upstream, url, want string }{
		"path and query":         {"http://127.0.0.1:9000", "https://api.deezer.com/album/1?limit=2", "http://127.0.0.1:9000/api.deezer.com/album/1?limit=2"},
		"upstream with a path":   {"http://proxy/egress/", "https://api.deezer.com/album/1", "http://proxy/egress/api.deezer.com/album/1"},
		"escaped path":           {"http://proxy", "https://h.org/a%2Fb/c%20d", "http://proxy/h.org/a%2Fb/c%20d"},
		"no path":                {"http://proxy", "https://h.org", "http://proxy/h.org/"},
		"host in capitals":       {"http://proxy", "https://H.org:443/", "http://proxy/h.org/"},
		"query kept as it was":   {"http://proxy", "https://h.org/?q=a+b%2Bc;d", "http://proxy/h.org/?q=a+b%2Bc;d"},
		"any one label":          {"http://proxy", "https://some-band.band.example/album/x", "http://proxy/some-band.band.example/album/x"},
		"no upstream, no change": {"", "https://h.org/x?y", "https://h.org/x?y"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := &upstream{Base: base(func(r *http.Request) (*http.Response, error) {
				if r.URL.String() != c.want || r.Host != r.URL.Host {
					t.Errorf("sent to %s with host %s, want %s", r.URL, r.Host, c.want)
				}
				return answer(200, ""), nil
			})}
			if c.upstream != "" {
				l.URL = mustURL(t, c.upstream)
			}
			r := get(t.Context(), t, c.url)
			if _, err := send(t, l, r); err != nil {
				t.Fatal(err)
			}
			if r.URL.String() != c.url {
				t.Errorf("the caller's request became %s", r.URL)
			}
		})
	}
}

func TestUpstreamTranslatesRedirectsToItself(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ location, want string }{
		"to itself":        {"http://proxy/egress/h.org/b?x=1", "https://h.org/b?x=1"},
		"to another host":  {"https://other.org/b", "https://other.org/b"},
		"relative":         {"/b", "/b"},
		"outside its path": {"http://proxy/h.org/b", "http://proxy/h.org/b"},
		"nowhere":          {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := &upstream{URL: mustURL(t, "http://proxy/egress"), Base: always(302, "", "Location", c.location)}
			answered, err := send(t, l, get(t.Context(), t, "https://h.org/a"))
			if err != nil {
				t.Fatal(err)
			}
			if got := answered.header.Get("Location"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestAnyLabelThroughAnUpstream holds that the upstream is told the host that was meant, that a redirect to a host with another label
// is followed, and that one to a host which is not declared is not.
func TestAnyLabelThroughAnUpstream(t *testing.T) {
	t.Parallel()
	var sent []string
	leads := map[string]string{"/old.band.example/a": "/new.band.example/b", "/gone.band.example/a": "/evil.example/b"}
	network := base(func(r *http.Request) (*http.Response, error) {
		sent = append(sent, r.URL.Path)
		if to := leads[r.URL.Path]; to != "" {
			return answer(http.StatusFound, "", "Location", "http://proxy"+to), nil
		}
		return answer(http.StatusOK, "here"), nil
	})
	c := New(Service{Name: "x", Hosts: []string{"*.band.example"}}, Options{Base: network, Upstream: mustURL(t, "http://proxy")})
	t.Cleanup(c.Close)
	answered, err := send(t, c, get(t.Context(), t, "https://old.band.example/a"))
	if err != nil || answered.text != "here" {
		t.Errorf("got %q, %v", answered.text, err)
	}
	_, err = send(t, c, get(t.Context(), t, "https://gone.band.example/a"))
	wantFault(t, err, KindForeignHost)
	if got := strings.Join(sent, " "); got != "/old.band.example/a /new.band.example/b /gone.band.example/a" {
		t.Errorf("sent %s", got)
	}
}

func mustURL(t *testing.T, s string) *url.URL {
	t.Helper()
	u, err := url.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return u
}
