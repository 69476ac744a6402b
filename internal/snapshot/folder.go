package snapshot

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ncruces/go-sqlite3"
)

// dirMode is that of all folders; files are for their owner alone.
const dirMode = 0o750

// folder is the directory of a Disk, held by this process alone.
type folder struct {
	dir    string
	holder *sql.Conn
	lock   *sql.DB
}

func (f *folder) index() string   { return filepath.Join(f.dir, "index.db") }
func (f *folder) content() string { return filepath.Join(f.dir, "content") }
func (f *folder) tmp() string     { return filepath.Join(f.dir, "tmp") }

// openFolder creates the directory where needed, takes its lock, and removes what an earlier process left half written.
func openFolder(ctx context.Context, dir string) (*folder, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("snapshot directory %s: %w", dir, err)
	}
	f := &folder{dir: abs}
	if err := f.prepare(); err != nil {
		return nil, fmt.Errorf("snapshot directory %s must be a directory in which this process may create files: %w", dir, err)
	}
	if err := f.hold(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("snapshot directory %s: %w", dir, err), f.close())
	}
	if err := f.clean(); err != nil {
		return nil, errors.Join(fmt.Errorf("snapshot directory %s: remove files left half written: %w", dir, err), f.close())
	}
	return f, nil
}

// lookIntoFolder opens a directory that another process may hold. There must be an index in it.
func lookIntoFolder(_ context.Context, dir string) (*folder, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, fmt.Errorf("snapshot directory %s: %w", dir, err)
	}
	f := &folder{dir: abs}
	if _, err := os.Stat(f.index()); err != nil {
		return nil, fmt.Errorf("snapshot directory %s must be one that the service has written: %w", dir, err)
	}
	return f, nil
}

// sync makes the folders and the index survive a loss of power, once they are made.
func (f *folder) sync() error {
	if err := syncDir(f.dir); err != nil {
		return fmt.Errorf("snapshot directory %s: %w", f.dir, err)
	}
	return nil
}

// prepare makes the folders and proves that files can be made in each.
func (f *folder) prepare() error {
	for _, dir := range []string{f.dir, f.content(), f.tmp()} {
		if err := os.MkdirAll(dir, dirMode); err != nil {
			return err
		}
		probe, err := os.CreateTemp(dir, ".probe-*")
		if err != nil {
			return err
		}
		if err := errors.Join(probe.Close(), os.Remove(probe.Name())); err != nil {
			return err
		}
	}
	return nil
}

// hold takes the lock, which ends with the process, however that ends. It is an empty database in an exclusive transaction,
// because SQLite knows how to lock a file on every system.
func (f *folder) hold(ctx context.Context) error {
	var err error
	if f.lock, err = connect(filepath.Join(f.dir, "lock"), "busy_timeout(0)"); err != nil {
		return fmt.Errorf("lock it: %w", err)
	}
	if f.holder, err = f.lock.Conn(ctx); err != nil {
		return fmt.Errorf("lock it: %w", err)
	}
	_, err = f.holder.ExecContext(ctx, `BEGIN EXCLUSIVE`)
	if errors.Is(err, sqlite3.BUSY) {
		return ErrInUse
	}
	if err != nil {
		return fmt.Errorf("lock it: %w", err)
	}
	return nil
}

// clean removes all of tmp. Only who holds the lock may do so.
func (f *folder) clean() error {
	left, err := os.ReadDir(f.tmp())
	if err != nil {
		return err
	}
	for _, l := range left {
		if err := os.RemoveAll(filepath.Join(f.tmp(), l.Name())); err != nil {
			return err
		}
	}
	return nil
}

// close lets others use the directory.
func (f *folder) close() error {
	var errs []error
	if f.holder != nil {
		errs = append(errs, f.holder.Close())
	}
	if f.lock != nil {
		errs = append(errs, f.lock.Close())
	}
	return errors.Join(errs...)
}
