package web

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"strings"
)

// Path is where the handler of GraphiQL expects to be mounted, itself and everything below it.
const Path = "/graphiql"

// DefaultEndpoint is the address of the GraphQL endpoint, relative to [Path], so that it holds behind a proxy that adds
// a prefix too.
const DefaultEndpoint = "graphql"

// configMarker is the empty block of data in the built page that takes the configuration.
const configMarker = `<script type="application/json" id="cfg">{}</script>`

// Options of [GraphiQL]. The zero value shows no examples and asks [DefaultEndpoint].
type Options struct {
	// Endpoint is the address of the GraphQL endpoint, absolute or relative to the page. The content security policy
	// allows the page's own origin only.
	Endpoint string
	// Examples are listed in a panel; the first three are open as tabs when somebody visits for the first time.
	Examples []Example
}

// Example is a query to try.
type Example struct {
	// Title is shown in the list and is unique in it.
	Title string `json:"title"`
	// Query is a GraphQL document. Tabs are named after its operation.
	Query string `json:"query"`
	// Variables is a JSON object as text, as one would type it; empty means none.
	Variables string `json:"variables"`
}

// Link returns an address that opens the example: page, which is the address of GraphiQL, with the query added.
func (e Example) Link(page string) string {
	values := url.Values{"query": {e.Query}}
	if e.Variables != "" {
		values.Set("variables", e.Variables)
	}
	return page + "?" + values.Encode()
}

// GraphiQL returns a handler for [Path] and everything below it. The page honours ?query=, ?variables= and
// ?operationName= as initial content. It panics when the embedded files are not those of a whole build, which the tests
// of this package rule out.
func GraphiQL(options Options) http.Handler {
	site, err := newSite(embedded, options)
	if err != nil {
		panic(fmt.Errorf("embedded graphiql: %w", err))
	}
	return site
}

// site answers with files from a table by name relative to Path; the page's own name is empty.
type site struct {
	files map[string]*file
}

func newSite(built fs.FS, options Options) (*site, error) {
	files, err := loadFiles(built, "dist/graphiql")
	if err != nil {
		return nil, err
	}
	index, ok := files["index.html"]
	if !ok {
		return nil, fmt.Errorf("index.html: %w", fs.ErrNotExist)
	}
	delete(files, "index.html")
	files[""], err = configured(index, options)
	if err != nil {
		return nil, fmt.Errorf("index.html: %w", err)
	}
	return &site{files: files}, nil
}

// ServeHTTP answers GET and HEAD.
func (s *site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	setSecurityHeaders(w.Header())
	name, found := strings.CutPrefix(r.URL.Path, Path)
	if name == "/" && found {
		redirectToPage(w, r)
		return
	}
	served, ok := s.files[strings.TrimPrefix(name, "/")]
	if !found || !ok {
		http.Error(w, "no such page", http.StatusNotFound)
		return
	}
	if !allowed(w, r) {
		return
	}
	served.serve(w, r)
}

// redirectToPage drops the slash at the end: the page names its files relative to Path.
func redirectToPage(w http.ResponseWriter, r *http.Request) {
	if !allowed(w, r) {
		return
	}
	target := url.URL{Path: ".." + Path, RawQuery: r.URL.RawQuery}
	w.Header().Set("Location", target.String())
	w.WriteHeader(http.StatusPermanentRedirect)
}

func allowed(w http.ResponseWriter, r *http.Request) bool {
	if r.Method == http.MethodGet || r.Method == http.MethodHead {
		return true
	}
	w.Header().Set("Allow", "GET, HEAD")
	http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
	return false
}

// configured puts the options into the page. json.Marshal escapes <, > and &, so no example can end the block.
func configured(index *file, options Options) (*file, error) {
	if options.Endpoint == "" {
		options.Endpoint = DefaultEndpoint
	}
	config, err := json.Marshal(struct {
		Endpoint string    `json:"endpoint"`
		Examples []Example `json:"examples"`
	}{options.Endpoint, options.Examples})
	if err != nil {
		return nil, fmt.Errorf("configuration: %w", err)
	}
	page, err := index.content()
	if err != nil {
		return nil, err
	}
	before, after, ok := bytes.Cut(page, []byte(configMarker))
	if !ok {
		return nil, fmt.Errorf("no %s in it", configMarker)
	}
	block := strings.Replace(configMarker, "{}", string(config), 1)
	return compressed("index.html", bytes.Join([][]byte{before, after}, []byte(block)))
}

var _ http.Handler = (*site)(nil)
