package providertest

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tutti/internal/chains"
	"tutti/internal/config"
	"tutti/internal/replay"
	"tutti/internal/transport"
	"tutti/providers"
)

// Credentials and what is made of them on the way.
const (
	recordKey    = "key/with+signs="
	recordToken  = "token-of-the-session"
	recordCookie = "cookie-of-the-visitor"
)

// toyService is the toy's service on a loopback port, which answers as testdata says.
type toyService struct {
	t      *testing.T
	suite  *suite
	status map[string]int    // by path: refused so
	body   map[string]string // by path: said in place of testdata
	bad    []string          // requests that were not authorised
}

func (s *toyService) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	path := strings.TrimPrefix(r.URL.Path, "/api.toy.example/")
	if path == "token" {
		_, _ = fmt.Fprintf(w, `{"access_token":%q}`, recordToken)
		return
	}
	if r.Header.Get("Authorization") != "Bearer "+recordToken {
		s.bad = append(s.bad, path)
	}
	http.SetCookie(w, &http.Cookie{Name: "visitor", Value: recordCookie})
	if to, ok := strings.CutPrefix(path, "albums/2"); ok && to == "" {
		http.Redirect(w, r, "/albums/two", http.StatusFound)
		return
	}
	if status := s.status[path]; status != 0 {
		if status == http.StatusTooManyRequests {
			w.Header().Set("Retry-After", "3600")
		}
		http.Error(w, "no", status)
		return
	}
	if body, ok := s.body[path]; ok {
		w.Header().Set("Content-Type", "application/json")
		_, _ = fmt.Fprint(w, body)
		return
	}
	u := *r.URL
	u.Scheme, u.Host, u.Path = "https", "api.toy.example", "/"+strings.Replace(path, "albums/two", "albums/2", 1)
	reply, err := s.suite.reply(providers.Request{URL: u.String()})
	if err != nil {
		s.t.Errorf("the recorder asks for what the suite does not read: %v", err)
		return
	}
	w.Header().Set("Content-Type", reply.Header.Get("Content-Type"))
	w.WriteHeader(reply.Status)
	_, _ = w.Write(reply.Body)
}

// toyKey authorises requests by a token that it fetches with the key.
type toyKey struct {
	key    string
	client *http.Client
}

func (k toyKey) Authorize(r *http.Request) error {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodPost, toyAPI+"token", strings.NewReader(url.Values{"key": {k.key}}.Encode()))
	if err != nil {
		return err
	}
	resp, err := k.client.Do(req)
	if err != nil {
		return err
	}
	r.Header.Set("Authorization", "Bearer "+recordToken)
	return resp.Body.Close()
}

func (toyKey) Drop() {}

// recording is how a recording went.
type recording struct {
	folder  string
	said    string
	err     error
	answers map[string]string // files by path
}

// recordToy records the toy's service into a folder.
func recordToy(t *testing.T, s *toyService, mode replay.Mode, folder string) recording {
	t.Helper()
	server := httptest.NewServer(s)
	defer server.Close()
	return recordAt(t, server.URL, mode, folder)
}

