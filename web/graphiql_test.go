package web_test

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tutti/web"
)

// get asks a handler for a path with header fields given as name, value, name, value.
func get(t *testing.T, handler http.Handler, path string, fields ...string) *httptest.ResponseRecorder {
	t.Helper()
	return request(t, handler, http.MethodGet, path, fields...)
}

func request(t *testing.T, handler http.Handler, method, path string, fields ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequestWithContext(t.Context(), method, path, http.NoBody)
	for i := 0; i+1 < len(fields); i += 2 {
		r.Header.Add(fields[i], fields[i+1])
	}
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, r)
	return answer
}

// script returns the path of the page's own script.
func script(t *testing.T, handler http.Handler) string {
	t.Helper()
	found := regexp.MustCompile(`src="(graphiql/assets/index-[^"]+\.js)"`).FindStringSubmatch(get(t, handler, web.Path).Body.String())
	if found == nil {
		t.Fatal("the page names no script")
	}
	return "/" + found[1]
}

func TestAnswers(t *testing.T) {
	t.Parallel()
	handler := web.GraphiQL(web.Options{})
	asset := script(t, handler)
	tests := map[string]struct {
		method, path string
		status       int
		contentType  string
		cache        string
	}{
		"the page":               {http.MethodGet, "/graphiql", 200, "text/html; charset=utf-8", "no-cache"},
		"the page's head":        {http.MethodHead, "/graphiql", 200, "text/html; charset=utf-8", "no-cache"},
		"a page with a query":    {http.MethodGet, "/graphiql?query=%7B__typename%7D", 200, "text/html; charset=utf-8", "no-cache"},
		"a script":               {http.MethodGet, asset, 200, "text/javascript; charset=utf-8", "public, max-age=31536000, immutable"},
		"licences as text":       {http.MethodGet, "/graphiql/licenses.md", 200, "text/plain; charset=utf-8", "no-cache"},
		"a folder":               {http.MethodGet, "/graphiql/assets/", 404, "text/plain; charset=utf-8", ""},
		"a missing file":         {http.MethodGet, "/graphiql/assets/missing.js", 404, "text/plain; charset=utf-8", ""},
		"the packed name":        {http.MethodGet, asset + ".gz", 404, "text/plain; charset=utf-8", ""},
		"the manifest":           {http.MethodGet, "/graphiql/manifest.json", 404, "text/plain; charset=utf-8", ""},
		"the page's source name": {http.MethodGet, "/graphiql/index.html", 404, "text/plain; charset=utf-8", ""},
		"another path":           {http.MethodGet, "/graphiqlx", 404, "text/plain; charset=utf-8", ""},
		"a path that climbs":     {http.MethodGet, "/graphiql/assets/../../web.go", 404, "text/plain; charset=utf-8", ""},
		"a post":                 {http.MethodPost, "/graphiql", 405, "text/plain; charset=utf-8", ""},
		"a delete of a script":   {http.MethodDelete, asset, 405, "text/plain; charset=utf-8", ""},
		"a post to nothing":      {http.MethodPost, "/graphiql/missing", 404, "text/plain; charset=utf-8", ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := request(t, handler, test.method, test.path)
			if got.Code != test.status {
				t.Errorf("status is %d, want %d", got.Code, test.status)
			}
			if contentType := got.Header().Get("Content-Type"); contentType != test.contentType {
				t.Errorf("content type is %q, want %q", contentType, test.contentType)
			}
			if cache := got.Header().Get("Cache-Control"); cache != test.cache {
				t.Errorf("cache control is %q, want %q", cache, test.cache)
			}
			if allow := got.Header().Get("Allow"); (got.Code == 405) != (allow == "GET, HEAD") {
				t.Errorf("status %d has Allow %q", got.Code, allow)
			}
			checkSecurity(t, got.Header())
		})
	}
}

