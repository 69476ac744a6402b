package snapshot_test

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"

	"tutti/internal/snapshot"
	"tutti/internal/snapshot/snapshottest"
)

func openDisk(t *testing.T, dir string) *snapshot.Disk {
	t.Helper()
	d, err := snapshot.Open(t.Context(), dir, snapshot.Options{})
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	t.Cleanup(func() { closeStore(t, d) })
	return d
}

func closeStore(t *testing.T, s snapshot.Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Errorf("Close: %v", err)
	}
}

func put(t *testing.T, s snapshot.Store, e snapshot.Entry) snapshot.Entry {
	t.Helper()
	stored, err := s.Put(t.Context(), e)
	if err != nil {
		t.Fatalf("Put: %v", err)
	}
	return stored
}

// bodyFile is where the body of an entry lies.
func bodyFile(dir string, e snapshot.Entry) string {
	return filepath.Join(dir, "content", e.Hash[:2], e.Hash+".zst")
}

func TestDiskConformance(t *testing.T) {
	t.Parallel()
	snapshottest.Run(t, func(t *testing.T) snapshot.Store { t.Helper(); return openDisk(t, t.TempDir()) })
}

func TestDiskKeepsEntriesWhenReopened(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "not there yet", "with space, #, ? and 100%")
	first := openDisk(t, dir)
	found := put(t, first, entryOf("a", "body", 0))
	no := put(t, first, snapshot.Entry{Key: found.Key, Status: 404, Time: found.Time.Add(time.Hour)})
	before := first.Stats()
	closeStore(t, first)

	again := openDisk(t, dir)
	for _, want := range []snapshot.Entry{found, no} {
		got, err := again.At(t.Context(), want.Journal)
		if diff := cmp.Diff(got, want); err != nil || diff != "" {
			t.Errorf("At(%d): %v (-got +want):\n%s", want.Journal, err, diff)
		}
	}
	after := again.Stats()
	before.BytesOnDisk, after.BytesOnDisk = 0, 0 // the index shrinks when its journal is folded in
	if after != before {
		t.Errorf("reopened, it holds %+v, want %+v", after, before)
	}
	if next := put(t, again, entryOf("b", "other", 1)); next.Journal != no.Journal+1 {
		t.Errorf("the next number is %d, want %d", next.Journal, no.Journal+1)
	}
}

func TestDiskStoresTheSameBodyOnce(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d := openDisk(t, dir)
	body := strings.Repeat("the same again ", 1000)
	a, b := put(t, d, entryOf("a", body, 0)), put(t, d, entryOf("b", body, 1))
	if bodyFile(dir, a) != bodyFile(dir, b) {
		t.Errorf("two files for one body")
	}
	got := d.Stats()
	if got.Documents != 2 || got.Bodies != 1 || got.BytesStored != int64(len(body)) {
		t.Errorf("got %+v, want 2 documents with 1 body of %d bytes", got, len(body))
	}
	file, err := os.Stat(bodyFile(dir, a))
	if err != nil || file.Size() >= int64(len(body))/10 {
		t.Errorf("body file: %v and %v, want a compressed file", file, err)
	}
	if got.BytesOnDisk <= file.Size() {
		t.Errorf("%d bytes on disk do not include the index", got.BytesOnDisk)
	}
}

func TestDiskNeverServesADamagedBody(t *testing.T) {
	t.Parallel()
	for name, damage := range map[string]func([]byte) []byte{
		"a flipped bit":  func(b []byte) []byte { b[len(b)-6] ^= 1; return b },
		"cut in half":    func(b []byte) []byte { return b[:len(b)/2] },
		"emptied":        func([]byte) []byte { return nil },
		"no zstd at all": func([]byte) []byte { return []byte("x") },
		"another body":   func([]byte) []byte { return compressed(t, "another body") },
		"a longer body":  func([]byte) []byte { return compressed(t, strings.Repeat("longer ", 100_000)) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			d := openDisk(t, dir)
			older := put(t, d, entryOf("a", "an older body that is intact", 0))
			e := put(t, d, entryOf("a", strings.Repeat("evidence ", 100), 1))
			rewrite(t, bodyFile(dir, e), damage)

			_, err := d.Newest(t.Context(), time.Time{}, e.Key)
			wantCorrupt(t, err, e)
			_, err = d.At(t.Context(), e.Journal)
			wantCorrupt(t, err, e)
			if got, err := d.At(t.Context(), older.Journal); err != nil || !bytes.Equal(got.Body, older.Body) {
				t.Errorf("another entry: %q and %v, want it intact", got.Body, err)
			}

			put(t, d, entryOf("b", string(e.Body), 2))
			if got, err := d.At(t.Context(), e.Journal); err != nil || !bytes.Equal(got.Body, e.Body) {
				t.Errorf("the same body put again did not mend the entry: %v", err)
			}
		})
	}
}

