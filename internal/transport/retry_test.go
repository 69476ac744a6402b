package transport

import (
	"context"
	"errors"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

var errQuota = errors.New("the provider's own quota error")

// refusing judges every answer no good.
func refusing(v Verdict) Judge { return func(*http.Response, []byte) Verdict { return v } }

func TestRetry(t *testing.T) {
	t.Parallel()
	fault := func(k Kind) reply { return reply{err: &Fault{Service: "x", Kind: k}} }
	refused := func(k Kind) reply { return reply{err: &Fault{Service: "x", Kind: k, local: true}} }
	says := func(status int, header ...string) reply { return reply{status: status, body: "body", header: header} }
	for name, c := range map[string]struct {
		answers []reply
		judge   Judge
		budget  bool          // the meter refuses retries
		limit   time.Duration // the caller's deadline; 0: none
		sent    int
		status  int  // of the answer; 0: a fault
		kind    Kind // of the fault
		own     bool // the fault's cause is the judge's error
		atLeast time.Duration
	}{
		"a good answer is not repeated":            {answers: []reply{says(200)}, sent: 1, status: 200},
		"not found is not repeated":                {answers: []reply{says(404)}, sent: 1, status: 404},
		"a second answer may be good":              {answers: []reply{says(503), says(200)}, sent: 2, status: 200},
		"three attempts in all, then the answer":   {answers: []reply{says(502)}, sent: 3, status: 502},
		"429 waits as long as it says":             {answers: []reply{says(429, "Retry-After", "7"), says(200)}, sent: 2, status: 200, atLeast: 7 * time.Second},
		"half a minute is not waited for":          {answers: []reply{says(429, "Retry-After", "30")}, sent: 1, kind: KindRateLimited},
		"503 with a long rest is rate limited":     {answers: []reply{says(503, "Retry-After", "120")}, sent: 1, kind: KindRateLimited},
		"a time-out is repeated":                   {answers: []reply{fault(KindTimeout), says(200)}, sent: 2, status: 200},
		"a broken connection is repeated":          {answers: []reply{fault(KindUnavailable)}, sent: 3, kind: KindUnavailable},
		"an open breaker is not":                   {answers: []reply{refused(KindUnavailable)}, sent: 1, kind: KindUnavailable},
		"a full queue is not":                      {answers: []reply{refused(KindRateLimited)}, sent: 1, kind: KindRateLimited},
		"too large a body is not":                  {answers: []reply{fault(KindMalformed)}, sent: 1, kind: KindMalformed},
		"a foreign host is not":                    {answers: []reply{refused(KindForeignHost)}, sent: 1, kind: KindForeignHost},
		"refused here: the answer before stands":   {answers: []reply{says(503), refused(KindUnavailable)}, sent: 2, status: 503},
		"the budget refuses: the last answer":      {answers: []reply{says(503)}, budget: true, sent: 1, status: 503},
		"the budget refuses: the last fault":       {answers: []reply{fault(KindTimeout)}, budget: true, sent: 1, kind: KindTimeout},
		"no room before the deadline":              {answers: []reply{says(429, "Retry-After", "7")}, limit: 8 * time.Second, sent: 1, status: 429},
		"a judge refuses for good":                 {answers: []reply{says(200)}, judge: refusing(Verdict{Err: errQuota}), sent: 1, kind: KindJudged, own: true},
		"a judge has it repeated":                  {answers: []reply{says(200)}, judge: refusing(Verdict{Retry: true, Err: errQuota}), sent: 3, kind: KindJudged, own: true},
		"a judge names the pause":                  {answers: []reply{says(200)}, judge: refusing(Verdict{Retry: true, After: 5 * time.Second, Err: errQuota}), sent: 3, kind: KindJudged, own: true, atLeast: 10 * time.Second},
		"a judge asks for too long a pause":        {answers: []reply{says(200)}, judge: refusing(Verdict{Retry: true, After: time.Minute, Err: errQuota}), sent: 1, kind: KindRateLimited, own: true},
		"a judge finds 429 no good":                {answers: []reply{says(429)}, judge: refusing(Verdict{Err: errQuota}), sent: 1, kind: KindRateLimited, own: true},
		"a judge is content with a server's error": {answers: []reply{says(500)}, judge: refusing(Verdict{}), sent: 1, status: 500},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := &script{answers: c.answers}
				l := (&retries{Base: s, Service: "x", Max: DefaultRetries}).ready()
				ctx := WithMeter(t.Context(), &account{noRetry: c.budget})
				if c.judge != nil {
					ctx = WithJudge(ctx, c.judge)
				}
				if c.limit > 0 {
					var cancel context.CancelFunc
					ctx, cancel = context.WithTimeout(ctx, c.limit)
					defer cancel()
				}
				begin := time.Now()
				got, err := send(t, l, get(ctx, t, "https://api.example.org/"))
				if s.count() != c.sent {
					t.Errorf("sent %d times, want %d", s.count(), c.sent)
				}
				if took := time.Since(begin); took < c.atLeast || took > 2*c.atLeast+time.Second {
					t.Errorf("took %s, want about %s", took, c.atLeast)
				}
				if c.status != 0 {
					if err != nil {
						t.Fatal(err)
					}
					if got.status != c.status || got.text != "body" {
						t.Errorf("got %d %q, want %d with its body", got.status, got.text, c.status)
					}
					return
				}
				f := faultOf(t, err, c.kind)
				if errors.Is(err, errQuota) != c.own {
					t.Errorf("got %q, is it the judge's own error: want %t", f, c.own)
				}
			})
		})
	}
}

