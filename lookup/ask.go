package lookup

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"

	"tutti/internal/cache"
	"tutti/internal/documents"
	"tutti/music"
)

// Run looks a release up. It returns when every source has answered, or with what has arrived by the deadline or the end of the
// context. It opens an operation where there is none.
func (e *Engine) Run(ctx context.Context, q Question, need Need) *Result {
	op := documents.OperationOf(ctx)
	if op == nil {
		ctx, op = documents.Begin(ctx)
	}
	ctx, end := e.spans.lookup(ctx)
	op.Add(1) // until the lookup has counted its sources, or waits for another's
	result := e.find(ctx, op, q, need)
	expires(ctx, q, result)
	end(result)
	return result
}

// RunAll looks several releases up at the same time; the results are in the order of the questions.
func (e *Engine) RunAll(ctx context.Context, qs []Question, need Need) []*Result {
	op := documents.OperationOf(ctx)
	if op == nil {
		ctx, op = documents.Begin(ctx)
	}
	op.Add(len(qs))
	documents.HoldOf(ctx).Release()
	out := make([]*Result, len(qs))
	var wait sync.WaitGroup
	for i, q := range qs {
		wait.Go(func() {
			out[i] = &Result{err: ErrInternal}
			defer e.contained(ctx)
			ctx, end := e.spans.lookup(ctx)
			out[i] = e.find(ctx, op, q, need)
			expires(ctx, q, out[i])
			end(out[i])
		})
	}
	wait.Wait()
	return out
}

// find returns what is kept, joins the same lookup under way, or begins one. The caller has counted it as running.
func (e *Engine) find(ctx context.Context, op *documents.Operation, q Question, need Need) *Result {
	planner := e.Planner()
	endPlan := e.spans.plan(ctx)
	plan := planner.Plan(q, need)
	endPlan()
	a := anchorOf(q, plan)
	if len(plan.First) == 0 {
		documents.HoldOf(ctx).Release()
		op.Done()
		return unanswerable(a, plan)
	}
	if q.Freshness != FreshOnly && len(plan.Messages) == 0 {
		if r := e.kept(a, plan.Need); r != nil {
			documents.HoldOf(ctx).Release()
			op.Done()
			return r
		}
	}
	key := a.key() + "|" + needKey(plan.Need) + "|" + boundsKey(q) + "|" + saidKey(plan)
	f, opened := e.flights.board(key)
	if opened {
		e.work.Go(func() { e.fly(ctx, f, flightPlan{key: key, anchor: a, planner: planner, plan: plan, op: op}) })
	} else {
		documents.HoldOf(ctx).Release()
		op.Done()
	}
	return f.wait(ctx, opened)
}

// flightPlan is what a flight carries out.
type flightPlan struct {
	key     string
	anchor  anchor
	planner Planner
	plan    Plan
	op      *documents.Operation
}

// fly carries a plan out under the lookup's own deadline, whoever leaves.
func (e *Engine) fly(ctx context.Context, f *flight, p flightPlan) {
	deadline := p.plan.Options.Deadline
	if deadline == 0 {
		deadline = e.setup.Deadline
	}
	ctx, cancel := context.WithTimeoutCause(context.WithoutCancel(ctx), deadline, errDeadline)
	defer cancel()
	r := &Result{anchor: p.anchor, err: ErrInternal}
	defer func() { e.flights.land(p.key, f, r) }()
	defer e.contained(ctx)
	r = e.conclude(e.carryOut(ctx, p.planner, p.plan, p.op), p)
	e.keep(ctx, r)
}

// ErrInternal stands for a panic of ours. What it was stands in the log.
var ErrInternal = errors.New("internal error")

// contained logs a panic and goes on: it is to be deferred. A lookup is worked on for many, and none of these can recover it.
func (e *Engine) contained(ctx context.Context) {
	if v := recover(); v != nil {
		e.setup.Kit.Log.ErrorContext(ctx, "a lookup panicked", "panic", fmt.Sprint(v), "stack", string(debug.Stack()))
	}
}

// flights are the lookups under way.
type flights struct {
	mu    sync.Mutex // guards under
	under map[string]*flight
}

// flight is one lookup, for all who ask the same at the same time.
type flight struct {
	done   chan struct{}
	result *Result
}

func (f *flights) board(key string) (*flight, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if under, ok := f.under[key]; ok {
		return under, false
	}
	under := &flight{done: make(chan struct{})}
	f.under[key] = under
	return under, true
}

func (f *flights) land(key string, under *flight, r *Result) {
	f.mu.Lock()
	delete(f.under, key)
	f.mu.Unlock()
	under.result = r
	close(under.done)
}

// wait returns the result of the flight; one who leaves early gets a result that says so.
func (f *flight) wait(ctx context.Context, opened bool) *Result { //nolint:revive // whose flight it is
	select {
	case <-f.done:
	case <-ctx.Done():
		return &Result{err: context.Cause(ctx)}
	}
	if opened {
		return f.result
	}
	return f.result.shared()
}

// kept returns what the cache has for the need: of just this one, or of a larger one.
func (e *Engine) kept(a anchor, need Need) *Result {
	if r := e.peek(a.key() + "|" + needKey(need)); r != nil {
		return r.again()
	}
	larger := e.peek(a.key())
	if larger == nil || !larger.need.contains(need) {
		return nil
	}
	r := larger.narrowed(e, need)
	e.put(a.key()+"|"+needKey(need), r)
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
	e.put(r.anchor.key()+"|"+needKey(r.need), r)
	if larger := e.peek(r.anchor.key()); larger == nil || r.need.contains(larger.need) {
		e.put(r.anchor.key(), r)
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

// saidKey is what was wrong with a question: its messages are its own, and no other client's.
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
