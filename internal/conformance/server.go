package conformance

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"

	"tutti/providers"
)

// Server answers requests from recordings, in this process. A request for https://HOST/PATH?QUERY arrives as /HOST/PATH?QUERY.
//
// What is not recorded is the service's own "no" in a synthetic corpus, if it is a single request that the specification names; all
// else is a mistake, see [Server.Mistakes].
type Server struct {
	shelves   []*shelf // those of a scenario come first
	preferred map[string]bool
	synthetic bool

	mu       sync.Mutex // guards the rest
	hits     map[*recording]int
	requests []string
	mistakes []string
}

// reply is an answer.
type reply struct {
	status      int
	contentType string
	header      map[string]string
	body        []byte
}

// Serve makes a server of the recordings of a corpus. Scenario is a folder inside it, or empty; the recordings named are preferred
// among those that differ in shape alone.
func (c Corpus) Serve(scenario string, recordings []string) (*Server, error) {
	s := &Server{synthetic: c.IsSynthetic(), hits: map[*recording]int{}, preferred: map[string]bool{}}
	for _, id := range recordings {
		s.preferred[id] = true
	}
	var dirs []string
	if scenario != "" {
		dirs = append(dirs, c.file(strings.Split(scenario, "/")...))
	}
	for _, dir := range append(dirs, c.file("recordings")) {
		shelf, err := c.shelves.get(dir)
		if err != nil {
			return nil, err
		}
		s.shelves = append(s.shelves, shelf)
	}
	return s, nil
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	host, path, _ := strings.Cut(strings.TrimPrefix(r.URL.EscapedPath(), "/"), "/")
	u, err := url.Parse("https://" + host + "/" + path + "?" + r.URL.RawQuery)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	a := newAsked(r.Method, u)
	s.mu.Lock()
	s.requests = append(s.requests, a.key())
	s.mu.Unlock()
	answer, err := s.answer(a)
	if err != nil {
		s.mistake(a, err)
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	for name, value := range answer.header {
		w.Header().Set(name, value)
	}
	w.Header().Set("Content-Type", answer.contentType)
	w.WriteHeader(answer.status)
	if _, err := w.Write(answer.body); err != nil {
		s.mistake(a, err)
	}
}

func (s *Server) mistake(a asked, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if text := a.key() + ": " + err.Error(); !slices.Contains(s.mistakes, text) {
		s.mistakes = append(s.mistakes, text)
	}
}

// Requests are the requests so far, in the order in which they came.
func (s *Server) Requests() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

// Mistakes are the requests that no service is specified to answer, or that the corpus does not list.
func (s *Server) Mistakes() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.mistakes)
}

// answer finds the answer to a request.
func (s *Server) answer(a asked) (reply, error) {
	if r := s.recorded(a); r != nil {
		return r.reply()
	}
	if path, ok := tokenEndpoints[a.host]; ok && a.method == http.MethodPost && a.path == path {
		return reply{status: http.StatusOK, contentType: jsonType, body: []byte(anyToken)}, nil
	}
	if a.method != http.MethodGet {
		return reply{}, errNotRecorded
	}
	if found, ok, err := s.linked(a); ok || err != nil {
		return found, err
	}
	if m, ok := multiGetOf(a); ok {
		return s.composed(m, a)
	}
	if part, ok, err := s.partOf(a); ok || err != nil {
		return part, err
	}
	return s.no(a)
}

// recorded returns the recording whose turn it is.
func (s *Server) recorded(a asked) *recording {
	for _, shelf := range s.shelves {
		if seq := shelf.find(a, s.preferred); seq != nil {
			return s.turn(seq)
		}
	}
	return nil
}

// turn returns the first of a sequence that has answers left, or the last one.
func (s *Server) turn(seq []*recording) *recording {
	s.mu.Lock()
	defer s.mu.Unlock()
	r := seq[len(seq)-1]
	for _, next := range seq {
		if next.Times == 0 || s.hits[next] < next.Times {
			r = next
			break
		}
	}
	s.hits[r]++
	return r
}

func (r *recording) reply() (reply, error) {
	body, err := r.body()
	if err != nil {
		return reply{}, err
	}
	out := reply{status: r.Status, contentType: r.ContentType, header: r.Headers, body: body}
	if out.status == 0 {
		out.status = http.StatusOK
	}
	return out, nil
}

// no is what the service says when it has nothing, for a request that it is specified to answer.
func (s *Server) no(a asked) (reply, error) {
	if !s.synthetic {
		return reply{}, errNotRecorded
	}
	for _, shape := range shapes {
		if shape.fits(a) {
			return reply{status: shape.status, contentType: shape.contentType, body: []byte(shape.no)}, nil
		}
	}
	return reply{}, fmt.Errorf("no service is specified to answer it: %w", errNotRecorded)
}

func (s shape) fits(a asked) bool {
	if !(providers.Info{Hosts: []string{s.host}}).Declares(a.host) || !s.path.MatchString(a.path) {
		return false
	}
	names := a.names()
	for _, name := range s.needs {
		if !slices.Contains(names, name) {
			return false
		}
	}
	return !slices.ContainsFunc(names, func(name string) bool {
		return !slices.Contains(s.needs, name) && !slices.Contains(s.may, name) &&
			!slices.Contains(shapeParameters, name) && !slices.Contains(placeParameters, name)
	})
}
