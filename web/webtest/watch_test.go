package webtest

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// recorder is a test that notes its errors instead of failing.
type recorder struct {
	testing.TB
	errors []string
}

func (r *recorder) Errorf(format string, args ...any) {
	r.errors = append(r.errors, fmt.Sprintf(format, args...))
}

func (r *recorder) Error(args ...any) {
	r.errors = append(r.errors, fmt.Sprint(args...))
}

// serve answers every path with the page and a policy that allows scripts of the page's own only by file.
func serve(t *testing.T, page, script string) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", "script-src 'self'")
		switch r.URL.Path {
		case "/script.js":
			w.Header().Set("Content-Type", "text/javascript")
			_, _ = io.WriteString(w, script)
		case "/":
			_, _ = io.WriteString(w, `<!doctype html><link rel="icon" href="data:,"><title>x</title>`+page)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL
}

func TestWatchComplains(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ page, script, want string }{
		"about a request to another host": {
			page: `<img src="http://elsewhere.invalid/picture">`, want: "request to another host: http://elsewhere.invalid/",
		},
		"about an inline script": {page: `<script>window.x = 1</script>`, want: "the content security policy refused script-src"},
		"about evaluated code":   {script: `try { eval('1') } catch {}`, want: "the content security policy refused script-src"},
		"about an error in the console": {
			script: `console.error('wrong', 7)`, want: `console: "wrong" 7`,
		},
		"about an exception":    {script: `throw new Error('thrown')`, want: "exception: Uncaught Error: thrown"},
		"about a missing file":  {page: `<img src="/missing.png">`, want: "browser's log, network: Failed to load resource"},
		"about nothing at all":  {script: `console.info('fine')`},
		"not about data images": {page: `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">`},
	}
	ctx := open(t)
	for name, test := range tests { //nolint:paralleltest // the steps share one tab of one browser
		t.Run(name, func(t *testing.T) {
			url := serve(t, test.page+`<script src="/script.js"></script>`, test.script)
			w := watchTab(ctx, t, url)
			do(ctx, t, "open the page", chromedp.Navigate(url))
			waitFor(ctx, t, "the page", `document.readyState === 'complete'`)

			got := &recorder{TB: t}
			w.check(ctx, got)
			all := strings.Join(got.errors, "\n")
			if test.want == "" && all != "" || !strings.Contains(all, test.want) {
				t.Errorf("complaints are %q, want one with %q", all, test.want)
			}
		})
	}
}