func recordAt(t *testing.T, address string, mode replay.Mode, folder string) recording {
	t.Helper()
	cfg := config.Config{UpstreamURL: address}
	cfg.SetSecret("toy", "key", config.NewSecret(recordKey))
	got := recording{folder: folder, answers: map[string]string{}}
	f, spec := lockedToy()
	spec.Testdata = folder
	var out strings.Builder
	network := transport.NewNetwork()
	defer network.CloseIdleConnections()
	r, err := newRecorder(newSuite(f, spec), mode, chains.Setup{Config: &cfg, Base: network})
	if err != nil {
		t.Fatal(err)
	}
	got.err = r.run(t.Context(), &out)
	got.said = out.String()
	err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := os.ReadFile(path)
		got.answers[strings.TrimPrefix(filepath.ToSlash(path), filepath.ToSlash(folder)+"/")] = string(body)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// lockedToy is the toy as a service that wants credentials.
func lockedToy() (providers.Factory, Spec) {
	f, spec := toy()
	f.Info.Secrets = []string{"key"}
	f.Auth = func(s providers.Secrets, c *http.Client) providers.Authorizer { return toyKey{s["key"], c} }
	return f, spec
}

func newToyService(t *testing.T) *toyService {
	t.Helper()
	f, spec := toy()
	return &toyService{t: t, suite: newSuite(f, spec)}
}

const toyFolder = "https!/example.toy.api/"

// TestRecordWritesWhatTheSuiteReads holds that a recording has all answers that the promises need, over the real chain: with a token,
// and after a redirect. A second recording changes nothing.
func TestRecordWritesWhatTheSuiteReads(t *testing.T) {
	t.Parallel()
	service := newToyService(t)
	got := recordToy(t, service, replay.New, t.TempDir())
	if got.err != nil || len(service.bad) > 0 {
		t.Fatalf("got %v, without a token: %v, and said:\n%s", got.err, service.bad, got.said)
	}
	if _, ok := got.answers[toyFolder+"albums/2.json"]; !ok || !strings.Contains(got.said, "written      "+toyFolder+"albums/2.json\n") {
		t.Errorf("the album behind a redirect is missing under the address that was asked for:\n%s", got.said)
	}
	f, spec := toy()
	spec.Testdata = got.folder
	s := newSuite(f, spec)
	for _, p := range promises() {
		if strings.HasPrefix(p.name, "04") { // its golden files are not recorded
			continue
		}
		if text := s.keep(p).message(); text != "" {
			t.Errorf("on the recorded answers: %s", text)
		}
	}
	again := recordToy(t, service, replay.New, got.folder)
	if want := fmt.Sprintf("answers      0 written, 0 rewritten, 0 differs, %d same\n", len(got.answers)); again.err != nil || again.said != want {
		t.Errorf("a second recording: %v, said %q, want %q", again.err, again.said, want)
	}
}

// TestRecordKeepsWhatHasChanged holds that an answer which somebody may have edited is only rewritten on demand, whatever its status.
func TestRecordKeepsWhatHasChanged(t *testing.T) {
	t.Parallel()
	service := newToyService(t)
	folder := t.TempDir()
	first := recordToy(t, service, replay.New, folder)
	edited := filepath.Join(folder, filepath.FromSlash(toyFolder), "albums", "1.json")
	if err := errors.Join(first.err, os.Rename(edited, strings.Replace(edited, "1.json", "1.404.json", 1))); err != nil {
		t.Fatal(err)
	}
	kept := recordToy(t, service, replay.New, folder)
	if _, ok := kept.answers[toyFolder+"albums/1.json"]; ok || !strings.Contains(kept.said, "differs      "+toyFolder+"albums/1.json\n") || kept.err != nil {
		t.Errorf("got %v, files %d, said:\n%s", kept.err, len(kept.answers), kept.said)
	}
	all := recordToy(t, service, replay.All, folder)
	if _, old := all.answers[toyFolder+"albums/1.404.json"]; old || !strings.Contains(all.said, "rewritten    "+toyFolder+"albums/1.json\n") || all.err != nil {
		t.Errorf("got %v, the old one is there: %t, said:\n%s", all.err, old, all.said)
	}
}

// TestRecordWritesNoSecrets holds that credentials, tokens and cookies are taken out in any usual notation, and that what holds one in
// another is not written.
func TestRecordWritesNoSecrets(t *testing.T) {
	t.Parallel()
	album := func(more string) string {
		return `{"id":1,"title":"A","artists":[],"tracks":[],"more":"` + more + `"}`
	}
	twice := base64.StdEncoding.EncodeToString([]byte(url.QueryEscape("a:" + recordKey)))
	for name, c := range map[string]struct {
		more string
		want string // in the file; empty: it is not written
	}{
		"key":                          {recordKey, `"more":"hidden"`},
		"key in an address":            {"https://toy.example/?k=" + url.QueryEscape(recordKey) + "&a=1", `/?k=hidden&a=1"`},
		"key in lower case escapes":    {strings.ToLower(url.QueryEscape("/+=")) + recordKey, `hidden"`},
		"key in base64":                {base64.StdEncoding.EncodeToString([]byte(recordKey)), `"more":"hidden"`},
		"key in JSON with its slashes": {`key\/with+signs=`, `"more":"hidden"`},
		"token":                        {"Bearer " + recordToken, `"more":"hidden"`},
		"cookie":                       {recordCookie, `"more":"hidden"`},
		"key after an id in base64":    {base64.StdEncoding.EncodeToString([]byte("id:" + recordKey)), `"more":"aWQ6hidden"`},
		"key among others in base64":   {base64.StdEncoding.EncodeToString([]byte("a:" + recordKey)), ""},
		"key wrapped twice":            {twice, ""},
		"key in capitals":              {strings.ToUpper(recordKey), ""},
		"token of somebody else":       {`","access_token":"eyJhbGciOiJub25l`, ""},
		"nothing":                      {"nothing", `"more":"nothing"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			service := newToyService(t)
			service.body = map[string]string{"albums/1": album(c.more)}
			got := recordToy(t, service, replay.New, t.TempDir())
			body, written := got.answers[toyFolder+"albums/1.json"]
			if written != (c.want != "") || !strings.Contains(body, c.want) {
				t.Errorf("written: %t, with %s, want %q; said:\n%s", written, body, c.want, got.said)
			}
			if !written && (got.err == nil || strings.Count(got.said, "not written  "+toyFolder+"albums/1.json: it holds a secret that could not be taken out") != 1) {
				t.Errorf("ended with %v, said:\n%s", got.err, got.said)
			}
			for path, body := range got.answers {
				if strings.Contains(body, recordKey) || strings.Contains(body, recordToken) || strings.Contains(body, recordCookie) {
					t.Errorf("%s holds a secret: %s", path, body)
				}
			}
		})
	}
}

// TestRecordScrubs holds that what an endpoint removes before it stores an answer is removed from a recording.
func TestRecordScrubs(t *testing.T) {
	t.Parallel()
	service := newToyService(t)
	server := httptest.NewServer(service)
	defer server.Close()
	f, spec := toy()
	for _, e := range f.Endpoints {
		e.Scrub = func(b []byte) []byte { return []byte(strings.ReplaceAll(string(b), "title", "t!tle")) }
	}
	spec.Testdata = t.TempDir()
	r, err := newRecorder(newSuite(f, spec), replay.New, chains.Setup{Config: &config.Config{UpstreamURL: server.URL}, Base: server.Client().Transport})
	if err != nil {
		t.Fatal(err)
	}
	_ = r.run(t.Context(), t.Output())
	body, err := os.ReadFile(filepath.Join(spec.Testdata, filepath.FromSlash(toyFolder), "albums", "1.json"))
	if err != nil || !strings.Contains(string(body), "t!tle") || strings.Contains(string(body), "title") {
		t.Errorf("got %v, %s", err, body)
	}
}

// TestRecordSaysWhatIsMissing holds that each thing that cannot be recorded is told once, that nothing is written for it, and that the
// recording fails.
func TestRecordSaysWhatIsMissing(t *testing.T) {
	t.Parallel()
	closed := httptest.NewServer(http.NotFoundHandler())
	closed.Close()
	got := recordAt(t, closed.URL, replay.New, t.TempDir())
	if got.err == nil || len(got.answers) != 0 || strings.Count(got.said, "unreachable  api.toy.example: toy: unavailable") != 1 {
		t.Errorf("unreachable: got %v, %d files, said:\n%s", got.err, len(got.answers), got.said)
	}
	if strings.Count(got.said, "\n") != 3 {
		t.Errorf("unreachable: more is said than that, how much is missing, and the sum:\n%s", got.said)
	}
	for status, line := range map[int]string{
		http.StatusTooManyRequests: "rate limited api.toy.example: toy: rate limited (status 429), again in 1h0m0s",
		http.StatusForbidden:       "refused      " + toyAPI + "albums/1: toy: refused answer (status 403): denied (status 403)",
	} {
		service := newToyService(t)
		service.status = map[string]int{"albums/1": status}
		got := recordToy(t, service, replay.New, t.TempDir())
		if got.err == nil || strings.Count(got.said, line) != 1 || strings.Contains(got.said, "/albums/1.") {
			t.Errorf("status %d: got %v, said:\n%s", status, got.err, got.said)
		}
		if goesOn := len(got.answers) > 0; goesOn != (status == http.StatusForbidden) {
			t.Errorf("status %d: other things are recorded: %t; said:\n%s", status, goesOn, got.said)
		}
	}
	service := newToyService(t)
	service.body = map[string]string{"albums/9": `{"id":9,"title":"A","artists":[],"tracks":[]}`}
	got = recordToy(t, service, replay.New, t.TempDir())
	if got.err == nil || !strings.Contains(got.said, "stopped      id-9: the service knows what the spec says it does not\n") {
		t.Errorf("not missing: got %v, said:\n%s", got.err, got.said)
	}
}

// TestRecordWantsCredentials holds that nobody is asked without credentials, or with some that could not be found in an answer.
func TestRecordWantsCredentials(t *testing.T) {
	t.Parallel()
	for key, want := range map[string]string{
		"":      "nothing is recorded: credentials are missing: set TUTTI_TOY_KEY",
		"short": "nothing is recorded: the credential key is too short to be told from other text in an answer",
	} {
		f, spec := lockedToy()
		cfg := config.Config{}
		cfg.SetSecret("toy", "key", config.NewSecret(key))
		_, err := newRecorder(newSuite(f, spec), replay.New, chains.Setup{Config: &cfg, Base: http.NewFileTransportFS(os.DirFS("."))})
		if err == nil || err.Error() != want {
			t.Errorf("with the key %q: got %v, want %q", key, err, want)
		}
	}
}
