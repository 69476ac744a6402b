package providertest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"slices"
	"strings"

	"tutti/internal/replay"
	"tutti/providers"
)

// secretMark is in all credentials and tokens of the suite; nothing else may hold it.
const secretMark = "c0nfidential"

// secrets is promise 12.
func secrets(s *suite, r *report) {
	r.did()
	s.recordings(r)
	if s.factory.Auth == nil {
		r.skip("credentials: the provider needs none")
		return
	}
	given := providers.Secrets{}
	for _, name := range s.factory.Info.Secrets {
		given[name] = secretMark + "-" + name
	}
	for name, answer := range tokenAnswers() {
		s.authorize(r, given, issuer{name: name, answer: answer, suite: s, report: r})
	}
	s.withoutCredentials(r)
}

// issuer is a transport on which tokens are fetched.
type issuer struct {
	name   string
	answer func() (Reply, error)
	suite  *suite
	report *report
}

// RoundTrip implements http.RoundTripper.
func (i issuer) RoundTrip(r *http.Request) (*http.Response, error) {
	if host := r.URL.Hostname(); !i.suite.factory.Info.Declares(host) {
		i.report.breach("a token is asked for at %s, which is not declared", host)
	}
	if strings.Contains(r.URL.String(), secretMark) {
		i.report.breach("credentials are in the address of a request for a token")
	}
	reply, err := i.answer()
	if err != nil {
		return nil, err
	}
	resp := reply.response()
	resp.Body = io.NopCloser(bytes.NewReader(reply.Body))
	return resp, nil
}

// tokenAnswers are the ways in which asking for a token ends. All that fail echo what was sent.
func tokenAnswers() map[string]func() (Reply, error) {
	with := func(status int, body string) func() (Reply, error) {
		return func() (Reply, error) {
			return Reply{Status: status, Header: http.Header{"Content-Type": {"application/json"}}, Body: []byte(body)}, nil
		}
	}
	echo := `{"error":"invalid_client","error_description":"` + secretMark + `"}`
	return map[string]func() (Reply, error){
		"a token":        with(http.StatusOK, `{"access_token":"`+secretMark+`-token","token_type":"Bearer","expires_in":3600}`),
		"status 400":     with(http.StatusBadRequest, echo),
		"status 401":     with(http.StatusUnauthorized, echo),
		"status 500":     with(http.StatusInternalServerError, secretMark),
		"no JSON":        with(http.StatusOK, "<"+secretMark+">"),
		"an empty token": with(http.StatusOK, `{"`+secretMark+`":1}`),
		"no answer":      func() (Reply, error) { return Reply{}, errors.New("connection reset while sending " + secretMark) },
	}
}

// authorize asks for a request to be authorised, and looks at what an error tells.
func (s *suite) authorize(r *report, given providers.Secrets, i issuer) {
	req, err := http.NewRequestWithContext(s.context(), http.MethodGet, "https://"+s.factory.Info.Hosts[0]+"/", http.NoBody)
	if err != nil {
		r.breach("no request can be made to the host %s: %v", s.factory.Info.Hosts[0], err)
		return
	}
	a := s.factory.Auth(given, &http.Client{Transport: i})
	if a == nil {
		r.breach("Auth returns no Authorizer")
		return
	}
	err = a.Authorize(req)
	a.Drop()
	if err != nil && strings.Contains(fmt.Sprintf("%v %+v %#v", err, err, err.Error()), secretMark) {
		r.breach("when asking for a token ends with %s, the error holds credentials: %v", i.name, err)
	}
	if strings.Contains(req.URL.String(), secretMark) {
		r.breach("credentials are put into the address of a request, which is stored and logged")
	}
	if i.name == "a token" && (err != nil || !strings.Contains(fmt.Sprint(req.Header), secretMark)) {
		r.breach("with good credentials a request is not authorised: %v", err)
	}
}

// withoutCredentials checks that missing credentials are told as such.
func (s *suite) withoutCredentials(r *report) {
	req, err := http.NewRequestWithContext(s.context(), http.MethodGet, "https://"+s.factory.Info.Hosts[0]+"/", http.NoBody)
	if err != nil {
		return
	}
	none := s.factory.Auth(providers.Secrets{}, &http.Client{Transport: issuer{
		suite: s, report: r, answer: func() (Reply, error) { return Reply{}, errors.New("asked without credentials") },
	}})
	if err := none.Authorize(req); !errors.Is(err, providers.ErrDenied) {
		r.breach("without credentials, authorising a request ends with %v, and not with ErrDenied", err)
	}
}

// recordings checks that nothing secret is in testdata, and that what is scrubbed when stored stays as it is.
func (s *suite) recordings(r *report) {
	folder := os.DirFS(s.testdata())
	err := fs.WalkDir(folder, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := fs.ReadFile(folder, path)
		if token := replay.Token(body); token != "" {
			r.breach("the recording %s holds a token: %.40s…", path, token)
		}
		return err
	})
	if err != nil && !os.IsNotExist(err) {
		r.breach("recordings can not be read: %v", err)
	}
	for _, c := range s.cases() {
		out := s.run(s.context(), c)
		for _, n := range out.trip.sent {
			if scrub := n.asks[0].Scrub; scrub != nil && string(scrub(slices.Clone(n.reply.Body))) != string(n.reply.Body) {
				r.breach("%s: the recording of %s is not as it would be stored: something is removed from it", c.title(), describe(n.asks[0]))
			}
		}
	}
}

var _ http.RoundTripper = issuer{}
