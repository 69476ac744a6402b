package server

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tutti/lookup"
)

// Media types of answers.
const (
	typeJSON    = "application/json; charset=utf-8"
	typeGraphQL = "application/graphql-response+json; charset=utf-8"
)

// envelope is a GraphQL request.
type envelope struct {
	Query         *string        `json:"query"`
	OperationName *string        `json:"operationName"`
	Variables     map[string]any `json:"variables"`
	Extensions    map[string]any `json:"extensions"`
}

// params returns the request as gqlgen wants it.
func (e envelope) params(h http.Header) *graphql.RawParams {
	p := &graphql.RawParams{Variables: e.Variables, Extensions: e.Extensions, Headers: h}
	if e.Query != nil {
		p.Query = *e.Query
	}
	if e.OperationName != nil {
		p.OperationName = *e.OperationName
	}
	now := graphql.Now()
	p.ReadTime = graphql.TraceTiming{Start: now, End: now}
	return p
}

// post is GraphQL by POST with a JSON body.
type post struct {
	maxBody   int64
	responses *responses
}

// Supports implements graphql.Transport.
func (post) Supports(r *http.Request) bool { return r.Method == http.MethodPost }

// Do implements graphql.Transport.
func (t post) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || media != "application/json" {
		refuse(w, r, http.StatusUnsupportedMediaType, codeBadRequest, "the Content-Type must be application/json")
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, t.maxBody))
	if _, tooLarge := errors.AsType[*http.MaxBytesError](err); tooLarge {
		refuse(w, r, http.StatusRequestEntityTooLarge, codeTooLarge,
			"the body is larger than "+strconv.FormatInt(t.maxBody, 10)+" bytes")
		return
	}
	if err != nil {
		refuse(w, r, http.StatusBadRequest, codeBadRequest, "the body broke off")
		return
	}
	var e envelope
	if err := decode(body, &e); err != nil {
		refuse(w, r, http.StatusBadRequest, codeBadRequest, err.Error())
		return
	}
	t.responses.answer(w, r, exec, e)
}

// decode reads a JSON object. Its errors never repeat the body.
func decode(body []byte, e *envelope) error {
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	if err := d.Decode(e); err != nil {
		if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok && wrong.Field != "" {
			return errors.New(wrong.Field + " must not be a JSON " + wrong.Value)
		}
		return errors.New("the body must be a JSON object with query, variables, operationName and extensions")
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("the body must be one JSON object and nothing else")
	}
	return nil
}

// get is GraphQL by GET: queries only.
type get struct{ responses *responses }

// Supports implements graphql.Transport.
func (get) Supports(r *http.Request) bool {
	return r.Method == http.MethodGet || r.Method == http.MethodHead
}

// Do implements graphql.Transport.
func (t get) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	values, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		refuse(w, r, http.StatusBadRequest, codeBadRequest, "the query string cannot be read")
		return
	}
	var e envelope
	if values.Has("query") {
		q := values.Get("query")
		e.Query = &q
	}
	if name := values.Get("operationName"); name != "" {
		e.OperationName = &name
	}
	for name, to := range map[string]*map[string]any{"variables": &e.Variables, "extensions": &e.Extensions} {
		text := values.Get(name)
		if text == "" {
			continue
		}
		d := json.NewDecoder(strings.NewReader(text))
		d.UseNumber()
		if err := d.Decode(to); err != nil {
			refuse(w, r, http.StatusBadRequest, codeBadRequest, name+" must be a JSON object")
			return
		}
	}
	t.responses.answer(w, r, exec, e)
}

