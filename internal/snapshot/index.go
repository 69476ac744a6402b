package snapshot

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	_ "github.com/ncruces/go-sqlite3/driver" // registers "sqlite3"; chosen in docs/adr/0004-sqlite-driver.md
)

const (
	// readers is how many reads of the index run at the same time.
	readers = 4
	// readerIdle is how long an unused connection keeps its memory.
	readerIdle = time.Minute
	// fewKeys is up to how many keys a read has a prepared statement: an endpoint with its wider ones.
	fewKeys = 4
)

// index is the SQLite side of a Disk. Reads have connections of their own, and so never wait for a commit.
type index struct {
	file  string
	write *sql.DB // one connection, used by the writer alone; nil where the index is only read
	read  *sql.DB

	newestOne *sql.Stmt // of one key
	newestFew *sql.Stmt // of fewKeys
	at        *sql.Stmt
	content   *sql.Stmt
}

// openIndex opens the index, and creates it or brings it up to date where needed. The error is [ErrNewer] when it cannot.
func openIndex(ctx context.Context, file string, o Options) (*index, error) {
	x := &index{file: file}
	open := x.open
	if o.ReadOnly {
		open = x.openReading
	}
	if err := open(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("open snapshot index %s: %w", file, err), x.close())
	}
	return x, nil
}

func (x *index) open(ctx context.Context) (err error) {
	// FULL: a commit survives a loss of power, and not just the end of the process.
	if x.write, err = connect(x.file, "busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)"); err != nil {
		return err
	}
	x.write.SetMaxOpenConns(1)
	if err = migrate(ctx, x.write); err != nil {
		return err
	}
	return x.openReaders(ctx)
}

// openReading opens an index that is as this version writes it.
func (x *index) openReading(ctx context.Context) error {
	if err := x.openReaders(ctx); err != nil {
		return err
	}
	version, err := versionOf(ctx, x.read)
	if err == nil && version != knownVersion {
		err = fmt.Errorf("%w: it has version %d, and this one reads version %d; start the service once", ErrOlder, version, knownVersion)
		if version > knownVersion {
			err = newer(version)
		}
	}
	return err
}

func (x *index) openReaders(ctx context.Context) (err error) {
	if x.read, err = connect(x.file, "busy_timeout(5000)", "query_only(1)"); err != nil {
		return err
	}
	x.read.SetMaxOpenConns(readers)
	x.read.SetMaxIdleConns(readers)
	x.read.SetConnMaxIdleTime(readerIdle)
	return x.prepare(ctx)
}

func (x *index) prepare(ctx context.Context) (err error) {
	if x.newestOne, err = x.read.PrepareContext(ctx, newestOf(1)); err != nil {
		return err
	}
	if x.newestFew, err = x.read.PrepareContext(ctx, newestOf(fewKeys)); err != nil {
		return err
	}
	if x.at, err = x.read.PrepareContext(ctx, selectAt); err != nil {
		return err
	}
	x.content, err = x.read.PrepareContext(ctx, selectContent)
	return err
}

// connect opens a database file, with pragmas that each connection begins with.
func connect(file string, pragmas ...string) (*sql.DB, error) {
	path := filepath.ToSlash(file)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a volume of Windows
	}
	u := url.URL{Scheme: "file", OmitHost: true, Path: path, RawQuery: url.Values{"_pragma": pragmas}.Encode()}
	return sql.Open("sqlite3", u.String())
}

// migrate brings the index to the known version, one step per transaction.
func migrate(ctx context.Context, db *sql.DB) error {
	version, err := versionOf(ctx, db)
	if err != nil {
		return err
	}
	if version > knownVersion {
		return newer(version)
	}
	for ; version < knownVersion; version++ {
		step := fmt.Sprintf("%s; PRAGMA user_version = %d", migration(version), version+1)
		if err := inTransaction(ctx, db, step); err != nil {
			return fmt.Errorf("bring it from version %d to %d: %w", version, version+1, err)
		}
	}
	return nil
}

func versionOf(ctx context.Context, db *sql.DB) (version int, err error) {
	err = db.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version)
	return version, err
}

func newer(version int) error {
	return fmt.Errorf("%w: it has version %d, and this one understands up to %d; use the newer program or another directory",
		ErrNewer, version, knownVersion)
}

func inTransaction(ctx context.Context, db *sql.DB, statements string) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, statements); err != nil {
		return errors.Join(err, tx.Rollback())
	}
	return tx.Commit()
}

// row is an entry as the index has it: without its body, but with the length of that.
type row struct {
	entry Entry
	size  int64
}

// newestOf is the statement that finds the newest of so many keys.
func newestOf(keys int) string {
	return withKeys + oneKey + strings.Repeat(", "+oneKey, keys-1) + newestOfKeys
}

// findNewest returns the newest entry of the keys up to a millisecond, or ErrMissing.
func (x *index) findNewest(ctx context.Context, ms int64, keys []Key) (row, error) {
	if len(keys) == 0 {
		return row{}, ErrMissing
	}
	args := make([]any, 0, 5*max(len(keys), fewKeys)+1)
	for _, k := range keys {
		args = append(args, k.Provider, k.Endpoint, k.Region, k.ID, k.Page)
	}
	if len(keys) > fewKeys {
		return scan(x.read.QueryRowContext(ctx, newestOf(len(keys)), append(args, ms)...))
	}
	if len(keys) == 1 {
		return scan(x.newestOne.QueryRowContext(ctx, append(args, ms)...))
	}
	for len(args) < 5*fewKeys {
		args = append(args, args[:5]...) // asking for a key twice changes nothing
	}
	return scan(x.newestFew.QueryRowContext(ctx, append(args, ms)...))
}

// findAt returns the entry of a number, or ErrMissing.
func (x *index) findAt(ctx context.Context, journal int64) (row, error) {
	return scan(x.at.QueryRowContext(ctx, journal))
}

func scan(from *sql.Row) (row, error) {
	var r row
	var ms int64
	e := &r.entry
	err := from.Scan(&e.Journal, &e.Provider, &e.Endpoint, &e.Region, &e.ID, &e.Page, &ms, &e.Found, &e.Status, &e.MediaType,
		&e.Hash, &r.size, &e.URL, &e.Batched)
	if errors.Is(err, sql.ErrNoRows) {
		return row{}, ErrMissing
	}
	if err != nil {
		return row{}, fmt.Errorf("read snapshot index: %w", err)
	}
	e.Time = fromMillis(ms)
	return r, nil
}

// hasContent tells whether a body was stored before: its file was synced then.
func (x *index) hasContent(ctx context.Context, hash string) (bool, error) {
	var n int
	if err := x.content.QueryRowContext(ctx, hash).Scan(&n); err != nil {
		return false, fmt.Errorf("read snapshot index: %w", err)
	}
	return n > 0, nil
}

// bytes returns what the files of the index take on disk.
func (x *index) bytes() int64 {
	var sum int64
	for _, suffix := range []string{"", "-wal", "-shm"} {
		if info, err := os.Stat(x.file + suffix); err == nil {
			sum += info.Size()
		}
	}
	return sum
}

// close closes both sides; the writing one last, since it then folds the journal of SQLite into the file.
func (x *index) close() error {
	var errs []error
	for _, db := range []*sql.DB{x.read, x.write} {
		if db != nil {
			errs = append(errs, db.Close())
		}
	}
	return errors.Join(errs...)
}
