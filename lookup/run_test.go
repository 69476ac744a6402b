package lookup_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"go.uber.org/goleak"

	"tutti/harmonize"
	"tutti/lookup"
	"tutti/music"
	"tutti/providers"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const gtin = "0602475093060"

func names(list ...music.ProviderName) []music.ProviderName { return list }

// told returns the codes of the messages.
func told(r *lookup.Result) string {
	var out []string
	for _, m := range r.Messages(music.Info) {
		out = append(out, m.Code)
	}
	return strings.Join(out, " ")
}

// fared returns how each provider fared.
func fared(r *lookup.Result) string {
	var out []string
	for _, p := range r.Reports() {
		out = append(out, string(p.Provider)+":"+string(p.Status))
	}
	return strings.Join(out, " ")
}

// TestTheWorkedExamples runs the examples of a combined lookup: what is asked, and what comes of it.
func TestTheWorkedExamples(t *testing.T) {
	t.Parallel()
	ask := func(q lookup.Question, ps ...music.ProviderName) lookup.Question {
		q.Providers = append([]music.ProviderName{}, ps...)
		return q
	}
	refs := func(list ...lookup.Ref) []lookup.Ref { return list }
	for name, c := range map[string]struct {
		question lookup.Question
		sent     map[string]string
		fared    string
		told     string
		title    string
	}{
		"a GTIN asks all that are named": {
			question: ask(lookup.Question{GTIN: gtin}, "a", "b"),
			sent:     map[string]string{"a": "gtin/" + gtin, "b": "gtin/" + gtin}, fared: "a:OK b:OK", title: "One",
		},
		"a provider that cannot be asked by GTIN is a warning": {
			question: ask(lookup.Question{GTIN: gtin}, "a", "c"),
			sent:     map[string]string{"a": "gtin/" + gtin}, fared: "a:OK", told: "gtin-lookup-unsupported", title: "One",
		},
		"an unknown provider costs only itself": {
			question: ask(lookup.Question{GTIN: gtin}, "a", "foo"),
			sent:     map[string]string{"a": "gtin/" + gtin}, fared: "a:OK", told: "unknown-provider", title: "One",
		},
		"a provider is used once": {
			question: ask(lookup.Question{Refs: refs(lookup.Ref{Provider: "a", ID: "1"}), URLs: []string{"https://a.example/album/2"}}),
			sent:     map[string]string{"a": "album/1"}, fared: "a:OK", told: "provider-used-twice", title: "One",
		},
		"the GTIN that was found starts the others, in the preferred regions where it is offered": {
			question: ask(lookup.Question{Refs: refs(lookup.Ref{Provider: "a", ID: "1"}), Options: lookup.Options{Regions: []music.Region{"US", "GB"}}}, "a", "b"),
			sent:     map[string]string{"a": "album/1", "b": "gtin/" + gtin + "?region=GB"}, fared: "a:OK b:OK", title: "One",
		},
		"none of the preferred regions has it": {
			question: ask(lookup.Question{Refs: refs(lookup.Ref{Provider: "a", ID: "1"}), Options: lookup.Options{Regions: []music.Region{"US", "JP"}}}, "b"),
			sent:     map[string]string{"a": "album/1", "b": "gtin/" + gtin + "?region=GB"}, fared: "a:OK b:OK", title: "One",
		},
		"the region of a URL wins": {
			question: ask(lookup.Question{URLs: []string{"https://a.example/de/album/1"}, Options: lookup.Options{Regions: []music.Region{"US", "GB"}}}, "b"),
			sent:     map[string]string{"a": "album/1", "b": "gtin/" + gtin + "?region=DE"}, fared: "a:OK b:OK", title: "One",
		},
		"without a GTIN nobody else is asked": {
			question: ask(lookup.Question{Refs: refs(lookup.Ref{Provider: "a", ID: "3"})}, "b", "d"),
			sent:     map[string]string{"a": "album/3"}, fared: "a:OK", told: "gtin-unknown", title: "Three",
		},
		"two GTINs ask nobody else": {
			question: ask(lookup.Question{Refs: refs(lookup.Ref{Provider: "a", ID: "2"}, lookup.Ref{Provider: "b", ID: "10"})}, "d"),
			sent:     map[string]string{"a": "album/2", "b": "album/10"}, fared: "a:OK b:EXCLUDED", told: "several-gtins", title: "Two",
		},
		"an invalid GTIN is as good as none": {
			question: ask(lookup.Question{GTIN: "123", Refs: refs(lookup.Ref{Provider: "a", ID: "1"})}, "b"),
			sent:     map[string]string{"a": "album/1", "b": "gtin/" + gtin + "?region=GB"}, fared: "a:OK b:OK", told: "invalid-gtin", title: "One",
		},
		"an invalid id costs only its provider": {
			question: ask(lookup.Question{Refs: refs(lookup.Ref{Provider: "a", ID: "abc"}, lookup.Ref{Provider: "b", ID: "10"})}),
			sent:     map[string]string{"b": "album/10"}, fared: "a:FAILED b:OK", told: "provider-failed", title: "One",
		},
		"a template gives what others lack, and no GTIN": {
			question: ask(lookup.Question{Refs: refs(lookup.Ref{Provider: "b", ID: "10"}, lookup.Ref{Provider: "a", ID: "1"}), Options: lookup.Options{Templates: names("b")}}, "d"),
			sent:     map[string]string{"b": "album/10", "a": "album/1", "d": "gtin/" + gtin + "?region=GB"}, fared: "b:OK a:OK d:OK", title: "One",
		},
		"nobody has it": {
			question: ask(lookup.Question{Refs: refs(lookup.Ref{Provider: "a", ID: "9"}, lookup.Ref{Provider: "b", ID: "9"})}),
			sent:     map[string]string{"a": "album/9", "b": "album/9"}, fared: "a:NOT_FOUND b:NOT_FOUND",
		},
		"nothing is asked": {question: ask(lookup.Question{}), told: "nothing-queued"},
		"nothing that could be asked": {
			question: ask(lookup.Question{Refs: refs(lookup.Ref{Provider: "foo", ID: "1"}), URLs: []string{"https://nobody.example/1"}}),
			told:     "unknown-provider unsupported-url",
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				town := newTown(t, usual()...)
				r := town.engine.Run(t.Context(), c.question, lookup.Everything())
				if got := fared(r); got != c.fared {
					t.Errorf("fared %q, want %q", got, c.fared)
				}
				if got := told(r); got != c.told {
					t.Errorf("told %q, want %q", got, c.told)
				}
				title := ""
				if r.Release() != nil {
					title = r.Release().Title(nil)
				}
				if title != c.title {
					t.Errorf("title %q, want %q (%v)", title, c.title, r.Err())
				}
				for name, s := range town.shops {
					if got := strings.Join(s.requests(), " "); got != c.sent[name] {
						t.Errorf("%s was sent %q, want %q", name, got, c.sent[name])
					}
				}
			})
		})
	}
}

