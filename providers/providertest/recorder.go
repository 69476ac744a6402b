package providertest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"tutti/internal/replay"
	"tutti/internal/transport"
	"tutti/providers"
)

// recorder asks a service each question once, and keeps what it says.
type recorder struct {
	suite   *suite
	chain   *transport.Chain
	keeper  replay.Keeper
	out     io.Writer
	replies map[string]heard
	silent  map[string]int // unanswered questions of hosts that it is in vain to ask
	fates   [4]int         // answers by what became of them, in the order of fates
	lost    int            // things that were not recorded
	failed  int            // questions without an answer, however often they were asked
}

// heard is what came of a question.
type heard struct {
	reply Reply
	err   error
}

// reply returns what the service says, as it is written down.
func (r *recorder) reply(ctx context.Context, req providers.Request, asks []providers.Ask) (Reply, error) {
	if r.suite.spec.Answer != nil { // invented, for the service has nothing like it
		if a := r.suite.spec.Answer(req); a != nil {
			return *a, nil
		}
	}
	h, ok := r.replies[req.URL]
	if !ok {
		h.reply, h.err = r.ask(ctx, req, asks)
		r.replies[req.URL] = h
	}
	if h.err != nil {
		r.failed++
	}
	return h.reply, h.err
}

// ask sends a request and writes the answer, if it is one that a lookup could be made of.
func (r *recorder) ask(ctx context.Context, req providers.Request, asks []providers.Ask) (Reply, error) {
	host := hostOf(req.URL)
	if _, silent := r.silent[host]; silent {
		r.silent[host]++
		r.lost++
		return Reply{}, errors.New("asking on is in vain")
	}
	answer, err := r.fetch(ctx, req, asks)
	if why := inVain(err); why != "" {
		r.silent[host] = 1
		r.fail(why, host, err.Error())
		return Reply{}, err
	}
	if err != nil {
		r.fail("refused", req.URL, err.Error())
		return Reply{}, err
	}
	if scrub := asks[0].Scrub; scrub != nil {
		answer.Body = scrub(answer.Body)
	}
	kept, err := r.keeper.Keep(FilePath(req.URL), answer)
	if err != nil {
		r.fail("not written", kept.Path, err.Error())
		return Reply{}, err
	}
	r.fates[slices.Index(fates(), kept.Fate)]++
	if kept.Fate != replay.Same {
		r.tell(string(kept.Fate), kept.Path, "")
	}
	return Reply{Status: answer.Status, Header: http.Header{"Content-Type": {answer.MediaType}}, Body: kept.Body}, nil
}

// fates are all there are, in the order of the sum.
func fates() []replay.Fate {
	return []replay.Fate{replay.Written, replay.Rewritten, replay.Differs, replay.Same}
}

// fetch asks over the chain. An answer that says no is one; so is the refusal of a multi-get, whose keys are asked for alone then.
func (r *recorder) fetch(ctx context.Context, q providers.Request, asks []providers.Ask) (replay.Answer, error) {
	var verdict error
	var got replay.Answer
	ctx = transport.WithJudge(ctx, func(resp *http.Response, body []byte) transport.Verdict {
		got = replay.Answer{Status: resp.StatusCode, MediaType: resp.Header.Get("Content-Type"), Body: bytes.Clone(body)}
		verdict = judge(asks[0].Endpoint, Reply{Status: resp.StatusCode, Header: resp.Header, Body: body})
		again := errors.Is(verdict, providers.ErrRateLimited) || errors.Is(verdict, providers.ErrUnavailable)
		v := transport.Verdict{Err: verdict, Retry: again}
		if e, ok := errors.AsType[*providers.Error](verdict); ok {
			v.After = e.RetryAfter
		}
		return v
	})
	req, err := http.NewRequestWithContext(ctx, methodOf(q), q.URL, bytes.NewReader(q.Body))
	if err != nil {
		return got, err
	}
	maps.Copy(req.Header, q.Header)
	resp, err := r.chain.RoundTrip(req)
	if err == nil {
		err = resp.Body.Close()
	}
	if verdict != nil && (errors.Is(verdict, providers.ErrNotFound) || len(asks) > 1 && refused(statusOf(verdict, got.Status))) {
		return got, nil
	}
	return got, err
}

// statusOf is a verdict with the status of the answer.
func statusOf(verdict error, status int) error {
	if e, ok := errors.AsType[*providers.Error](verdict); ok && e.Status == 0 {
		full := *e
		full.Status = status
		return &full
	}
	return verdict
}

func methodOf(q providers.Request) string {
	if q.Method == "" {
		return http.MethodGet
	}
	return q.Method
}

// inVain says why nothing more need be asked of a host: there is no answer at all, nothing to ask with, or it has had enough.
func inVain(err error) string {
	f, ok := errors.AsType[*transport.Fault](err)
	switch {
	case !ok:
		return ""
	case f.Kind == transport.KindRateLimited || errors.Is(err, providers.ErrRateLimited):
		return "rate limited"
	case f.Status != 0:
		return ""
	case f.Kind == transport.KindDenied:
		return "denied"
	case f.Kind == transport.KindUnavailable || f.Kind == transport.KindTimeout:
		return "unreachable"
	default:
		return ""
	}
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return u.Host
}

// tell writes a line.
func (r *recorder) tell(what, about, why string) {
	if why != "" {
		about += ": " + strings.Join(strings.Fields(why), " ")
	}
	_, _ = fmt.Fprintf(r.out, "%-13s%s\n", what, about)
}

// fail writes a line about what is not recorded.
func (r *recorder) fail(what, about, why string) {
	r.lost++
	r.tell(what, about, why)
}

// sum writes the last lines.
func (r *recorder) sum() error {
	for _, host := range slices.Sorted(maps.Keys(r.silent)) {
		r.tell("unanswered", fmt.Sprintf("%d questions to %s", r.silent[host], host), "")
	}
	var parts []string
	for i, f := range fates() {
		parts = append(parts, fmt.Sprintf("%d %s", r.fates[i], f))
	}
	r.tell("answers", strings.Join(parts, ", "), "")
	if r.lost > 0 {
		return fmt.Errorf("%d things are not recorded", r.lost)
	}
	return nil
}

// tap hears what goes over the wire, so that no token or cookie of it is written.
type tap struct {
	base    http.RoundTripper
	secrets *replay.Secrets
}

// RoundTrip implements http.RoundTripper.
func (t *tap) RoundTrip(r *http.Request) (*http.Response, error) {
	t.secrets.AddHeaders(r.Header)
	resp, err := t.base.RoundTrip(r)
	if err == nil {
		t.secrets.AddHeaders(http.Header{"Set-Cookie": resp.Header["Set-Cookie"]})
	}
	return resp, err
}

var _ http.RoundTripper = (*tap)(nil)
