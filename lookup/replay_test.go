package lookup_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"tutti/internal/documents"
	"tutti/lookup"
	"tutti/music"
	"tutti/permalink"
)

// said is what a replay has to give again, byte for byte.
func said(tb testing.TB, r *lookup.Result) string {
	tb.Helper()
	out := map[string]any{"err": fmt.Sprint(r.Err()), "complete": r.Complete(), "conflicts": r.Conflicts(music.Debug)}
	if r.Release() != nil {
		out["release"] = r.Release().Music()
	}
	if r.Err() != nil {
		delete(out, "err") // its text tells of causes, which are not recorded
	}
	var fared []string
	for _, p := range r.Reports() {
		code := ""
		if f := p.Failure(); f != nil {
			code = f.Code
		}
		fared = append(fared, fmt.Sprint(p.Provider, p.Status, code, p.Value, p.Region, p.Alternatives, p.Denied))
		if p.Source() != nil {
			out["view of "+string(p.Provider)] = p.Source().Release().Music()
		}
	}
	out["reports"] = fared
	b, err := json.MarshalIndent(out, "", " ")
	if err != nil {
		tb.Fatal(err)
	}
	return string(b)
}

// link writes a lookup down and reads it again.
func link(tb testing.TB, town *town, r *lookup.Result) *permalink.Link {
	tb.Helper()
	l, err := town.engine.Permalink(tb.Context(), r)
	if err != nil || l == nil {
		tb.Fatalf("no permalink: %v, %v", l, err)
	}
	again, err := permalink.Parse(l.Token())
	if err != nil {
		tb.Fatal(err)
	}
	if diff := cmp.Diff(l, again); diff != "" {
		tb.Errorf("read again it is another (-want +got):\n%s", diff)
	}
	return again
}

func replay(tb testing.TB, town *town, l *permalink.Link, need lookup.Need) *lookup.Result {
	tb.Helper()
	q, err := lookup.Replay(l)
	if err != nil {
		tb.Fatal(err)
	}
	sent := town.sent()
	r := town.engine.Run(tb.Context(), q, need)
	if town.sent() != sent {
		tb.Errorf("the replay sent %d requests", town.sent()-sent)
	}
	return r
}

func (t *town) sent() int {
	n := 0
	for _, s := range t.shops {
		n += len(s.requests())
	}
	return n
}

// shut makes all services fail.
func (t *town) shut() {
	for _, s := range t.shops {
		s.answers(http.StatusInternalServerError)
	}
}

func TestAReplayGivesTheSame(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		question lookup.Question
		change   func([]*shop)
	}{
		"by GTIN":              {question: lookup.Question{GTIN: gtin}},
		"in two phases":        {question: lookup.Question{Refs: []lookup.Ref{{Provider: "a", ID: "1"}}, Options: lookup.Options{Providers: names("b", "d")}}},
		"of one that has none": {question: lookup.Question{Refs: []lookup.Ref{{Provider: "a", ID: "9"}}, GTIN: gtin}},
		"of one that fails":    {question: lookup.Question{GTIN: gtin}, change: func(s []*shop) { s[0].status = 503 }},
		"of one that panics":   {question: lookup.Question{GTIN: gtin}, change: func(s []*shop) { s[1].panics = true }},
		"of all that fail": {question: lookup.Question{GTIN: gtin}, change: func(s []*shop) {
			for _, x := range s {
				x.status = 500
			}
		}},
		"of one that is late": {
			question: lookup.Question{GTIN: gtin, Options: lookup.Options{Deadline: 15 * time.Millisecond}},
		},
		"that had no time for a second phase": {
			question: lookup.Question{
				Refs:    []lookup.Ref{{Provider: "a", ID: "1"}, {Provider: "b", ID: "10"}},
				Options: lookup.Options{Providers: names("d"), Deadline: 15 * time.Millisecond},
			},
		},
		"that was cut": {question: lookup.Question{GTIN: gtin, Options: lookup.Options{MaxRequests: 1}}},
		"with a contradiction": {
			question: lookup.Question{Refs: []lookup.Ref{{Provider: "a", ID: "2"}, {Provider: "b", ID: "10"}}, Options: lookup.Options{Providers: names("d")}},
		},
		"with preferences and regions": {
			question: func() lookup.Question {
				q := lookup.Question{GTIN: gtin, Options: lookup.Options{Regions: []music.Region{"GB", "US"}, Templates: names("b")}}
				q.Merge.Default = names("d", "b")
				return q
			}(),
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				shops := usual()
				if c.change != nil {
					c.change(shops)
				}
				if c.question.Providers == nil {
					c.question.Providers = names("a", "b", "d")
				}
				town := newTown(t, shops...)
				r := town.engine.Run(t.Context(), c.question, lookup.Everything())
				want := said(t, r)
				l := link(t, town, r)
				<-time.After(40 * 24 * time.Hour)
				town.shut()
				again := replay(t, town, l, lookup.Everything())
				if diff := cmp.Diff(want, said(t, again)); diff != "" {
					t.Errorf("the replay differs (-then +now): %v\n%s", again.Err(), diff)
				}
				if got := link(t, town, again); got.Token() != l.Token() {
					t.Errorf("the permalink of the replay is another:\n%+v\n%+v", got, l)
				}
			})
		})
	}
}