func TestALateProviderIsPendingAndTheRestIsAnswered(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		shops := usual()
		shops[1].latency = time.Minute
		town := newTown(t, shops...)
		q := lookup.Question{GTIN: gtin, Options: lookup.Options{Providers: names("a", "b"), Deadline: 100 * time.Millisecond}}
		began := time.Now()
		r := town.engine.Run(t.Context(), q, lookup.Everything())
		if took := time.Since(began); took != 100*time.Millisecond {
			t.Errorf("took %s, want the deadline of 100 ms", took)
		}
		if got, want := fared(r), "a:OK b:PENDING"; got != want {
			t.Errorf("fared %q, want %q", got, want)
		}
		if r.Complete() || r.Release() == nil {
			t.Errorf("complete %v, release %v: want an incomplete release", r.Complete(), r.Release())
		}
	})
}

func TestAPanicIsOneProvidersFailure(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		shops := usual()
		shops[0].panics = true
		town := newTown(t, shops...)
		r := town.engine.Run(t.Context(), lookup.Question{GTIN: gtin, Options: lookup.Options{Providers: names("a", "b")}}, lookup.Everything())
		if got, want := fared(r), "a:FAILED b:OK"; got != want {
			t.Errorf("fared %q, want %q", got, want)
		}
		if text := r.Report("a").Failure().Message; strings.Contains(text, "faints") || strings.Contains(text, "goroutine") {
			t.Errorf("the failure tells what only logs should: %q", text)
		}
	})
}

