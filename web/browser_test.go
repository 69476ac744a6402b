package web_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"

	"tutti/web"
	"tutti/web/webtest"
)

// picture is the environment variable that names a file for a screenshot.
const picture = "TUTTI_SCREENSHOT"

func examples() []web.Example {
	return []web.Example{
		{Title: "A release", Query: "query Release {\n  release(gtin: \"1\") {\n    title\n  }\n}\n"},
		{
			Title:     "A release by variable",
			Query:     "query ByVariable($gtin: String!) {\n  release(gtin: $gtin) {\n    title\n    gtin\n  }\n}\n",
			Variables: "{\n  \"gtin\": \"2\"\n}",
		},
		{Title: "The type's name", Query: "query Name {\n  __typename\n}\n"},
		{Title: `Not </script> a tag & "quoted"`, Query: "query Sly { __typename # </script><!-- <b>\n}"},
	}
}

// serve starts a server with GraphiQL and a small endpoint.
func serve(t *testing.T, examples []web.Example) string {
	t.Helper()
	mux := http.NewServeMux()
	pages := web.GraphiQL(web.Options{Examples: examples})
	mux.Handle(web.Path, pages)
	mux.Handle(web.Path+"/", pages)
	mux.HandleFunc("POST /graphql", answer)
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.URL
}

// TestGraphiQLInTheBrowser opens the fourth example, which no tab holds yet, and which would end the block of data in
// the page, were it not escaped.
func TestGraphiQLInTheBrowser(t *testing.T) {
	t.Parallel()
	file, _ := os.LookupEnv(picture) //nolint:forbidigo // a test has no configuration
	webtest.RunGraphiQL(t, serve(t, examples()), webtest.Page{
		Answer:        "Title of 1",
		Example:       `Not </script> a tag & "quoted"`,
		ExampleAnswer: `"__typename": "Query"`,
		Screenshot:    file,
	})
}

// TestVariablesInTheBrowser starts with an example that has variables and goes to one that a tab holds already.
func TestVariablesInTheBrowser(t *testing.T) {
	t.Parallel()
	webtest.RunGraphiQL(t, serve(t, examples()[1:]), webtest.Page{
		Answer:        "Title of 2",
		Example:       "The type's name",
		ExampleAnswer: `"__typename": "Query"`,
	})
}

// answer knows three operations: the introspection, a release by a barcode, which is in the variables or is 1, and the
// name of the type.
func answer(w http.ResponseWriter, r *http.Request) {
	var request struct {
		OperationName string            `json:"operationName"`
		Variables     map[string]string `json:"variables"`
	}
	if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.Header().Set("Content-Type", "application/graphql-response+json")
	gtin := "1"
	if asked, ok := request.Variables["gtin"]; ok {
		gtin = asked
	}
	var data any
	switch request.OperationName {
	case "IntrospectionQuery":
		http.ServeFile(w, r, "testdata/introspection.json")
		return
	case "Release", "ByVariable":
		data = map[string]any{"release": map[string]string{"title": "Title of " + gtin, "gtin": gtin}}
	default:
		data = map[string]string{"__typename": "Query"}
	}
	_ = json.NewEncoder(w).Encode(map[string]any{"data": data}) // The browser notices a missing answer.
}
