package transport

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"
)

// hop is a request as the network saw it.
type hop struct{ method, url, auth, agent, body string }

func TestRedirects(t *testing.T) {
	t.Parallel()
	const from = "https://api.example.org/a"
	post := hop{"POST", from, "t", "tutti", "q"}
	plain := hop{"GET", from, "t", "tutti", ""}
	for name, c := range map[string]struct {
		status int
		to     string
		first  hop
		then   []hop // further hops
		kind   Kind  // of the fault; 0: none
		broke  bool  // the budget allows none
	}{
		"on the same host":                     {302, "/b?x=1", plain, []hop{{"GET", "https://api.example.org/b?x=1", "t", "tutti", ""}}, 0, false},
		"to another declared host":             {301, "https://www.example.org/b", plain, []hop{{"GET", "https://www.example.org/b", "", "tutti", ""}}, 0, false},
		"with a fragment":                      {302, "/b#top", plain, []hop{{"GET", "https://api.example.org/b", "t", "tutti", ""}}, 0, false},
		"to a foreign host":                    {302, "https://evil.example.com/?key=secret", plain, nil, KindForeignHost, false},
		"to plain http of the same host":       {301, "http://api.example.org/b", plain, []hop{{"GET", "https://api.example.org/b", "t", "tutti", ""}}, 0, false},
		"to plain http of another host":        {302, "http://www.example.org/b", plain, nil, KindForeignHost, false},
		"to a file":                            {302, "file:///etc/passwd", plain, nil, KindForeignHost, false},
		"to a host with a user":                {302, "https://user:secret@api.example.org/", plain, nil, KindForeignHost, false},
		"to another port":                      {302, "https://api.example.org:8443/", plain, nil, KindForeignHost, false},
		"to what is no URL":                    {302, "https://[secret", plain, nil, KindMalformed, false},
		"without a place":                      {302, "", plain, nil, 0, false},
		"not modified":                         {304, "/b", plain, nil, 0, false},
		"POST becomes GET on 303":              {303, "/b", post, []hop{{"GET", "https://api.example.org/b", "t", "tutti", ""}}, 0, false},
		"POST stays on 302":                    {302, "/b", post, []hop{{"POST", "https://api.example.org/b", "t", "tutti", "q"}}, 0, false},
		"POST stays on 307":                    {307, "/b", post, []hop{{"POST", "https://api.example.org/b", "t", "tutti", "q"}}, 0, false},
		"POST is not repeated to another host": {308, "https://www.example.org/b", post, nil, KindMalformed, false},
		"POST becomes GET to another host":     {303, "https://www.example.org/b", post, []hop{{"GET", "https://www.example.org/b", "", "tutti", ""}}, 0, false},
		"more than the budget allows":          {302, "/b", plain, nil, KindBudget, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var seen []hop
			declared := &hosts{Service: "x", Origins: origins([]string{"api.example.org", "www.example.org"})}
			network := base(func(r *http.Request) (*http.Response, error) {
				seen = append(seen, see(t, r))
				if len(seen) == 1 {
					return answer(c.status, "", "Location", c.to), nil
				}
				return answer(200, ""), nil
			})
			l := &redirects{Base: network, Service: "x", Check: declared.Check}
			ctx := withExchange(t.Context(), &exchange{plain: http.Header{"User-Agent": {"tutti"}}})
			r, err := http.NewRequestWithContext(WithMeter(ctx, &account{noRedirect: c.broke}), c.first.method, from, strings.NewReader(c.first.body))
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("User-Agent", "tutti")
			r.Header.Set("Authorization", "t")
			got, err := send(t, l, r)
			if c.kind != 0 {
				f := faultOf(t, err, c.kind)
				if strings.Contains(f.Error(), "secret") {
					t.Errorf("the fault %q quotes the place", f)
				}
			} else if err != nil {
				t.Fatal(err)
			} else if want := append([]hop{c.first}, c.then...); got.request.URL.String() != want[len(want)-1].url {
				t.Errorf("got an answer about %s, want the last hop", got.request.URL)
			}
			if want := append([]hop{c.first}, c.then...); !slices.Equal(seen, want) {
				t.Errorf("got hops %v, want %v", seen, want)
			}
		})
	}
}

func see(t *testing.T, r *http.Request) hop {
	t.Helper()
	h := hop{r.Method, r.URL.String(), r.Header.Get("Authorization"), r.Header.Get("User-Agent"), ""}
	if r.Body != nil {
		h.body = text(t, r.Body)
	}
	return h
}

func TestRedirectsStopInALoop(t *testing.T) {
	t.Parallel()
	sent := 0
	l := &redirects{Service: "x", Base: base(func(*http.Request) (*http.Response, error) {
		sent++
		return answer(302, "", "Location", fmt.Sprintf("/%d", sent)), nil
	})}
	m := &account{}
	_, err := send(t, l, get(WithMeter(t.Context(), m), t, "https://api.example.org/"))
	wantFault(t, err, KindMalformed)
	if sent != 1+maxRedirects || m.redirects != maxRedirects {
		t.Errorf("sent %d with %d redirects counted, want %d and %d", sent, m.redirects, 1+maxRedirects, maxRedirects)
	}
}

func TestCredentialsDoNotComeBackAfterADetour(t *testing.T) {
	t.Parallel()
	to := []string{"https://www.example.org/", "https://api.example.org/back"}
	var seen []string
	l := &redirects{Base: base(func(r *http.Request) (*http.Response, error) {
		seen = append(seen, r.Header.Get("Authorization"))
		if len(seen) <= len(to) {
			return answer(302, "", "Location", to[len(seen)-1]), nil
		}
		return answer(200, ""), nil
	})}
	r := get(t.Context(), t, "https://api.example.org/")
	r.Header.Set("Authorization", "t")
	if _, err := send(t, l, r); err != nil {
		t.Fatal(err)
	}
	if want := []string{"t", "", ""}; !slices.Equal(seen, want) {
		t.Errorf("got credentials %q, want them on the first hop alone", seen)
	}
}
