package cache_test

import (
	"context"
	"strconv"
	"testing"
	"time"

	"tutti/internal/cache"
)

func value(context.Context) (cache.Filled[string], error) {
	return cache.Filled[string]{Value: "value", Cost: 1000, FreshFor: time.Hour}, nil
}

func benched(b *testing.B) *cache.Cache[string] {
	b.Helper()
	c, err := cache.New[string](cache.Options{Name: "bench", Version: "1.0.0", MaxBytes: 64 << 20})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := c.Close(); err != nil {
			b.Error(err)
		}
	})
	return c
}

func BenchmarkHit(b *testing.B) {
	c := benched(b)
	if _, err := c.Do(b.Context(), "key", cache.Usual, value); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if got, err := c.Do(b.Context(), "key", cache.Usual, value); err != nil || got.Status != cache.Hit {
			b.Fatal(got.Status, err)
		}
	}
}

func BenchmarkHitParallel(b *testing.B) {
	c := benched(b)
	b.ReportAllocs()
	b.RunParallel(func(p *testing.PB) {
		for p.Next() {
			if _, err := c.Do(b.Context(), "key", cache.Usual, value); err != nil {
				b.Error(err)
			}
		}
	})
}

func BenchmarkMiss(b *testing.B) {
	c := benched(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, err := c.Do(b.Context(), strconv.Itoa(i), cache.Usual, value); err != nil {
			b.Fatal(err)
		}
	}
}
