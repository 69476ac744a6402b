package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tutti/internal/snapshot"
)

// TestEvidenceCanBeTakenElsewhere exports the documents of a permalink beside the running service, and imports them into two other
// instances: one that knows nothing, and one that has other documents of the same keys.
func TestEvidenceCanBeTakenElsewhere(t *testing.T) {
	t.Parallel()
	const changing, dead = "4099998000266", "TUTTI_UPSTREAM_URL=http://127.0.0.1:1"
	const all = "categories: [ALL]"
	const selection = "release { title releaseDate media { tracks { title isrc } } } permalink { url digest contentDigest asOf }"
	home, empty, other := t.TempDir(), t.TempDir(), t.TempDir()
	at := func(dir string) []string {
		return amended(environ(t, "http://127.0.0.1:1"), []string{"TUTTI_DATA_DIR=" + dir})
	}

	h := newHouse(t, "TUTTI_DATA_DIR="+home)
	for range 2 {
		if _, err := h.services.Advance(changing); err != nil {
			t.Fatal(err)
		}
	}
	want, parsed := h.look(t, `gtin: "`+changing+`"`, all, selection)
	url := parsed.Data.ReleaseLookup.Permalink.URL
	file := filepath.Join(t.TempDir(), "evidence")
	code, out, errs := runCommand(t, at(home), "snapshot", "export", url, "-o", file)
	if code != 0 || !strings.Contains(out, "documents are in "+file) {
		t.Fatalf("export: exit code %d, %s %s", code, out, errs)
	}
	if code, _, errs = runCommand(t, at(home), "snapshot", "export", url, "-o", file); code != 2 || !strings.Contains(errs, "exists") {
		t.Errorf("a file that is there: exit code %d, %s", code, errs)
	}
	for what, arg := range map[string]string{"the permalink": url, "the file": file} {
		code, out, errs = runCommand(t, at(home), "snapshot", "verify", arg)
		if code != 0 || !strings.Contains(out, `verified: "Change Log"`) || !strings.Contains(out, parsed.Data.ReleaseLookup.Permalink.Digest) {
			t.Errorf("verify %s: exit code %d, %s %s", what, code, out, errs)
		}
	}

	interfere(t, file, other)
	for name, dir := range map[string]string{"one that knows nothing": empty, "one with other documents": other} {
		if code, _, errs = runCommand(t, at(dir), "snapshot", "verify", url); code == 0 || errs == "" {
			t.Errorf("%s verifies what it does not have: %s", name, errs)
		}
		code, out, errs = runCommand(t, at(dir), "snapshot", "import", file)
		lines := strings.Split(strings.TrimSpace(out), "\n")
		if code != 0 || len(lines) != 2 {
			t.Fatalf("%s: import: exit code %d, %s %s", name, code, out, errs)
		}
		if strings.HasSuffix(lines[1], url[len("http://localhost"):]) != (dir == empty) {
			t.Errorf("%s is asked by %s, want all documents pinned only where others lie too", name, lines[1])
		}
		replica := newHouse(t, "TUTTI_DATA_DIR="+dir, dead)
		got, _ := replica.look(t, `permalink: "`+lines[1]+`"`, "", selection)
		if release(got) != release(want) {
			t.Errorf("%s gives another release:\n%s\nwant\n%s", name, got, want)
		}
	}

	body, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	body[len(body)/2] ^= 1
	bad := filepath.Join(t.TempDir(), "damaged")
	if err := os.WriteFile(bad, body, 0o600); err != nil {
		t.Fatal(err)
	}
	untouched := filepath.Join(t.TempDir(), "data")
	for _, command := range []string{"import", "verify"} {
		if code, _, errs = runCommand(t, at(untouched), "snapshot", command, bad); code != 2 || !strings.Contains(errs, "not a whole archive") {
			t.Errorf("%s of a damaged file: exit code %d, %s", command, code, errs)
		}
	}
	if _, err := os.Stat(untouched); err == nil {
		t.Error("a damaged file was let near the data directory")
	}
	if code, _, errs = runCommand(t, at(home), "snapshot", "verify", "https://tutti.example/permalink/abc"); code != 2 || !strings.Contains(errs, "no permalink") {
		t.Errorf("no permalink: exit code %d, %s", code, errs)
	}
}

// interfere puts another document of the first key of a file into a store, of the moment when the last one was fetched.
func interfere(tb testing.TB, file, dir string) {
	tb.Helper()
	archive, link, err := readArchive(file)
	if err != nil {
		tb.Fatal(err)
	}
	store, err := snapshot.Open(tb.Context(), dir, snapshot.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	e := archive.Entries[0]
	e.Time, e.Body, e.Found, e.Status = link.AsOf, []byte("{}"), true, 200
	if _, err := store.Put(tb.Context(), e); err != nil {
		tb.Fatal(err)
	}
	if err := store.Close(); err != nil {
		tb.Fatal(err)
	}
}

// release cuts the merged release out of an answer.
func release(answer string) string {
	before, _, _ := strings.Cut(answer, `,"permalink"`)
	return before
}
