package lookup

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"

	"tutti/internal/documents"
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

// find looks a release up by what names it or describes it, or replays a permalink. The caller has counted it as running.
func (e *Engine) find(ctx context.Context, op *documents.Operation, q Question, need Need) *Result {
	switch {
	case q.Link != nil:
		return e.replay(ctx, op, q, need)
	case q.Hint != nil:
		return e.byHint(ctx, op, q, need)
	}
	return e.look(ctx, op, q, need)
}

// look returns what is kept, joins the same lookup under way, or begins one. The caller has counted it as running.
func (e *Engine) look(ctx context.Context, op *documents.Operation, q Question, need Need) *Result {
	planner := e.Planner().recalling(q.Options)
	endPlan := e.spans.plan(ctx)
	plan := planner.Plan(q, need)
	endPlan()
	a := anchorOf(q, plan)
	if len(plan.First) == 0 {
		documents.HoldOf(ctx).Release()
		op.Done()
		return unanswerable(a, plan)
	}
	if q.Freshness != FreshOnly || !q.AsOf.IsZero() {
		if r := e.kept(a.key()+"|"+saidKey(plan), plan.Need); r != nil {
			documents.HoldOf(ctx).Release()
			op.Done()
			return r
		}
	}
	key := a.key() + "|" + needKey(plan.Need) + "|" + boundsKey(q) + "|" + saidKey(plan)
	f, opened := e.flights.board(key)
	if opened {
		e.work.Go(func() {
			e.fly(ctx, f, flightPlan{key: key, anchor: a, question: q, planner: planner, plan: plan, op: op})
		})
	} else {
		documents.HoldOf(ctx).Release()
		op.Done()
	}
	return f.wait(ctx, opened)
}

// flightPlan is what a flight carries out.
type flightPlan struct {
	key      string
	anchor   anchor
	question Question
	planner  Planner
	plan     Plan
	op       *documents.Operation
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
