package documents_test

import (
	"errors"
	"sync"
	"testing"
	"testing/synctest"

	"tutti/internal/documents"
	"tutti/providers"
)

func TestABudgetCutsWhatDoesNotFit(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		ctx, op, a := s.account(t, documents.View{Budget: documents.NewBudget(2)})
		defer op.Done()
		docs := s.service.Get(ctx, s.one.Of("1"), s.many.Of("a"), s.many.Of("b"), s.many.Of("c"), s.many.Of("d"), s.one.Of("2"))
		for i, want := range []bool{true, true, true, true, false, false} {
			if got := docs[i].Err == nil; got != want {
				t.Errorf("document %d: answered %v, want %v (%v)", i, got, want, docs[i].Err)
			}
		}
		if !errors.Is(docs[5].Err, providers.ErrCut) {
			t.Errorf("got %v, want cut", docs[5].Err)
		}
		if n := a.Count(); n.Sent != 2 || n.Cut != 2 {
			t.Errorf("counted %+v, want 2 sent and 2 cut", n)
		}
	})
}

func TestWhatAnotherPaysForIsNotTakenFromTheBudget(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		var wait sync.WaitGroup
		wait.Go(func() { s.get(t, s.one, "1", documents.View{}) })
		synctest.Wait()
		wait.Go(func() {
			ctx, op, a := s.account(t, documents.View{Budget: documents.NewBudget(1)})
			defer op.Done()
			wantBody(t, s.service.Get(ctx, s.one.Of("1"))[0], "1")
			wantBody(t, s.service.Get(ctx, s.one.Of("2"))[0], "2")
			if n := a.Count(); n.Sent != 1 || n.Shared != 1 || n.Cut != 0 {
				t.Errorf("counted %+v, want one sent, one shared, none cut", n)
			}
		})
		wait.Wait()
	})
}

func TestWhatIsOutsideTheCoverIsRefused(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		ctx, op := documents.Begin(t.Context())
		op.Add(1)
		defer op.Done()
		a := op.Open("x", documents.View{}, providers.Cover{Steps: []providers.Step{{Endpoint: s.one}}}, providers.Shape{})
		for name, d := range map[string]providers.Document{
			"another endpoint": s.service.Get(documents.WithAccount(ctx, a), s.many.Of("1"))[0],
			"no account":       s.service.Get(ctx, s.one.Of("1"))[0],
		} {
			if !errors.Is(d.Err, providers.ErrUndeclared) {
				t.Errorf("%s: got %v, want undeclared", name, d.Err)
			}
		}
		wantSent(t, s.world)
	})
}

func TestTheBoundTightens(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		_, a := s.get(t, s.one, "1", documents.View{})
		if got := a.Bound(); got != 2 {
			t.Errorf("bound %d while the source runs, want 2", got)
		}
		a.Close()
		if got := a.Bound(); got != 1 {
			t.Errorf("bound %d once the source has ended, want the 1 that was asked for", got)
		}
	})
}
