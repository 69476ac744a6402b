package cache

import (
	"context"
	"errors"
	"testing"
	"time"
)

// TestVersions holds that two versions of the program do not read each other's entries, even from one store.
func TestVersions(t *testing.T) {
	t.Parallel()
	first, err := New[string](Options{Name: "x", Version: "1", MaxBytes: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer first.Close() //nolint:errcheck // reported by the suite
	second, err := New[string](Options{Name: "x", Version: "2", MaxBytes: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	defer second.Close() //nolint:errcheck // reported by the suite
	second.store.close()
	second.store = first.store
	_, err = first.Do(t.Context(), "k", Usual, func(context.Context) (Filled[string], error) {
		return Filled[string]{Value: "of version 1", FreshFor: time.Hour}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := first.Peek("k"); err != nil || got.Value != "of version 1" {
		t.Errorf("version 1 reads %q, %v", got.Value, err)
	}
	if got, err := second.Peek("k"); !errors.Is(err, ErrNotCached) {
		t.Errorf("version 2 reads %q, %v; want ErrNotCached", got.Value, err)
	}
}
