package snapshot

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"sync/atomic"
)

// maxGroup is how many entries are committed together at most.
const maxGroup = 256

// writer commits entries. All that wait while a commit runs share the next one: a commit costs a sync of the disk, whatever the
// number of its entries.
type writer struct {
	db                     *sql.DB
	entry, content, totals *sql.Stmt

	queue chan *pending
	done  chan struct{} // closed when run has returned
	held  atomic.Pointer[Stats]
}

// pending is an entry whose body is on disk, waiting for its number.
type pending struct {
	entry  Entry
	stored int64       // bytes of its file; meaningless when the index knows the body
	reply  chan result // of capacity 1, so that the writer never waits for anyone
}

type result struct {
	journal int64
	err     error
}

// startWriter begins to take entries, until stop. The context only carries values: its end does not stop the writer.
func startWriter(ctx context.Context, db *sql.DB) (*writer, error) {
	w := &writer{db: db, queue: make(chan *pending, maxGroup), done: make(chan struct{})}
	if err := w.prepare(ctx); err != nil {
		return nil, fmt.Errorf("prepare snapshot index: %w", err)
	}
	var s Stats
	if err := db.QueryRowContext(ctx, selectTotals).Scan(&s.Documents, &s.Bodies, &s.BytesStored, &s.BytesOnDisk); err != nil {
		return nil, fmt.Errorf("read totals of snapshot index: %w", err)
	}
	w.held.Store(&s)
	go w.run(context.WithoutCancel(ctx))
	return w, nil
}

func (w *writer) prepare(ctx context.Context) (err error) {
	if w.entry, err = w.db.PrepareContext(ctx, insertEntry); err != nil {
		return err
	}
	if w.content, err = w.db.PrepareContext(ctx, insertContent); err != nil {
		return err
	}
	w.totals, err = w.db.PrepareContext(ctx, addTotals)
	return err
}

// commit returns the number of an entry once it cannot be lost any more.
func (w *writer) commit(ctx context.Context, e Entry, stored int64) (int64, error) {
	p := &pending{entry: e, stored: stored, reply: make(chan result, 1)}
	select {
	case w.queue <- p:
	case <-ctx.Done():
		return 0, ctx.Err()
	}
	select {
	case r := <-p.reply:
		return r.journal, r.err
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

// stop lets the writer finish what is queued and waits for it. Nobody may call commit any more.
func (w *writer) stop() {
	close(w.queue)
	<-w.done
}

func (w *writer) run(ctx context.Context) {
	defer close(w.done)
	for first := range w.queue {
		group := w.gather(first)
		journals, err := w.store(ctx, group)
		for i, p := range group {
			if err != nil {
				p.reply <- result{err: fmt.Errorf("write snapshot index: %w", err)}
				continue
			}
			p.reply <- result{journal: journals[i]}
		}
	}
}

// gather takes what waits already, and waits for nothing.
func (w *writer) gather(first *pending) []*pending {
	group := []*pending{first}
	for len(group) < maxGroup {
		select {
		case p, open := <-w.queue:
			if !open {
				return group
			}
			group = append(group, p)
		default:
			return group
		}
	}
	return group
}

// store commits a group in one transaction and returns the numbers of its entries.
func (w *writer) store(ctx context.Context, group []*pending) ([]int64, error) {
	tx, err := w.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	within := inserts{ // the end of the transaction closes them
		entry: tx.StmtContext(ctx, w.entry), content: tx.StmtContext(ctx, w.content), totals: tx.StmtContext(ctx, w.totals),
	}
	journals, more, err := within.insert(ctx, group)
	if err != nil {
		return nil, errors.Join(err, tx.Rollback())
	}
	if err := tx.Commit(); err != nil {
		return nil, err
	}
	held := *w.held.Load()
	held.Documents += more.Documents
	held.Bodies += more.Bodies
	held.BytesStored += more.BytesStored
	held.BytesOnDisk += more.BytesOnDisk
	w.held.Store(&held)
	return journals, nil
}

// inserts are the statements of one transaction.
type inserts struct{ entry, content, totals *sql.Stmt }

// insert returns the numbers of the entries and what the group adds to the totals.
func (in inserts) insert(ctx context.Context, group []*pending) ([]int64, Stats, error) {
	journals := make([]int64, 0, len(group))
	more := Stats{Documents: int64(len(group))}
	for _, p := range group {
		e := p.entry
		if e.Found {
			isNew, err := affects(in.content.ExecContext(ctx, e.Hash, len(e.Body), p.stored))
			if err != nil {
				return nil, Stats{}, err
			}
			more.Bodies += isNew
			more.BytesStored += isNew * int64(len(e.Body))
			more.BytesOnDisk += isNew * p.stored
		}
		done, err := in.entry.ExecContext(ctx, e.Provider, e.Endpoint, e.Region, e.ID, e.Page, e.Time.UnixMilli(), e.Found, e.Status,
			e.MediaType, e.Hash, len(e.Body), e.URL, e.Batched)
		if err != nil {
			return nil, Stats{}, err
		}
		journal, err := done.LastInsertId()
		if err != nil {
			return nil, Stats{}, err
		}
		journals = append(journals, journal)
	}
	_, err := in.totals.ExecContext(ctx, more.Documents, more.Bodies, more.BytesStored, more.BytesOnDisk)
	return journals, more, err
}

func affects(done sql.Result, err error) (int64, error) {
	if err != nil {
		return 0, err
	}
	return done.RowsAffected()
}