func checkSecurity(t *testing.T, h http.Header) {
	t.Helper()
	policy := map[string]bool{}
	for directive := range strings.SplitSeq(h.Get("Content-Security-Policy"), "; ") {
		policy[directive] = true
	}
	for _, directive := range []string{
		"default-src 'none'", "script-src 'self'", "worker-src 'self'", "connect-src 'self'",
		"base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
	} {
		if !policy[directive] {
			t.Errorf("the content security policy lacks %s: %v", directive, policy)
		}
	}
	for name, want := range map[string]string{
		"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer",
		"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Resource-Policy": "same-origin",
	} {
		if got := h.Get(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}

func TestSlashAtTheEndIsDropped(t *testing.T) {
	t.Parallel()
	got := get(t, web.GraphiQL(web.Options{}), "/graphiql/?query=%7Ba%7D")
	if location := got.Header().Get("Location"); got.Code != 308 || location != "../graphiql?query=%7Ba%7D" {
		t.Errorf("status is %d, location %q", got.Code, location)
	}
}

func TestEncodings(t *testing.T) {
	t.Parallel()
	handler := web.GraphiQL(web.Options{Examples: examples()})
	paths := []string{web.Path, script(t, handler), "/graphiql/licenses.md"}
	tests := map[string]struct {
		accept string
		want   string
	}{
		"nothing said":       {"", ""},
		"gzip":               {"gzip", "gzip"},
		"a browser":          {"gzip, deflate, br, zstd", "gzip"},
		"in capitals":        {"GZIP", "gzip"},
		"its old name":       {"x-gzip", "gzip"},
		"with a weight":      {"br;q=1.0, gzip;q=0.5", "gzip"},
		"anything":           {"*", "gzip"},
		"not gzip":           {"gzip;q=0, *", ""},
		"not gzip, again":    {"*, gzip;q=0.000", ""},
		"nothing at all":     {"*;q=0", ""},
		"another one":        {"br", ""},
		"identity":           {"identity", ""},
		"an unclear weight":  {"gzip;q=much", ""},
		"a longer name only": {"gzipped", ""},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, path := range paths {
				got := get(t, handler, path, "Accept-Encoding", test.accept)
				if encoding := got.Header().Get("Content-Encoding"); encoding != test.want {
					t.Errorf("%s: encoding is %q, want %q", path, encoding, test.want)
				}
				if vary := got.Header().Get("Vary"); vary != "Accept-Encoding" {
					t.Errorf("%s: Vary is %q", path, vary)
				}
				if plain, want := body(t, got), body(t, get(t, handler, path)); plain != want {
					t.Errorf("%s: content differs from the content without encoding", path)
				}
			}
		})
	}
}

// body returns the content, decompressed, and checks its announced length.
func body(t *testing.T, answer *httptest.ResponseRecorder) string {
	t.Helper()
	if length := answer.Header().Get("Content-Length"); length != strconv.Itoa(answer.Body.Len()) {
		t.Errorf("content length is %q for %d bytes", length, answer.Body.Len())
	}
	if answer.Header().Get("Content-Encoding") == "" {
		return answer.Body.String()
	}
	zip, err := gzip.NewReader(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(zip)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

func TestHeadHasTheHeadersOfGet(t *testing.T) {
	t.Parallel()
	handler := web.GraphiQL(web.Options{})
	for _, accept := range []string{"gzip", "identity"} {
		for _, path := range []string{web.Path, script(t, handler)} {
			head := request(t, handler, http.MethodHead, path, "Accept-Encoding", accept)
			full := get(t, handler, path, "Accept-Encoding", accept)
			if head.Body.Len() != 0 {
				t.Errorf("%s: HEAD has %d bytes of content", path, head.Body.Len())
			}
			for _, name := range []string{"Content-Length", "Content-Encoding", "Content-Type", "ETag", "Cache-Control"} {
				if got, want := head.Header().Get(name), full.Header().Get(name); got != want {
					t.Errorf("%s: %s is %q with HEAD and %q with GET", path, name, got, want)
				}
			}
		}
	}
}

func TestEntityTags(t *testing.T) {
	t.Parallel()
	handler := web.GraphiQL(web.Options{})
	tag := get(t, handler, web.Path).Header().Get("ETag")
	tests := map[string]struct {
		sent string
		want int
	}{
		"the same":                   {tag, 304},
		"the same, strong":           {strings.TrimPrefix(tag, "W/"), 304},
		"one of several":             {`"other", ` + tag, 304},
		"any":                        {"*", 304},
		"another":                    {`W/"other"`, 200},
		"none":                       {"", 200},
		"that of a page with others": {get(t, web.GraphiQL(web.Options{Examples: examples()}), web.Path).Header().Get("ETag"), 200},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := get(t, handler, web.Path, "If-None-Match", test.sent)
			if got.Code != test.want {
				t.Errorf("status is %d, want %d", got.Code, test.want)
			}
			if got.Code == 304 && got.Body.Len() > 0 {
				t.Error("304 has content")
			}
			if got.Header().Get("ETag") != tag {
				t.Errorf("tag is %s, want %s", got.Header().Get("ETag"), tag)
			}
		})
	}
}

