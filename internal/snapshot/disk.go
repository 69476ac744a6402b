package snapshot

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"tutti/internal/telemetry"
)

// Options are what a [Disk] may be told; the zero value works.
type Options struct {
	Telemetry telemetry.Kit // zero: nothing is recorded
	// ReadOnly reads a directory that another process may be using: nothing is written, and Put returns [ErrReadOnly].
	ReadOnly bool
}

// Disk keeps entries in a directory; the package comment says what lies there.
type Disk struct {
	folder  *folder
	content *content
	index   *index
	writer  *writer
	meter   *meter

	// life guards closed, and is held for reading while an operation runs, so that Close waits for it.
	life   sync.RWMutex
	closed bool
}

// Open returns the store in a directory, which is created where needed. Errors are one line that names the directory and what is
// expected of it; among them are [ErrInUse] and [ErrNewer]. Whoever opens a Disk closes it.
func Open(ctx context.Context, dir string, o Options) (*Disk, error) {
	d := &Disk{}
	if err := d.open(ctx, dir, o); err != nil {
		return nil, errors.Join(err, d.release())
	}
	return d, nil
}

func (d *Disk) open(ctx context.Context, dir string, o Options) (err error) {
	open := openFolder
	if o.ReadOnly {
		open = lookIntoFolder
	}
	if d.folder, err = open(ctx, dir); err != nil {
		return err
	}
	if d.content, err = newContent(d.folder.content(), d.folder.tmp()); err != nil {
		return err
	}
	if d.index, err = openIndex(ctx, d.folder.index(), o); err != nil {
		return err
	}
	if !o.ReadOnly {
		if err = d.folder.sync(); err != nil {
			return err
		}
		if d.writer, err = startWriter(ctx, d.index.write); err != nil {
			return err
		}
	}
	d.meter, err = newMeter(o.Telemetry, d.Stats)
	return err
}

// Put is described at [Store]. The entry of a caller whose context ends while the commit runs may be stored.
func (d *Disk) Put(ctx context.Context, e Entry) (Entry, error) {
	ctx, span := d.meter.tracer.Start(ctx, telemetry.SpanSnapshotPut)
	defer span.End()
	start := time.Now()
	stored, err := d.put(ctx, e)
	d.meter.put.record(ctx, start, stored, err)
	return stored, err
}

func (d *Disk) put(ctx context.Context, e Entry) (Entry, error) {
	e, err := normal(e)
	if err != nil {
		return Entry{}, err
	}
	d.life.RLock()
	defer d.life.RUnlock()
	if d.closed {
		return Entry{}, ErrClosed
	}
	if d.writer == nil {
		return Entry{}, ErrReadOnly
	}
	if err := ctx.Err(); err != nil {
		return Entry{}, fmt.Errorf("put snapshot: %w", err)
	}
	var stored int64
	if e.Found {
		if stored, err = d.keepBody(ctx, e); err != nil {
			return Entry{}, err
		}
	}
	if e.Journal, err = d.writer.commit(ctx, e, stored); err != nil {
		return Entry{}, fmt.Errorf("put snapshot: %w", err)
	}
	return e, nil
}

// keepBody writes the body of an entry, unless an intact file has it already. It returns the bytes written. A damaged file is
// replaced, which mends all entries that have this body.
func (d *Disk) keepBody(ctx context.Context, e Entry) (int64, error) {
	known, err := d.index.hasContent(ctx, e.Hash)
	if err != nil {
		return 0, err
	}
	if known {
		// Whatever keeps the file from being read, writing it anew is the cure, or fails with a better error.
		if _, err := d.content.read(e.Hash, int64(len(e.Body))); err == nil {
			return 0, nil
		}
	}
	return d.content.write(e.Hash, e.Body)
}

// Newest is described at [Store].
func (d *Disk) Newest(ctx context.Context, at time.Time, keys ...Key) (Entry, error) {
	return d.read(ctx, func(ctx context.Context) (row, error) { return d.index.findNewest(ctx, upTo(at), keys) })
}

// Head is described at [Store].
func (d *Disk) Head(ctx context.Context, at time.Time, keys ...Key) (Entry, error) {
	r, err := d.row(ctx, func(ctx context.Context) (row, error) { return d.index.findNewest(ctx, upTo(at), keys) })
	return r.entry, err
}

// At is described at [Store].
func (d *Disk) At(ctx context.Context, journal int64) (Entry, error) {
	return d.read(ctx, func(ctx context.Context) (row, error) { return d.index.findAt(ctx, journal) })
}

// read returns the entry that find finds, with its body.
func (d *Disk) read(ctx context.Context, find func(context.Context) (row, error)) (Entry, error) {
	ctx, span := d.meter.tracer.Start(ctx, telemetry.SpanSnapshotRead)
	defer span.End()
	start := time.Now()
	e, err := d.load(ctx, find)
	d.meter.read.record(ctx, start, e, err)
	return e, err
}

func (d *Disk) load(ctx context.Context, find func(context.Context) (row, error)) (Entry, error) {
	d.life.RLock()
	defer d.life.RUnlock()
	r, err := d.found(ctx, find)
	if err != nil {
		return Entry{}, err
	}
	if !r.entry.Found {
		return r.entry, nil
	}
	r.entry.Body, err = d.content.read(r.entry.Hash, r.size)
	if found, ok := errors.AsType[damage](err); ok {
		return Entry{}, &CorruptError{Journal: r.entry.Journal, Hash: r.entry.Hash, Err: found.err}
	}
	if err != nil {
		return Entry{}, err
	}
	return r.entry, nil
}

// row returns what the index has of an entry, without its body.
func (d *Disk) row(ctx context.Context, find func(context.Context) (row, error)) (row, error) {
	d.life.RLock()
	defer d.life.RUnlock()
	return d.found(ctx, find)
}

// found looks an entry up in the index. The caller holds life.
func (d *Disk) found(ctx context.Context, find func(context.Context) (row, error)) (row, error) {
	if d.closed {
		return row{}, ErrClosed
	}
	if err := ctx.Err(); err != nil {
		return row{}, fmt.Errorf("read snapshot: %w", err)
	}
	return find(ctx)
}

// Stats says how much the store holds now. It is cheap: nothing is counted. Of a store that is only read it says nothing but the
// size of its index.
func (d *Disk) Stats() Stats {
	if d.writer == nil {
		return Stats{BytesOnDisk: d.index.bytes()}
	}
	s := *d.writer.held.Load()
	s.BytesOnDisk += d.index.bytes()
	return s
}

// Close waits for what runs, folds the journal of SQLite into the index, and gives the directory free.
func (d *Disk) Close() error {
	d.life.Lock()
	defer d.life.Unlock()
	if d.closed {
		return nil
	}
	d.closed = true
	if err := d.release(); err != nil {
		return fmt.Errorf("close snapshot store: %w", err)
	}
	return nil
}

// release gives back whatever was opened, in the reverse order.
func (d *Disk) release() error {
	var errs []error
	if d.meter != nil {
		errs = append(errs, d.meter.stop())
	}
	if d.writer != nil {
		d.writer.stop()
	}
	if d.index != nil {
		errs = append(errs, d.index.close())
	}
	if d.content != nil {
		errs = append(errs, d.content.close())
	}
	if d.folder != nil {
		errs = append(errs, d.folder.close())
	}
	return errors.Join(errs...)
}

var _ Store = (*Disk)(nil)
