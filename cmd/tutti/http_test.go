package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"tutti/internal/emulator"
	"tutti/internal/server"
	"tutti/internal/telemetry"
)

const graphQL = "application/graphql-response+json"

// TestRequestsOverHTTP sends good and bad requests, and looks at status, media type, code and what is left of the answer.
func TestRequestsOverHTTP(t *testing.T) {
	t.Parallel()
	h := newHouse(t, "TUTTI_MAX_BODY_BYTES=1kB", "TUTTI_MAX_DEPTH=5", "TUTTI_MAX_ALIASES=2", "TUTTI_MAX_TOKENS=60", "TUTTI_MAX_BATCH=2")
	query := func(q string) string { return body(t, q) }
	one := `{release(by:{gtin:"` + paperLanterns + `"}){`
	for name, c := range map[string]struct {
		method, path, body string
		fields             []string
		status             int
		want               []string
		not                string
	}{
		"a query":                           {body: query("{__typename}"), status: 200, want: []string{`{"data":{"__typename":"Query"}}`}},
		"a query by GET":                    {method: "GET", path: "?query=" + url.QueryEscape("{__typename}"), status: 200, want: []string{`"Query"`}},
		"variables by GET that are no JSON": {method: "GET", path: "?query=x&variables=%7B", status: 400, want: []string{"BAD_REQUEST", "variables"}},
		"nothing asked":                     {body: `{}`, status: 400, want: []string{"BAD_REQUEST", "query is missing"}, not: `"data"`},
		"no JSON":                           {body: `secret{`, status: 400, want: []string{"BAD_REQUEST", "JSON object"}, not: "secret"},
		"query of another type":             {body: `{"query":1}`, status: 400, want: []string{"query must not be a JSON number"}},
		"another content type":              {body: `x`, fields: []string{"Content-Type", "text/plain"}, status: 415, want: []string{"application/json"}},
		"another method":                    {method: "PUT", body: `{}`, status: 400, want: nil},
		"too large a body":                  {body: query("{__typename} #" + strings.Repeat("x", 1200)), status: 413, want: []string{"BODY_TOO_LARGE", "1000 bytes"}},
		"a syntax error":                    {body: query("{"), fields: []string{"Accept", graphQL}, status: 400, want: []string{`"code":"GRAPHQL_PARSE_FAILED"`, `"locations":[{"line":1`}, not: `"data"`},
		"a syntax error for old clients":    {body: query("{"), fields: []string{"Accept", "application/json"}, status: 200, want: []string{`"code":"GRAPHQL_PARSE_FAILED"`}, not: `"data"`},
		"an unknown field":                  {body: query(one + "colour}}"), fields: []string{"Accept", graphQL}, status: 400, want: []string{"colour", "GRAPHQL_VALIDATION_FAILED"}},
		"a variable of another type":        {body: `{"query":"query($g:GTIN!){release(by:{gtin:$g}){title}}","variables":{"g":[1]}}`, status: 200, want: []string{"GTIN must be a text", "BAD_USER_INPUT", `"path":["release","by","gtin"]`}},
		"an unknown provider":               {body: query(`{release(by:{provider:{provider:NOBODY,id:"1"}}){title}}`), fields: []string{"Accept", graphQL}, status: 400, want: []string{"NOBODY", `"code":"GRAPHQL_VALIDATION_FAILED"`}},
		"an unknown provider in a variable": {body: `{"query":"query($b:ReleaseBy!){release(by:$b){title} __typename}","variables":{"b":{"provider":{"provider":"NOBODY","id":"1"}}}}`, status: 200, want: []string{"NOBODY", `"code":"GRAPHQL_VALIDATION_FAILED"`}},
		"a barcode of odd length":           {body: query(`{release(by:{gtin:"123"}){title} __typename}`), status: 200, want: []string{"8, 12, 13 or 14", `"code":"BAD_USER_INPUT"`, `"path":["release"`, `"release":null`, `"Query"`}},
		"a wrong check digit":               {body: query(`{release(by:{gtin:"4099998000014"}){title} __typename}`), status: 200, want: []string{"check digit", `"code":"BAD_USER_INPUT"`, `"path":["release"`, `"release":null`, `"Query"`}},
		"a barcode with letters":            {body: query(`{release(by:{gtin:"40999980000a3"}){title} __typename}`), status: 200, want: []string{"digit", `"code":"BAD_USER_INPUT"`, `"path":["release"`, `"release":null`, `"Query"`}},
		"a malformed URL":                   {body: query(`{release(by:{url:"https://[::1"}){title} __typename}`), status: 200, want: []string{"[::1", `"code":"BAD_USER_INPUT"`, `"path":["release"`, `"release":null`, `"Query"`}},
		"too deep":                          {body: query(one + "media{tracks{artists{artist{name}}}}}}"), fields: []string{"Accept", graphQL}, status: 400, want: []string{"QUERY_TOO_DEEP", "at most 5"}},
		"too many aliases":                  {body: query("{a:__typename b:__typename c:__typename}"), status: 200, want: []string{"TOO_MANY_ALIASES", "at most 2"}},
		"too many tokens":                   {body: query("{" + strings.Repeat("__typename ", 80) + "}"), status: 200, want: []string{`"code":"TOO_MANY_TOKENS"`, "at most 60"}, not: `"Query"`},
		"as many tokens as allowed":         {body: query("{" + strings.Repeat("__typename ", 57) + "}"), status: 200, want: []string{`{"data":{"__typename":"Query"}}`}},
		"too large a batch":                 {body: query(`{releases(by:[{gtin:"1"},{gtin:"2"},{gtin:"3"}]){complete}}`), status: 200, want: []string{"at most 2 releases at once, not 3", `"code":"BAD_USER_INPUT"`, `"releases":null`}},
		"a foreign URL":                     {body: query(`{release(by:{url:"https://nobody.example/1"}){title}}`), status: 200, want: []string{"BAD_USER_INPUT", "nobody.example"}},
		"two ways at once":                  {body: query(`query($b:ReleaseBy!){release(by:$b){title}}`), status: 200, want: []string{`"errors"`}},
		"a foreign id":                      {body: query(`{node(id:"x"){id} __typename}`), status: 200, want: []string{"BAD_USER_INPUT", `"node":null`, `"Query"`}},
		"health":                            {method: "GET", path: "/../healthz", status: 200, want: []string{`"alive"`}},
		"readiness":                         {method: "GET", path: "/../readyz", status: 200, want: []string{`"store"`, `"deezer"`}},
		"figures":                           {method: "GET", path: "/../metrics", status: 200, want: []string{"go_goroutines"}},
		"the root leads to the console":     {method: "GET", path: "/../", status: 302},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			method, fields := c.method, c.fields
			if method == "" {
				method = http.MethodPost
			}
			if fields == nil || fields[0] == "Accept" {
				fields = append([]string{"Content-Type", "application/json"}, fields...)
			}
			path := "/graphql" + c.path
			if p, ok := strings.CutPrefix(c.path, "/.."); ok {
				path = p
			}
			resp, body := h.send(t, method, path, c.body, fields...)
			if resp.StatusCode != c.status {
				t.Errorf("status %d, want %d: %s", resp.StatusCode, c.status, body)
			}
			for _, want := range c.want {
				if !strings.Contains(body, want) {
					t.Errorf("the answer lacks %s: %s", want, body)
				}
			}
			if c.not != "" && strings.Contains(body, c.not) || strings.Contains(body, "goroutine ") && path == "/graphql" {
				t.Errorf("the answer has what it must not: %s", body)
			}
		})
	}
}