// answer executes a request and writes what came of it, or what came of the same request before.
func (c *responses) answer(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor, e envelope) {
	if e.Query == nil || *e.Query == "" {
		refuse(w, r, http.StatusBadRequest, codeBadRequest, "query is missing")
		return
	}
	key := c.key(e)
	if kept, ok := c.kept(r.Context(), key); ok {
		c.resend(w, r, kept)
		return
	}
	expiry := &lookup.Expiry{}
	ctx := graphql.StartOperationTrace(lookup.WithExpiry(r.Context(), expiry))
	op, errs := exec.CreateOperationContext(ctx, e.params(r.Header))
	if errs != nil {
		write(w, r, exec.DispatchError(graphql.WithOperationContext(ctx, op), errs), true)
		return
	}
	if r.Method != http.MethodPost && op.Operation.Operation != ast.Query {
		w.Header().Set("Allow", http.MethodPost)
		refuse(w, r, http.StatusMethodNotAllowed, codeBadRequest, "GET is for queries; use POST")
		return
	}
	responses, ctx := exec.DispatchOperation(ctx, op)
	resp := responses(ctx)
	c.keep(ctx, w.Header(), key, resp, expiry)
	write(w, r, resp, false)
}

// wantsGraphQL reports whether the client prefers application/graphql-response+json to application/json.
func wantsGraphQL(r *http.Request) bool {
	graphQL, plain := -1.0, -1.0
	for part := range strings.SplitSeq(r.Header.Get("Accept"), ",") {
		media, p, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		q, err := strconv.ParseFloat(p["q"], 64)
		if err != nil {
			q = 1
		}
		switch media {
		case "application/graphql-response+json":
			graphQL = max(graphQL, q)
		case "application/json", "application/*", "*/*":
			plain = max(plain, q)
		}
	}
	return graphQL > 0 && graphQL >= plain
}

// refuse answers a request that could not be read.
func refuse(w http.ResponseWriter, r *http.Request, status int, code, text string) {
	err := &gqlerror.Error{Message: text, Extensions: map[string]any{"code": code}}
	send(w, r, status, &graphql.Response{Errors: gqlerror.List{err}})
}

// write sends a response. One that is only errors has no data at all.
func write(w http.ResponseWriter, r *http.Request, resp *graphql.Response, failed bool) { //nolint:revive // two kinds of answer
	status := http.StatusOK
	if failed && wantsGraphQL(r) {
		status = http.StatusBadRequest
	}
	if failed {
		resp.Data = nil
	}
	send(w, r, status, resp)
}

func send(w http.ResponseWriter, r *http.Request, status int, resp *graphql.Response) {
	body, err := encode(resp)
	if err != nil {
		status, body = http.StatusInternalServerError, []byte(`{"errors":[{"message":"the answer could not be written"}]}`)
	}
	sendBody(w, r, status, body)
}

// sendBody sends JSON in the media type that the client prefers.
func sendBody(w http.ResponseWriter, r *http.Request, status int, body []byte) {
	w.Header().Set("Content-Type", typeJSON)
	if wantsGraphQL(r) {
		w.Header().Set("Content-Type", typeGraphQL)
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.Header().Set("Vary", "Accept, Accept-Encoding")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		_, _ = w.Write(body) // the client has left
	}
}

// encode writes a response without a second look at its data, which is JSON already.
func encode(resp *graphql.Response) ([]byte, error) {
	var b bytes.Buffer
	b.Grow(len(resp.Data) + 256)
	sep := byte('{')
	put := func(name string, v any) error {
		part, err := json.Marshal(v)
		if err != nil {
			return err
		}
		b.WriteByte(sep)
		sep = ','
		b.WriteString(`"` + name + `":`)
		b.Write(part)
		return nil
	}
	var errs [2]error
	if len(resp.Errors) > 0 {
		errs[0] = put("errors", resp.Errors)
	}
	if resp.Data != nil {
		b.WriteByte(sep)
		sep = ','
		b.WriteString(`"data":`)
		b.Write(resp.Data)
	}
	if len(resp.Extensions) > 0 {
		errs[1] = put("extensions", resp.Extensions)
	}
	if sep == '{' {
		b.WriteByte('{')
	}
	b.WriteString("}")
	return b.Bytes(), errors.Join(errs[:]...)
}

var (
	_ graphql.Transport = post{}
	_ graphql.Transport = get{}
)
