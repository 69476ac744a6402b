package documents_test

import (
	"strconv"
	"testing"
	"testing/synctest"

	"tutti/internal/documents"
)

// TestDriftOfAFetchedDocumentIsCounted holds that an answer is counted once: not again when it comes out of the store.
func TestDriftOfAFetchedDocumentIsCounted(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := newSetting(t)
		d, _ := s.get(t, s.one, "1", documents.View{})
		d.Drift("tracks[].mood", "unknown")
		d.Drift("tracks[].mood", "retyped")
		d.Drift("title", "missing")
		synctest.Wait() // until it is stored
		if d, _ = s.get(t, s.one, "1", documents.View{}); d.Drift != nil {
			t.Error("a stored document counts drift")
		}
		got := s.documents.Drift("x")
		if len(got) != 2 || got[0].Path != "title" || got[0].Missing != 1 || got[0].Endpoint != "one" ||
			got[1].Path != "tracks[].mood" || got[1].Unknown != 1 || got[1].Retyped != 1 || got[1].LastSeenAt.IsZero() {
			t.Errorf("got %+v", got)
		}
		if other := s.documents.Drift("y"); len(other) != 0 {
			t.Errorf("another service has %+v", other)
		}
	})
}

// TestDriftIsBounded has one service invent fields without end: they are counted together, and another service loses none of its own.
func TestDriftIsBounded(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const invented, remembered = 5000, 100
		s := newSetting(t)
		d, _ := s.get(t, s.one, "1", documents.View{})
		for i := range invented {
			d.Drift("field"+strconv.Itoa(i), "unknown")
		}
		got, all := s.documents.Drift("x"), 0
		for _, f := range got {
			all += f.Unknown
		}
		if len(got) != remembered+1 || all != invented || got[len(got)-1].Path != "…" {
			t.Errorf("got %d fields, %d times, the last %+v", len(got), all, got[len(got)-1])
		}
	})
}