// TestAnyReplayGivesTheSame does so with services that do as they like.
func TestAnyReplayGivesTheSame(t *testing.T) {
	t.Parallel()
	for seed := range uint64(150) {
		synctest.Test(t, func(t *testing.T) {
			dice := rand.New(rand.NewPCG(seed, 1))
			shops := usual()
			for _, s := range shops {
				s.latency = time.Duration(dice.IntN(40)) * time.Millisecond
				s.status = []int{0, 0, 0, 404, 403, 429, 503}[dice.IntN(7)]
				s.panics = dice.IntN(12) == 0
			}
			town := newTownThatKeeps(t, 1<<20, shops...)
			q := lookup.Question{Options: lookup.Options{Providers: names("a", "b", "c", "d"), MaxRequests: dice.IntN(5)}}
			if dice.IntN(2) == 0 {
				q.Deadline = time.Duration(1+dice.IntN(60)) * time.Millisecond
			}
			if dice.IntN(2) == 0 {
				q.GTIN = gtin
			} else {
				q.Refs = []lookup.Ref{{Provider: "a", ID: []string{"1", "2", "3", "9", "x"}[dice.IntN(5)]}}
			}
			if dice.IntN(3) == 0 {
				q.Regions = []music.Region{"GB", "US"}
			}
			needs := []lookup.Need{lookup.Everything(), {Common: music.PropertiesOf(music.PropTitle)}}
			need := needs[dice.IntN(2)]
			first := town.engine.Run(t.Context(), q, need)
			if dice.IntN(2) == 0 { // something is stored already, and the services have changed since
				<-time.After(time.Duration(dice.IntN(72)) * time.Hour)
				for _, s := range shops {
					s.answers([]int{0, 0, 500}[dice.IntN(3)])
				}
				need = needs[dice.IntN(2)]
				first = town.engine.Run(t.Context(), q, need)
			}
			if len(first.Reports()) == 0 {
				return
			}
			want, l := said(t, first), link(t, town, first)
			town.shut()
			<-time.After(time.Hour)
			town.engine.Run(t.Context(), q, lookup.Everything())
			<-time.After(time.Minute) // what is still on its way arrives
			if diff := cmp.Diff(want, said(t, replay(t, town, l, need))); diff != "" {
				t.Errorf("seed %d: the replay differs (-then +now):\n%s", seed, diff)
			}
		})
	}
}

func TestBothStatesOfAReleaseCanBeRead(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		shops := usual()
		town := newTown(t, shops...)
		q := lookup.Question{Refs: []lookup.Ref{{Provider: "a", ID: "1"}}, Options: lookup.Options{Providers: names()}}
		titleAt := func(at time.Time) string {
			q.AsOf = at
			r := town.engine.Run(t.Context(), q, lookup.Everything())
			if r.Release() == nil {
				return r.Report("a").Failure().Code
			}
			return r.Release().Title(nil)
		}
		before := time.Now()
		<-time.After(time.Second)
		if got := titleAt(time.Time{}); got != "One" {
			t.Fatalf("got %q", got)
		}
		first := time.Now()
		<-time.After(48 * time.Hour)
		shops[0].sells("1", entry{Title: "One (Remastered)", GTIN: gtin, Tracks: []string{"x", "y"}})
		titleAt(time.Time{}) // is served what is old, and refreshes it
		<-time.After(time.Minute)
		for at, want := range map[time.Time]string{
			before: "NOT_RECORDED", first: "One", time.Now(): "One (Remastered)", {}: "One (Remastered)",
		} {
			if got := titleAt(at); got != want {
				t.Errorf("at %s: %q, want %q", at, got, want)
			}
		}
		if n := len(shops[0].requests()); n != 2 {
			t.Errorf("%d requests, want 2", n)
		}
	})
}

