package lookup

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"tutti/internal/cache"
	"tutti/music"
)

// kept returns what the cache has for the need under a key: of just this one, or of a larger one.
func (e *Engine) kept(key string, need Need) *Result {
	if r := e.peek(key + "|" + needKey(need)); r != nil {
		return r.again()
	}
	larger := e.peek(key)
	if larger == nil || !larger.need.contains(need) {
		return nil
	}
	r := larger.narrowed(e, need)
	e.put(key+"|"+needKey(need), r)
	return r.again()
}

func (e *Engine) peek(key string) *Result {
	got, err := e.setup.Cache.Do(context.Background(), key, cache.CacheOnly, nil)
	if err != nil || got.Status != cache.Hit {
		return nil
	}
	return got.Value
}

// keep puts a result into the cache, unless the question's own bounds made it poorer than another's would be.
func (e *Engine) keep(_ context.Context, r *Result) {
	if r.bounded() {
		return
	}
	key := r.anchor.key() + "|" + r.said
	e.put(key+"|"+needKey(r.need), r)
	if larger := e.peek(key); larger == nil || r.need.contains(larger.need) {
		e.put(key, r)
	}
}

func (e *Engine) put(key string, r *Result) {
	fill := func(context.Context) (cache.Filled[*Result], error) { return r.filled(), nil }
	if r.filled().FreshFor <= 0 {
		return
	}
	if _, err := e.setup.Cache.Do(context.Background(), key, cache.Fresh, fill); err != nil {
		e.setup.Kit.Log.Warn("result not kept", "error", err)
	}
}

// saidKey is what was remarked about a question: whoever asks the same in other words gets remarks of his own.
func saidKey(p Plan) string {
	var b strings.Builder
	for _, m := range p.Messages {
		b.WriteString(m.Code + ":" + m.Text + ";")
	}
	return b.String()
}

func needKey(n Need) string {
	var b strings.Builder
	b.WriteString(strconv.FormatUint(uint64(n.Common), 36))
	for _, p := range slices.Sorted(maps.Keys(n.Of)) {
		b.WriteString("," + string(p) + ":" + strconv.FormatUint(uint64(n.Of[p]), 36))
	}
	return b.String()
}

// boundsKey is what distinguishes two lookups under way that look for the same.
func boundsKey(q Question) string {
	return strings.Join([]string{
		strconv.Itoa(int(q.Freshness)), q.Deadline.String(), strconv.Itoa(q.MaxRequests), strconv.FormatBool(q.Reference),
		fmt.Sprintf("%p", q.budget), // what is left of it is nobody else's
	}, ",")
}

// names returns names as texts.
func names(list []music.ProviderName) []string {
	if list == nil {
		return nil
	}
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = string(n)
	}
	return out
}