func TestRetryRepeatsBodies(t *testing.T) {
	t.Parallel()
	for name, body := range map[string]io.Reader{
		"that can be got again": strings.NewReader("question"),
		"that can be read once": io.MultiReader(strings.NewReader("question")),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				s := scripted(503, 503, 200)
				l := (&retries{Base: s, Max: DefaultRetries}).ready()
				r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "https://api.example.org/", body)
				if err != nil {
					t.Fatal(err)
				}
				if _, err := send(t, l, r); err != nil {
					t.Fatal(err)
				}
				if want := []string{"question", "question", "question"}; !slices.Equal(s.bodies, want) {
					t.Errorf("got bodies %q, want %q", s.bodies, want)
				}
			})
		})
	}
}

func TestRetryEndsWithItsCaller(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		l := (&retries{Base: always(429, "", "Retry-After", "20"), Max: DefaultRetries}).ready()
		begin := time.Now()
		time.AfterFunc(3*time.Second, cancel)
		_, err := send(t, l, get(ctx, t, "https://api.example.org/"))
		wantFault(t, err, KindCanceled)
		if !errors.Is(err, context.Canceled) || time.Since(begin) != 3*time.Second {
			t.Errorf("got %v after %s, want context.Canceled after 3s", err, time.Since(begin))
		}
	})
}

func TestRetryTellsPaceWhatTheJudgeFound(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var paused time.Duration
		l := &retries{Base: always(200, "quota"), Pause: func(d time.Duration) { paused = d }}
		ctx := WithJudge(t.Context(), func(resp *http.Response, body []byte) Verdict {
			read, err := io.ReadAll(resp.Body)
			if err != nil || string(read) != "quota" || string(body) != "quota" {
				t.Errorf("the judge read %q and %q, want the body twice", read, body)
			}
			return Verdict{Retry: true, After: 4 * time.Second}
		})
		got, err := send(t, l, get(ctx, t, "https://api.example.org/"))
		if err != nil {
			t.Fatal(err)
		}
		if paused != 4*time.Second || got.text != "quota" || got.more != "quota" {
			t.Errorf("paused %s, want 4s, and a body that can be read again", paused)
		}
	})
}