func wantCorrupt(t *testing.T, err error, e snapshot.Entry) {
	t.Helper()
	var corrupt *snapshot.CorruptError
	if !errors.As(err, &corrupt) || corrupt.Journal != e.Journal || corrupt.Hash != e.Hash || corrupt.Err == nil {
		t.Errorf("got %v, want a CorruptError for entry %d with its hash and a reason", err, e.Journal)
	}
	if errors.Is(err, snapshot.ErrMissing) {
		t.Errorf("%v passes for missing", err)
	}
}

func rewrite(t *testing.T, file string, change func([]byte) []byte) {
	t.Helper()
	b, err := os.ReadFile(file)
	check(t, err)
	check(t, os.WriteFile(file, change(b), 0o600))
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestDiskSaysWhenABodyIsGone(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d := openDisk(t, dir)
	e := put(t, d, entryOf("a", "body", 0))
	check(t, os.Remove(bodyFile(dir, e)))
	_, err := d.At(t.Context(), e.Journal)
	wantCorrupt(t, err, e)
	put(t, d, e)
	if _, err := d.At(t.Context(), e.Journal); err != nil {
		t.Errorf("the same body put again did not mend the entry: %v", err)
	}
}

// compressed is a body as it lies on disk.
func compressed(t *testing.T, body string) []byte {
	t.Helper()
	enc, err := zstd.NewWriter(nil)
	check(t, err)
	return enc.EncodeAll([]byte(body), nil)
}

func TestDiskToleratesLeftovers(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	first := openDisk(t, dir)
	e := put(t, first, entryOf("a", "body", 0))
	orphan, err := snapshot.NewMemory(0).Put(t.Context(), entryOf("b", "never committed", 1))
	check(t, err)
	closeStore(t, first)

	check(t, os.WriteFile(filepath.Join(dir, "tmp", "body-123"), []byte("half"), 0o600))
	check(t, os.MkdirAll(filepath.Dir(bodyFile(dir, orphan)), 0o750))
	check(t, os.WriteFile(bodyFile(dir, orphan), []byte("written, but not in the index, and damaged since"), 0o600))

	d := openDisk(t, dir)
	if left, err := os.ReadDir(filepath.Join(dir, "tmp")); err != nil || len(left) != 0 {
		t.Errorf("tmp holds %v (%v), want nothing", left, err)
	}
	if _, err := d.At(t.Context(), e.Journal); err != nil {
		t.Errorf("At: %v", err)
	}
	adopted := put(t, d, orphan)
	if got, err := d.At(t.Context(), adopted.Journal); err != nil || string(got.Body) != "never committed" {
		t.Errorf("a body without an entry got in the way: %q and %v", got.Body, err)
	}
}

func TestDiskIsHeldByOne(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	first := openDisk(t, dir)
	_, err := snapshot.Open(t.Context(), dir, snapshot.Options{})
	wantOneLine(t, err, snapshot.ErrInUse, dir)
	put(t, first, entryOf("a", "still works", 0))
	closeStore(t, first)
	openDisk(t, dir)
}

// wantOneLine checks an error that an operator reads at start.
func wantOneLine(t *testing.T, err, kind error, words ...string) {
	t.Helper()
	if !errors.Is(err, kind) {
		t.Fatalf("got %v, want %v", err, kind)
	}
	for _, w := range words {
		if !strings.Contains(err.Error(), w) {
			t.Errorf("error %q does not say %q", err, w)
		}
	}
	if strings.Contains(err.Error(), "\n") {
		t.Errorf("error %q has more than one line", err)
	}
}

func TestDiskNamesADirectoryThatItCannotUse(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	check(t, os.WriteFile(file, nil, 0o600))
	for name, dir := range map[string]string{"a file": file, "below a file": filepath.Join(file, "data")} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := snapshot.Open(t.Context(), dir, snapshot.Options{})
			if err == nil {
				t.Fatal("no error")
			}
			wantOneLine(t, err, err, dir, "must be a directory in which this process may create files")
		})
	}
}

func TestDiskNamesADirectoryThatIsReadOnly(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	check(t, os.Chmod(dir, 0o500))
	if f, err := os.Create(filepath.Join(dir, "probe")); err == nil {
		check(t, f.Close())
		t.Skip("this user may write to read-only directories (root, or a file system without permissions)")
	}
	_, err := snapshot.Open(t.Context(), dir, snapshot.Options{})
	wantOneLine(t, err, fs.ErrPermission, dir, "must be a directory in which this process may create files")
}

func TestDiskRefusesADamagedIndex(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	closeStore(t, openDisk(t, dir))
	index := filepath.Join(dir, "index.db")
	rewrite(t, index, func(b []byte) []byte { return bytes.Repeat([]byte("no database "), len(b)/12) })
	_, err := snapshot.Open(t.Context(), dir, snapshot.Options{})
	if err == nil {
		t.Fatal("no error")
	}
	wantOneLine(t, err, err, index)
	rewrite(t, index, func([]byte) []byte { return nil })
	openDisk(t, dir) // the failed attempt has given the directory free
}