func TestConfigurationIsData(t *testing.T) {
	t.Parallel()
	page := get(t, web.GraphiQL(web.Options{Endpoint: "/api?a=1&b=</script>", Examples: examples()}), web.Path).Body.String()
	blocks := regexp.MustCompile(`(?s)<script type="application/json" id="cfg">(.*?)</script>`).FindStringSubmatch(page)
	if blocks == nil {
		t.Fatal("no block of data in the page")
	}
	if strings.ContainsAny(blocks[1], "<>&") {
		t.Errorf("a character that HTML knows stands in the block: %s", blocks[1])
	}
	var got struct {
		Endpoint string
		Examples []web.Example
	}
	if err := json.Unmarshal([]byte(blocks[1]), &got); err != nil {
		t.Fatal(err)
	}
	if got.Endpoint != "/api?a=1&b=</script>" {
		t.Errorf("endpoint is %q", got.Endpoint)
	}
	for i, want := range examples() {
		if i >= len(got.Examples) || got.Examples[i] != want {
			t.Errorf("example %d is not %+v", i, want)
		}
	}
	if scripts := strings.Count(page, "<script"); scripts != 2 {
		t.Errorf("the page has %d scripts, want the block of data and one file", scripts)
	}
}

func TestPageNamesNoOtherHost(t *testing.T) {
	t.Parallel()
	handler := web.GraphiQL(web.Options{})
	page := get(t, handler, web.Path).Body.String()
	if strings.Contains(page, "//") {
		t.Errorf("the page names an address with a host:\n%s", page)
	}
	names := regexp.MustCompile(`(?:src|href)="([^"]+)"`).FindAllStringSubmatch(page, -1)
	if len(names) == 0 {
		t.Fatal("the page names no file")
	}
	for _, name := range names {
		if got := get(t, handler, "/"+name[1]); got.Code != http.StatusOK {
			t.Errorf("the page names %s, which is answered with %d", name[1], got.Code)
		}
	}
}

// TestStylesNameNoOtherHost reads what style sheets load. (What scripts load, the browser test sees and the policy
// holds.)
func TestStylesNameNoOtherHost(t *testing.T) {
	t.Parallel()
	handler := web.GraphiQL(web.Options{})
	sheets, loads := 0, 0
	for name := range manifest(t).Files {
		if !strings.HasSuffix(name, ".css") {
			continue
		}
		sheets++
		content := get(t, handler, web.Path+"/"+name).Body.String()
		for _, load := range regexp.MustCompile(`url\(["']?([^"')]{1,60})|@import\s*(.{1,60})`).FindAllStringSubmatch(content, -1) {
			loads++
			if target := load[1] + load[2]; !strings.HasPrefix(target, "data:") && !strings.HasPrefix(target, "./") {
				t.Errorf("%s loads %s", name, target)
			}
		}
	}
	if sheets == 0 || loads == 0 {
		t.Errorf("saw %d style sheets that load %d things: this test is blind", sheets, loads)
	}
}

func TestLinkOpensTheExample(t *testing.T) {
	t.Parallel()
	example := web.Example{Title: "x", Query: "query A($b: ID!) { c(d: $b) & # ?\n}", Variables: `{"b": "ü+1"}`}
	link, err := url.Parse(example.Link("http://127.0.0.1:8000/graphiql"))
	if err != nil {
		t.Fatal(err)
	}
	if link.Path != web.Path || link.Query().Get("query") != example.Query || link.Query().Get("variables") != example.Variables {
		t.Errorf("the link is %s", link)
	}
	if link := (web.Example{Query: "{a}"}).Link("/graphiql"); link != "/graphiql?query=%7Ba%7D" {
		t.Errorf("the link without variables is %s", link)
	}
}
