package server

import (
	"encoding/json"
	"math"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"
)

func TestWantsGraphQL(t *testing.T) {
	t.Parallel()
	const response = "application/graphql-response+json"
	for name, c := range map[string]struct {
		accept string
		want   bool
	}{
		"nothing said":                  {"", false},
		"everything":                    {"*/*", false},
		"the new type":                  {response, true},
		"the new type with a charset":   {response + "; charset=utf-8", true},
		"the old type":                  {"application/json", false},
		"both alike":                    {response + ", application/json", true},
		"both, in the other order":      {"application/json," + response, true},
		"the old one preferred":         {response + ";q=0.5, application/json", false},
		"the new one preferred":         {response + ";q=0.9, application/json;q=0.8", true},
		"the new one above the rest":    {response + ", */*;q=0.1", true},
		"the new one below the rest":    {response + ";q=0.1, */*", false},
		"the new one refused":           {response + ";q=0", false},
		"the new one twice":             {response + ";q=0.1, " + response, true},
		"a browser":                     {"text/html,application/xhtml+xml,*/*;q=0.8", false},
		"a preference that is none":     {response + ";q=much", true},
		"a part that cannot be read":    {";;;, " + response, true},
		"another type with such a name": {"application/graphql+json", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/graphql", http.NoBody)
			r.Header.Set("Accept", c.accept)
			if got := wantsGraphQL(r); got != c.want {
				t.Errorf("%q: got %v, want %v", c.accept, got, c.want)
			}
		})
	}
}

func TestEncode(t *testing.T) {
	t.Parallel()
	errs := gqlerror.List{{Message: `a "b"`, Extensions: map[string]any{"code": "C"}}}
	for name, c := range map[string]struct {
		resp graphql.Response
		want string
	}{
		"nothing":         {graphql.Response{}, `{}`},
		"data alone":      {graphql.Response{Data: json.RawMessage(`{"a":1}`)}, `{"data":{"a":1}}`},
		"data that is no": {graphql.Response{Data: json.RawMessage(`null`)}, `{"data":null}`},
		"errors alone":    {graphql.Response{Errors: errs}, `{"errors":[{"message":"a \"b\"","extensions":{"code":"C"}}]}`},
		"an empty list of errors": {
			graphql.Response{Errors: gqlerror.List{}, Data: json.RawMessage(`{}`)}, `{"data":{}}`,
		},
		"errors and data": {
			graphql.Response{Errors: errs, Data: json.RawMessage(`{"a":null}`)},
			`{"errors":[{"message":"a \"b\"","extensions":{"code":"C"}}],"data":{"a":null}}`,
		},
		"extensions alone": {graphql.Response{Extensions: map[string]any{"plan": 1}}, `{"extensions":{"plan":1}}`},
		"all": {
			graphql.Response{Errors: errs, Data: json.RawMessage(`{}`), Extensions: map[string]any{"plan": 1}},
			`{"errors":[{"message":"a \"b\"","extensions":{"code":"C"}}],"data":{},"extensions":{"plan":1}}`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := encode(&c.resp)
			if err != nil || string(got) != c.want {
				t.Errorf("got %s, %v, want %s", got, err, c.want)
			}
			if !json.Valid(got) {
				t.Errorf("%s is no JSON", got)
			}
		})
	}
}

func TestEncodeWhatCannotBe(t *testing.T) {
	t.Parallel()
	if got, err := encode(&graphql.Response{Extensions: map[string]any{"n": math.NaN()}}); err == nil {
		t.Errorf("got %s without an error", got)
	}
}
