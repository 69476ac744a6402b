package cache_test

import (
	"context"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	sdkmetric "go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/metric/metricdata"

	"tutti/internal/cache"
	"tutti/internal/cache/cachetest"
	"tutti/internal/telemetry"
)

func TestMemory(t *testing.T) {
	t.Parallel()
	cachetest.Run(t, cachetest.Keeps, func(o cache.Options) (cachetest.Subject, error) { return cache.New[string](o) })
}

func TestNoCache(t *testing.T) {
	t.Parallel()
	cachetest.Run(t, cachetest.KeepsNothing, func(o cache.Options) (cachetest.Subject, error) { return cache.NoCache[string](o) })
}

func TestFirst(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	in := func(d time.Duration) time.Time { return now.Add(d) }
	for name, c := range map[string]struct {
		parts []time.Time
		want  time.Duration
	}{
		"the first of three":           {[]time.Time{in(time.Hour), in(time.Minute), in(time.Second * 90)}, time.Minute},
		"a part that never expires":    {[]time.Time{{}, in(time.Hour)}, time.Hour},
		"no part":                      {nil, 0},
		"only parts that never expire": {[]time.Time{{}, {}}, 0},
		"a part that has expired":      {[]time.Time{in(time.Hour), in(-time.Hour)}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := cache.First(now, c.parts...); got != c.want {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestOptions(t *testing.T) {
	t.Parallel()
	for name, o := range map[string]cache.Options{
		"no name":       {MaxBytes: 1},
		"size below 0":  {Name: "x", MaxBytes: -1},
		"retry below 0": {Name: "x", RetryAfter: -1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if c, err := cache.New[int](o); err == nil {
				_ = c.Close()
				t.Error("New accepted it")
			} else if strings.Contains(err.Error(), "\n") {
				t.Errorf("the error has more than one line: %v", err)
			}
		})
	}
}

// TestFigures holds what an operator sees: reads by result, fills by outcome, what was dropped, how large the cache is.
func TestFigures(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		reader := sdkmetric.NewManualReader()
		kit := telemetry.Nop()
		kit.Meter = sdkmetric.NewMeterProvider(sdkmetric.WithReader(reader)).Meter("test")
		c, err := cache.New[string](cache.Options{Name: "lookup", MaxBytes: 1 << 16, Kit: kit})
		if err != nil {
			t.Fatal(err)
		}
		do := func(mode cache.Mode, cost int64) {
			_, _ = c.Do(t.Context(), "k", mode, func(context.Context) (cache.Filled[string], error) {
				return cache.Filled[string]{Value: "v", Cost: cost, FreshFor: time.Hour}, nil
			})
			synctest.Wait()
		}
		do(cache.CacheOnly, 0)
		do(cache.Usual, 1000)
		do(cache.Usual, 1000)
		got := figures(t, reader)
		for key, want := range map[string]int64{
			"tutti.cache.reads lookup not cached": 1, "tutti.cache.reads lookup miss": 1, "tutti.cache.reads lookup hit": 1,
			"tutti.cache.fills lookup ok": 1, "tutti.cache.dropped lookup size": 0,
		} {
			if got[key] != want {
				t.Errorf("%s = %d, want %d", key, got[key], want)
			}
		}
		if size := got["tutti.cache.size lookup"]; size < 1000 || size > 2000 {
			t.Errorf("size %d, want 1000 and some overhead", size)
		}
		do(cache.Fresh, 1<<20)
		if n := figures(t, reader)["tutti.cache.dropped lookup size"]; n != 1 {
			t.Errorf("dropped for size: %d, want 1", n)
		}
		if err := c.Close(); err != nil {
			t.Error(err)
		}
		if left := figures(t, reader); len(left) != 0 {
			t.Errorf("after Close there are still figures: %v", left)
		}
	})
}

// figures reads all figures as "name attributes in order of their keys".
func figures(t *testing.T, r sdkmetric.Reader) map[string]int64 {
	t.Helper()
	var all metricdata.ResourceMetrics
	if err := r.Collect(t.Context(), &all); err != nil {
		t.Fatal(err)
	}
	out := map[string]int64{}
	for _, scope := range all.ScopeMetrics {
		for _, m := range scope.Metrics {
			var points []metricdata.DataPoint[int64]
			switch d := m.Data.(type) {
			case metricdata.Sum[int64]:
				points = d.DataPoints
			case metricdata.Gauge[int64]:
				points = d.DataPoints
			}
			for _, p := range points {
				key := []string{m.Name}
				for _, a := range p.Attributes.ToSlice() {
					key = append(key, a.Value.AsString())
				}
				out[strings.Join(key, " ")] = p.Value
			}
		}
	}
	return out
}

// TestBound fills a small cache far beyond its bound, with entries that also grow, and looks at the size it claims.
func TestBound(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const bound = 64 << 10
		reader := sdkmetric.NewManualReader()
		kit := telemetry.Nop()
		kit.Meter = sdkmetric.NewMeterProvider(sdkmetric.WithReader(reader)).Meter("test")
		c, err := cache.New[string](cache.Options{Name: "small", MaxBytes: bound, Kit: kit})
		if err != nil {
			t.Fatal(err)
		}
		for round := range 4 {
			for i := range 200 {
				_, _ = c.Do(t.Context(), strconv.Itoa(i), cache.Fresh, func(context.Context) (cache.Filled[string], error) {
					return cache.Filled[string]{Value: "v", Cost: int64(1000 * (1 + round)), FreshFor: time.Hour}, nil
				})
				synctest.Wait()
			}
			got := figures(t, reader)
			if size := got["tutti.cache.size small"]; size > bound || size < bound/2 {
				t.Errorf("round %d: %d bytes, want most of %d and not more", round, size, bound)
			}
		}
		if got := figures(t, reader); got["tutti.cache.evicted small"] == 0 {
			t.Error("nothing was evicted")
		}
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
}

// TestGrowth lets one entry of a full cache grow: others have to go, though Ristretto makes no room for an update.
func TestGrowth(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		const bound = 64 << 10
		reader := sdkmetric.NewManualReader()
		kit := telemetry.Nop()
		kit.Meter = sdkmetric.NewMeterProvider(sdkmetric.WithReader(reader)).Meter("test")
		c, err := cache.New[string](cache.Options{Name: "full", MaxBytes: bound, Kit: kit})
		if err != nil {
			t.Fatal(err)
		}
		put := func(key string, cost int64) {
			_, _ = c.Do(t.Context(), key, cache.Fresh, func(context.Context) (cache.Filled[string], error) {
				return cache.Filled[string]{Value: "v", Cost: cost, FreshFor: time.Hour}, nil
			})
			synctest.Wait()
		}
		for i := range 50 {
			put(strconv.Itoa(i), 1000)
		}
		put("0", bound/2)
		if size := figures(t, reader)["tutti.cache.size full"]; size > bound || size < bound/2 {
			t.Errorf("%d bytes, want most of %d and not more", size, bound)
		}
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
}

// TestParallel is for the race detector: all operations at once on few keys. A reader must never see a value of another key.
func TestParallel(t *testing.T) {
	t.Parallel()
	c, err := cache.New[string](cache.Options{Name: "busy", MaxBytes: 1 << 20})
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	for n := range 4 {
		go func() {
			defer func() { done <- struct{}{} }()
			for i := range 2000 {
				key := strconv.Itoa((i * (n + 1)) % 17)
				mode := []cache.Mode{cache.Usual, cache.CacheOnly, cache.Usual, cache.Fresh}[i%4]
				got, err := c.Do(t.Context(), key, mode, func(context.Context) (cache.Filled[string], error) {
					runtime.Gosched()
					return cache.Filled[string]{Value: key, Cost: int64(i % 100), FreshFor: time.Hour}, nil
				})
				if err == nil && got.Value != key {
					t.Errorf("asked for %q, got %q", key, got.Value)
				}
				if i%50 == 0 {
					c.Delete(key)
				}
			}
		}()
	}
	for range 4 {
		<-done
	}
	if err := c.Close(); err != nil {
		t.Error(err)
	}
}