func TestAPermalinkThatCannotBeReplayedSaysWhy(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		town, other := newTown(t, usual()...), newTown(t, usual()...)
		q := lookup.Question{GTIN: gtin, Options: lookup.Options{Providers: names("a", "b")}}
		l := link(t, town, town.engine.Run(t.Context(), q, lookup.Everything()))

		r := replay(t, other, l, lookup.Everything())
		failure, ok := errors.AsType[*lookup.ReplayError](r.Err())
		want := []string{"a gtin " + gtin, "b gtin " + gtin}
		if !ok || !slices.Equal(failure.Missing, want) || r.Release() != nil || r.Complete() {
			t.Errorf("where nothing is stored: %v with release %v, want an error that names %q", r.Err(), r.Release(), want)
		}
		if got := told(r); got != "not-replayed" {
			t.Errorf("told %q", got)
		}

		for name, change := range map[string]func(*permalink.Link){
			"another digest":    func(l *permalink.Link) { l.Digest = strings.Repeat("0", 64) },
			"another content":   func(l *permalink.Link) { l.Content = strings.Repeat("0", 64) },
			"another state":     func(l *permalink.Link) { l.Sources[0].Status = "FAILED" },
			"another order":     func(l *permalink.Link) { slices.Reverse(l.Sources) },
			"one provider less": func(l *permalink.Link) { l.Sources = l.Sources[:1] },
			"another time":      func(l *permalink.Link) { l.AsOf = l.AsOf.Add(-time.Hour) },
			"another lookup":    func(l *permalink.Link) { l.Lookup = strings.Replace(l.Lookup, `["a","b"]`, `["b","a"]`, 1) },
		} {
			changed := *l
			changed.Sources = slices.Clone(l.Sources)
			change(&changed)
			if r := replay(t, town, &changed, lookup.Everything()); r.Err() == nil || r.Release() != nil {
				t.Errorf("%s: replayed without an error", name)
			}
		}
	})
}

func TestASelectionBeyondAPermalinkIsAnsweredFromWhatIsRecorded(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		town := newTown(t, usual()...)
		q := lookup.Question{GTIN: gtin, Options: lookup.Options{Providers: names("a", "b")}}
		l := link(t, town, town.engine.Run(t.Context(), q, lookup.Need{Common: music.PropertiesOf(music.PropTitle)}))
		r := replay(t, town, l, lookup.Everything())
		if r.Err() != nil || len(r.Release().Media(nil)) != 1 {
			t.Fatalf("error %v, want the tracks that the documents hold", r.Err())
		}
		if got := link(t, town, r); got.Token() == l.Token() {
			t.Error("it has the permalink of the smaller one")
		}
	})
}

func TestAPermalinkOfAKeptResultCanBeReplayed(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		town := newTownThatKeeps(t, 1<<20, usual()...)
		q := lookup.Question{GTIN: gtin, Options: lookup.Options{Providers: names("a", "b")}}
		title := lookup.Need{Common: music.PropertiesOf(music.PropTitle)}
		town.engine.Run(t.Context(), q, lookup.Everything())
		r := town.engine.Run(t.Context(), q, title) // out of the larger one
		if r.Requests().Sent != 0 {
			t.Fatalf("sent %d requests, want a kept result", r.Requests().Sent)
		}
		l := link(t, town, r)
		if diff := cmp.Diff(said(t, r), said(t, replay(t, town, l, title))); diff != "" {
			t.Errorf("the replay differs (-then +now):\n%s", diff)
		}
	})
}

func TestADiffNamesWhatHasChanged(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		shops := usual()
		town := newTown(t, shops...)
		q := lookup.Question{GTIN: gtin, Options: lookup.Options{Providers: names("a", "b"), Freshness: lookup.FreshOnly}}
		town.engine.Run(t.Context(), q, lookup.Everything())
		since := time.Now()
		<-time.After(time.Hour)
		shops[0].sells("1", entry{Title: "One (Remastered)", GTIN: gtin, Regions: []music.Region{"GB", "FR"}, Tracks: []string{"x", "z"}})
		shops[1].sells("10", entry{Title: "One", GTIN: "602475093060", Tracks: []string{"x", "y"}})
		q.Providers = names("a", "b", "d")
		ctx, _ := documents.Begin(t.Context()) // what the operation has fetched is not what was recorded
		r := town.engine.Run(ctx, q, lookup.Everything())
		d := town.engine.Diff(ctx, r, since)
		if !slices.Equal(d.Missing, names("d")) || !d.Since.Equal(since) || !d.Until.Equal(time.Now()) {
			t.Errorf("missing %v, since %s, until %s", d.Missing, d.Since, d.Until)
		}
		var got []string
		text := func(p *string) string {
			if p == nil {
				return "none"
			}
			return *p
		}
		for _, c := range d.Changes(nil) {
			who := "merged"
			if c.Provider != nil {
				who = string(*c.Provider)
			}
			got = append(got, fmt.Sprintf("%s %s: %s → %s", who, c.Path, text(c.Before), text(c.After)))
		}
		want := []string{
			"merged title: One → One (Remastered)", "merged media[0].tracks[1].title: y → z",
			"merged labels: Imprint → none", "merged labels[0].label.name: Imprint → none",
			"a title: One → One (Remastered)", "a media[0].tracks[1].title: y → z",
			"b labels: Imprint → none", "b labels[0].label.name: Imprint → none",
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("changes (-want +got):\n%s", diff)
		}
		if n := len(d.Changes(names("b"))); n != 2 {
			t.Errorf("%d changes of b, want 2", n)
		}
	})
}