// TestDoubledAliases sends fragments that use each other twice, 64 times: their aliases are too many for an int.
func TestDoubledAliases(t *testing.T) {
	t.Parallel()
	_, answer := newHouse(t).send(t, http.MethodPost, "/graphql", body(t, doubled(64)), "Content-Type", "application/json")
	if !strings.Contains(answer, `"code":"TOO_MANY_ALIASES"`) {
		t.Errorf("answered %s", answer)
	}
}

// doubled is a query of n fragments that each use the one before twice, of which the first has an alias.
func doubled(n int) string {
	var b strings.Builder
	b.WriteString("fragment f0 on Query { a: __typename }\n")
	for i := range n {
		fmt.Fprintf(&b, "fragment f%d on Query { ...f%d ...f%d }\n", i+1, i, i)
	}
	fmt.Fprintf(&b, "{ ...f%d }", n)
	return b.String()
}

// body is a query as it is posted.
func body(t *testing.T, query string) string {
	t.Helper()
	b, err := json.Marshal(map[string]any{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// TestRequestLinesHaveTheTrace holds that the log line of a GraphQL request leads to its trace.
func TestRequestLinesHaveTheTrace(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	h.ask(t, "{__typename}")
	h.send(t, http.MethodPost, "/graphql", "no JSON", "Content-Type", "application/json")
	h.send(t, http.MethodGet, "/healthz", "")
	traces := map[string]bool{}
	for _, s := range h.spans.GetSpans() {
		if s.Name == "POST /graphql" {
			traces[s.SpanContext.TraceID().String()] = true
		}
	}
	seen := 0
	for _, line := range h.log.of(telemetry.ComponentRequests) {
		id, has := line[telemetry.AttrTraceID].(string)
		switch line["path"] {
		case "/graphql":
			seen++
			if !traces[id] {
				t.Errorf("the line %v has not the id of one of the traces %v", line, traces)
			}
		default:
			if has {
				t.Errorf("the line %v has a trace, though nobody traces such requests", line)
			}
		}
	}
	if seen != 2 || len(traces) != 2 {
		t.Errorf("%d lines and %d traces, want 2 of each", seen, len(traces))
	}
}

// TestNoClientWaitsLongerThanTheOperatorAllows asks a slow service, with and without a deadline.
func TestNoClientWaitsLongerThanTheOperatorAllows(t *testing.T) {
	t.Parallel()
	h := newHouse(t, "TUTTI_MAX_DEADLINE=50ms")
	h.services.Behave(func(b *emulator.Behaviour) { b.Latency = time.Second })
	for name, deadline := range map[string]string{"the operator's": "", "a longer one": "deadlineMs: 60000,", "far too long a one": "deadlineMs: 2147483647,"} {
		answer := h.ask(t, `{releaseLookup(by:{gtin:"`+paperLanterns+`"},options:{`+deadline+`freshness:FRESH,providers:[DEEZER]}){reports{status}}}`)
		if answer != `{"data":{"releaseLookup":{"reports":[{"status":"PENDING"}]}}}` {
			t.Errorf("%s: answered %s", name, answer)
		}
	}
}

func TestIntrospectionMayBeTurnedOff(t *testing.T) {
	t.Parallel()
	closed, open := newHouse(t, "TUTTI_INTROSPECTION=false"), newHouse(t)
	for _, query := range []string{"{__schema{queryType{name}} __typename}", `{__type(name:"Query"){name} __typename}`} {
		answer := closed.ask(t, query)
		if !strings.Contains(answer, `"code":"INTROSPECTION_DISABLED"`) || strings.Contains(answer, `"name":"Query"`) {
			t.Errorf("turned off, %s is answered %s", query, answer)
		}
		if answer := open.ask(t, query); !strings.Contains(answer, `"name":"Query"`) || strings.Contains(answer, "errors") {
			t.Errorf("by default, %s is answered %s", query, answer)
		}
	}
}

func TestAnAnswerIsKeptWithItsTagUntilItExpires(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	path := "/graphql?query=" + url.QueryEscape(`{release(by:{gtin:"`+paperLanterns+`"},options:{providers:[MUSICBRAINZ,DEEZER,SPOTIFY]}){title}}`)
	first, body := h.send(t, http.MethodGet, path, "")
	if first.Header.Get("ETag") == "" || !strings.HasPrefix(first.Header.Get("Cache-Control"), "max-age=") {
		t.Fatalf("headers %v of %s, want a tag and an age", first.Header, body)
	}
	again, second := h.send(t, http.MethodGet, path, "")
	if second != body || again.Header.Get("ETag") != first.Header.Get("ETag") {
		t.Errorf("asked again: %s, want %s", second, body)
	}
	unchanged, none := h.send(t, http.MethodGet, path, "", "If-None-Match", first.Header.Get("ETag"))
	if unchanged.StatusCode != http.StatusNotModified || none != "" {
		t.Errorf("with the tag: status %d and %q, want 304 and nothing", unchanged.StatusCode, none)
	}
	volatile, _ := h.send(t, http.MethodGet, "/graphql?query="+url.QueryEscape(`{providers{health{queueDepth}}}`), "")
	if got := volatile.Header.Get("Cache-Control"); got != "no-store" {
		t.Errorf("what tells of this moment has Cache-Control %q, want no-store", got)
	}
}

func TestOtherOriginsMayAskOnlyWhereTheOperatorSaysSo(t *testing.T) {
	t.Parallel()
	fields := []string{"Content-Type", "application/json", "Origin", "https://app.example", "Sec-Fetch-Site", "cross-site"}
	closed, _ := newHouse(t).send(t, http.MethodPost, "/graphql", `{"query":"{__typename}"}`, fields...)
	if closed.StatusCode != http.StatusForbidden {
		t.Errorf("by default: status %d, want 403", closed.StatusCode)
	}
	open, _ := newHouse(t, "TUTTI_CORS_ORIGINS=https://app.example").send(t, http.MethodPost, "/graphql", `{"query":"{__typename}"}`, fields...)
	if got := open.Header.Get("Access-Control-Allow-Origin"); open.StatusCode != http.StatusOK || got != "https://app.example" {
		t.Errorf("with the setting: status %d, allowed %q", open.StatusCode, got)
	}
}

// TestTheQueriesThatAreShownWork runs the README's query and the console's examples.
func TestTheQueriesThatAreShownWork(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(readme), "<<'JSON'\n")
	body, _, ended := strings.Cut(rest, "\nJSON\n")
	if !found || !ended {
		t.Fatal("the README has no query")
	}
	bodies := map[string]string{"README": body}
	for _, e := range server.Examples() {
		variables := json.RawMessage(e.Variables)
		if e.Variables == "" {
			variables = json.RawMessage("null")
		}
		b, err := json.Marshal(map[string]any{"query": e.Query, "variables": variables})
		if err != nil {
			t.Fatal(err)
		}
		bodies[e.Title] = string(b)
	}
	for name, body := range bodies {
		_, answer := h.send(t, http.MethodPost, "/graphql", body, "Content-Type", "application/json")
		if strings.Contains(answer, `"errors"`) || !strings.Contains(answer, `"title"`) {
			t.Errorf("%s: %s", name, answer)
		}
	}
}