func TestFaultsAreReportedByKind(t *testing.T) {
	t.Parallel()
	for status, want := range map[int]lookup.Status{
		429: lookup.StatusRateLimited, 503: lookup.StatusFailed, 401: lookup.StatusFailed, 404: lookup.StatusNotFound,
	} {
		t.Run(string(want)+" "+time.Duration(status).String(), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				shops := usual()
				shops[0].status = status
				town := newTown(t, shops...)
				r := town.engine.Run(t.Context(), lookup.Question{GTIN: gtin, Options: lookup.Options{Providers: names("a", "b")}}, lookup.Everything())
				if got := r.Report("a").Status; got != want {
					t.Errorf("status %d: got %s, want %s", status, got, want)
				}
				if r.Release() == nil || r.Report("b").Status != lookup.StatusOK {
					t.Error("one provider's fault cost another's answer")
				}
			})
		})
	}
}

func TestTheSameLookupAtTheSameTimeIsWorkedOnOnce(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		town := newTown(t, usual()...)
		q := lookup.Question{GTIN: gtin, Options: lookup.Options{Providers: names("a", "b")}}
		results := make([]*lookup.Result, 50)
		done := make(chan int)
		for i := range results {
			go func() {
				results[i] = town.engine.Run(t.Context(), q, lookup.Everything())
				done <- i
			}()
		}
		for range results {
			<-done
		}
		if a, b := town.shops["a"].requests(), town.shops["b"].requests(); len(a) != 1 || len(b) != 1 {
			t.Errorf("50 lookups sent %d and %d requests, want 1 each", len(a), len(b))
		}
		sent := 0
		for _, r := range results {
			sent += r.Requests().Sent
		}
		if sent != 2 {
			t.Errorf("the lookups count %d requests as theirs, want 2", sent)
		}
	})
}

func TestOneWhoLeavesDisturbsNobody(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		town := newTown(t, usual()...)
		q := lookup.Question{GTIN: gtin, Options: lookup.Options{Providers: names("a", "b")}}
		ctx, cancel := context.WithCancel(t.Context())
		left := make(chan *lookup.Result)
		go func() { left <- town.engine.Run(ctx, q, lookup.Everything()) }()
		synctest.Wait()
		stayed := make(chan *lookup.Result)
		go func() { stayed <- town.engine.Run(t.Context(), q, lookup.Everything()) }()
		synctest.Wait()
		cancel()
		if r := <-left; !errors.Is(r.Err(), context.Canceled) {
			t.Errorf("the one who left got %v", r.Err())
		}
		if got, want := fared(<-stayed), "a:OK b:OK"; got != want {
			t.Errorf("the one who stayed: %q, want %q", got, want)
		}
	})
}

func TestSeveralLookupsOfOneOperationInOrder(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		town := newTown(t, usual()...)
		opt := lookup.Options{Providers: names("a", "b")}
		results := town.engine.RunAll(t.Context(), []lookup.Question{
			{GTIN: "724385522949", Options: opt}, {GTIN: "1", Options: opt}, {Bad: "this is bad"}, {GTIN: gtin, Options: opt},
		}, lookup.Everything())
		var titles []string
		for _, r := range results {
			title := ""
			if r.Release() != nil {
				title = r.Release().Title(nil)
			}
			titles = append(titles, title)
		}
		if want := []string{"Other", "", "", "One"}; !slices.Equal(titles, want) {
			t.Errorf("titles %q, want %q", titles, want)
		}
		if got := told(results[2]); got != "bad-question" {
			t.Errorf("the bad question told %q", got)
		}
	})
}

