package snapshot_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"

	"go.uber.org/goleak"

	"tutti/internal/snapshot"
)

// The test program, called with these words, is the child that is killed.
const (
	childCommand = "put-until-killed"
	childWorkers = 4
	// childOpening is the line that a child writes before it opens its store.
	childOpening = "opening"
)

func TestMain(m *testing.M) {
	if len(os.Args) == 4 && os.Args[1] == childCommand {
		putUntilKilled(os.Args[2], os.Args[3], os.Stdout)
		os.Exit(1)
	}
	goleak.VerifyTestMain(m)
}

// putUntilKilled puts entries from several goroutines and writes a line for each one acknowledged: its number and its id.
func putUntilKilled(dir, round string, out io.Writer) {
	ctx := context.Background()
	if _, err := fmt.Fprintln(out, childOpening); err != nil {
		return
	}
	d, err := snapshot.Open(ctx, dir, snapshot.Options{})
	if err != nil {
		_, _ = fmt.Fprintln(out, err)
		return
	}
	var workers sync.WaitGroup
	for w := range childWorkers {
		workers.Go(func() {
			for i := 0; ; i++ {
				e, err := d.Put(ctx, childEntry(fmt.Sprintf("%s/%d/%d", round, w, i)))
				if err != nil {
					_, _ = fmt.Fprintln(out, err)
					return
				}
				if _, err := fmt.Fprintf(out, "%d %s\n", e.Journal, e.ID); err != nil {
					return // the parent is gone
				}
			}
		})
	}
	workers.Wait()
}

// childEntry is the entry of an id. Every fourth body is one that other workers and rounds have too.
func childEntry(id string) snapshot.Entry {
	body := strings.Repeat("body of "+id+"\n", 200)
	if i := id[strings.LastIndexByte(id, '/')+1:]; strings.HasSuffix(i, "0") || strings.HasSuffix(i, "4") || strings.HasSuffix(i, "8") {
		body = strings.Repeat("shared body "+i+"\n", 500)
	}
	return entryOf(id, body, int64(len(id)))
}

// acknowledged are the ids of the entries that a child has promised to keep, by number.
type acknowledged map[int64]string

// TestDiskSurvivesKill kills children at various points: while they create the store, at the first entries, and while they are
// busy. Between a kill and what the parent read there are always some entries in every state of being written.
func TestDiskSurvivesKill(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "data")
	all := acknowledged{}
	for round, after := range []int{0, 0, 1, 2, 10, 57, 150, 300, 0, 33} {
		before := len(all)
		killChild(t, all, dir, strconv.Itoa(round), after)
		if got := len(all) - before; got < after {
			t.Fatalf("round %d: %d entries acknowledged, want at least %d", round, got, after)
		}
		wantAllKept(t, dir, all)
	}
}

func TestDiskIsHeldByOneProcess(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	child, out := startChild(t, dir, "0")
	lines := bufio.NewScanner(out)
	for range 2 { // it is opening, and it has put an entry
		if !lines.Scan() {
			t.Fatalf("the child wrote nothing: %v", lines.Err())
		}
	}
	_, err := snapshot.Open(t.Context(), dir, snapshot.Options{})
	wantOneLine(t, err, snapshot.ErrInUse, dir)
	check(t, child.Process.Kill())
	_, err = io.Copy(io.Discard, out)
	check(t, err)
	if err := child.Wait(); err == nil {
		t.Error("the child ended by itself")
	}
	openDisk(t, dir) // a lock does not outlive its process
}

func startChild(t *testing.T, dir, round string) (*exec.Cmd, io.Reader) {
	t.Helper()
	self, err := os.Executable()
	check(t, err)
	child := exec.CommandContext(t.Context(), self, childCommand, dir, round)
	out, err := child.StdoutPipe()
	check(t, err)
	check(t, child.Start())
	return child, out
}

// killChild runs a child, kills it once it has acknowledged so many entries, and adds all that it has acknowledged.
func killChild(t *testing.T, all acknowledged, dir, round string, after int) {
	t.Helper()
	child, out := startChild(t, dir, round)
	killed := false
	kill := func() {
		killed = true
		if err := child.Process.Kill(); err != nil {
			t.Errorf("kill: %v", err)
		}
	}
	n := 0
	for lines := bufio.NewScanner(out); lines.Scan(); {
		if lines.Text() != childOpening {
			note(t, all, lines.Text())
			n++
		}
		if n >= after && !killed {
			kill()
		}
	}
	var exit *exec.ExitError
	if err := child.Wait(); !killed || !errors.As(err, &exit) {
		t.Fatalf("the child ended by itself: %v", err)
	}
}

// note takes one line of a child. A child dies between two writes, never within one, so every line is whole.
func note(t *testing.T, all acknowledged, line string) {
	t.Helper()
	number, id, ok := strings.Cut(line, " ")
	journal, err := strconv.ParseInt(number, 10, 64)
	if !ok || err != nil {
		t.Fatalf("the child says: %s", line)
	}
	if other, known := all[journal]; known {
		t.Fatalf("number %d was given to %s and to %s", journal, other, id)
	}
	all[journal] = id
}

// wantAllKept opens the store of a killed child and checks every entry in it.
func wantAllKept(t *testing.T, dir string, all acknowledged) {
	t.Helper()
	d, err := snapshot.Open(t.Context(), dir, snapshot.Options{})
	if err != nil {
		t.Fatalf("Open after a kill: %v", err)
	}
	defer closeStore(t, d)
	for journal, id := range all {
		if got, err := d.At(t.Context(), journal); err != nil || got.ID != id {
			t.Errorf("entry %d of %s was acknowledged, and is %q with error %v", journal, id, got.ID, err)
		}
	}
	// What was not acknowledged may be there, but then whole; and the totals know of it.
	held := d.Stats().Documents
	for journal := range held {
		got, err := d.At(t.Context(), journal+1)
		if err != nil || string(got.Body) != string(childEntry(got.ID).Body) {
			t.Errorf("entry %d of %d: %q with a body of %d bytes and error %v", journal+1, held, got.ID, len(got.Body), err)
		}
	}
	if _, err := d.At(t.Context(), held+1); !errors.Is(err, snapshot.ErrMissing) {
		t.Errorf("the totals say %d entries, but there is one more (%v)", held, err)
	}
	if left, err := os.ReadDir(filepath.Join(dir, "tmp")); err != nil || len(left) != 0 {
		t.Errorf("tmp holds %d files (%v), want none", len(left), err)
	}
}
