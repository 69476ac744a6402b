package transport

import (
	"net/http"
	"testing"
)

func TestMirrorTakesThePlaceOfOneAPI(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ to, url, want string }{
		"another server":         {"http://mirror.example:5000/ws/2/", "https://api.example/ws/2/release?q=a%2Fb", "http://mirror.example:5000/ws/2/release?q=a%2Fb"},
		"no mirror":              {"", "https://api.example/ws/2/release", "https://api.example/ws/2/release"},
		"what is not of the API": {"http://mirror.example/", "https://api.example/other", "https://api.example/other"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var got string
			m := &mirror{From: "https://api.example/ws/2/", To: c.to, Base: seen(func(r *http.Request) { got = r.URL.String() })}
			req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, c.url, http.NoBody)
			if err != nil {
				t.Fatal(err)
			}
			resp, err := m.RoundTrip(req)
			if err != nil {
				t.Fatal(err)
			}
			if err := resp.Body.Close(); err != nil {
				t.Fatal(err)
			}
			if got != c.want {
				t.Errorf("sent to %s, want %s", got, c.want)
			}
		})
	}
}

// seen is a transport that shows each request and answers with nothing.
type seen func(*http.Request)

func (s seen) RoundTrip(r *http.Request) (*http.Response, error) {
	s(r)
	return &http.Response{StatusCode: http.StatusNoContent, Header: http.Header{}, Body: http.NoBody, Request: r}, nil
}