func TestAnUnreadyProviderIsSkippedWithoutAMessage(t *testing.T) {
	t.Parallel()
	pl := newTown(t, usual()...).engine.Planner()
	pl.Unready = map[music.ProviderName]string{"b": "credentials are missing"}
	plan := pl.Plan(lookup.Question{GTIN: gtin, Options: lookup.Options{Providers: names("a", "b")}}, lookup.Everything())
	if len(plan.First) != 2 || plan.First[0].Err != nil || !errors.Is(plan.First[1].Err, providers.ErrDenied) {
		t.Errorf("planned %+v, want b with its reason", plan.First)
	}
}

func TestAFailPolicyRefusesContradictions(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		town := newTown(t, usual()...)
		q := lookup.Question{Refs: []lookup.Ref{{Provider: "a", ID: "2"}, {Provider: "b", ID: "10"}}, Options: lookup.Options{Providers: names()}}
		q.Providers = []music.ProviderName{}
		q.Merge.OnConflict = harmonize.Fail
		r := town.engine.Run(t.Context(), q, lookup.Everything())
		if _, ok := errors.AsType[*harmonize.IncompatibleError](r.Err()); !ok || r.Release() != nil {
			t.Errorf("got %v and %v, want an IncompatibleError", r.Release(), r.Err())
		}
		if c := r.Conflicts(music.Info); len(c) == 0 || c[0].Kind != harmonize.ConflictGTIN {
			t.Errorf("conflicts %+v, want that of the GTINs", c)
		}
		if len(r.Sources()) != 2 || r.Report("a").Source() == nil {
			t.Error("what each provider says was lost with the merge")
		}
	})
}

func TestAnInvalidPartIsNobodyElses(t *testing.T) {
	t.Parallel()
	town := newTownThatKeeps(t, 1<<20, usual()...)
	q := lookup.Question{GTIN: "123", Refs: []lookup.Ref{{Provider: "a", ID: "1"}}, Options: lookup.Options{Providers: names("b")}}
	if got := told(town.engine.Run(t.Context(), q, lookup.Everything())); got != "invalid-gtin" {
		t.Fatalf("told %q", got)
	}
	q.GTIN = ""
	if got := told(town.engine.Run(t.Context(), q, lookup.Everything())); got != "" {
		t.Errorf("a clean question was told of another's mistake: %q", got)
	}
}

func TestAnIncompleteResultIsKeptForAWhile(t *testing.T) {
	t.Parallel()
	shops := usual()
	shops[0].status = 503
	town := newTownThatKeeps(t, 1<<20, shops...)
	q := lookup.Question{GTIN: gtin, Options: lookup.Options{Providers: names("a", "b")}}
	for i := range 3 {
		r := town.engine.Run(t.Context(), q, lookup.Everything())
		if r.Complete() || fared(r) != "a:FAILED b:OK" {
			t.Fatalf("fared %q, complete %v", fared(r), r.Complete())
		}
		if i == 0 && r.Report("a").Cache != lookup.CacheMiss {
			t.Errorf("a provider that failed has its answer from %s", r.Report("a").Cache)
		}
	}
	if got := len(shops[0].requests()); got != 1 {
		t.Errorf("the failing provider was asked %d times, want once", got)
	}
}

func TestASmallerNeedIsServedByALargerResult(t *testing.T) {
	t.Parallel()
	town := newTownThatKeeps(t, 1<<20, usual()...)
	q := lookup.Question{GTIN: gtin, Options: lookup.Options{Providers: names("a", "b")}}
	all := town.engine.Run(t.Context(), q, lookup.Everything())
	title := town.engine.Run(t.Context(), q, lookup.Need{Common: music.PropertiesOf(music.PropTitle)})
	if all.Release().Title(nil) != title.Release().Title(nil) || title.Requests().Sent != 0 {
		t.Errorf("title %q after %d requests", title.Release().Title(nil), title.Requests().Sent)
	}
	if title.Release().Labels(nil) != nil {
		t.Error("the answer holds more than was asked for: it depends on what others asked")
	}
	if got := lookup.Of(title.Release()); got != title {
		t.Error("the release does not lead back to its own lookup")
	}
}
