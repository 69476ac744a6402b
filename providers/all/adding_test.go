package all_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"tutti/internal/repotest"
)

// What a provider takes, as CONTRIBUTING says: one folder, one line, one changelog file.
const (
	newFolder = "providers/pingpong"
	oneLine   = "providers/all/all.go"
	newChange = "changelog/unreleased/pingpong.md"
)

// root is where the repository begins.
const root = "../.."

// TestAddingAProvider adds the provider of testdata/pingpong and changes nothing else: it keeps all promises, is in the
// schema's enum, and its files are as the house wants them.
func TestAddingAProvider(t *testing.T) {
	t.Parallel()
	added := addition(t)
	t.Run("house rules", func(t *testing.T) {
		t.Parallel()
		tree, err := repotest.Load(with(t, added))
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range repotest.Rules() {
			for _, f := range r.Check(tree) {
				t.Errorf("%s: %s", r.Name, f)
			}
		}
	})
	t.Run("promises", func(t *testing.T) {
		t.Parallel()
		program := built(t, added, "test", "-c", "-vet=off", "./"+newFolder)
		run(t, filepath.Join("testdata", "pingpong"), program, "-test.run=^(TestProvider|TestConvert)$")
	})
	t.Run("schema", func(t *testing.T) {
		t.Parallel()
		enum := filepath.Join(t.TempDir(), "enum.graphqls")
		run(t, ".", built(t, added, "build", "./cmd/enums"), enum)
		text, err := os.ReadFile(enum)
		if err != nil || !strings.Contains(string(text), "\n  PINGPONG\n") {
			t.Errorf("the enum of the schema has no PINGPONG: %v\n%s", err, text)
		}
	})
}

// addition returns what is added, by path.
func addition(t *testing.T) map[string][]byte {
	t.Helper()
	added := map[string][]byte{newChange: []byte("Added: Pingpong\n\nThe gateway now asks Pingpong.\n")}
	from := os.DirFS(filepath.Join("testdata", "pingpong"))
	err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		added[newFolder+"/"+name], err = fs.ReadFile(from, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	list, err := os.ReadFile(filepath.Join(root, oneLine))
	if err != nil {
		t.Fatal(err)
	}
	list = bytes.Replace(list, []byte("\t\tototoy.Factory(),\n"), []byte("\t\tototoy.Factory(),\n\t\tpingpong.Factory(),\n"), 1)
	list = bytes.Replace(list, []byte("\t\"tutti/providers/spotify\"\n"), []byte("\t\"tutti/providers/pingpong\"\n\t\"tutti/providers/spotify\"\n"), 1)
	if !bytes.Contains(list, []byte("\tpingpong.Factory()")) {
		t.Fatalf("%s has no place for a line", oneLine)
	}
	added[oneLine] = list
	return added
}

// with returns the repository with the addition.
func with(t *testing.T, added map[string][]byte) fs.FS {
	t.Helper()
	all := fstest.MapFS{}
	from := os.DirFS(root)
	err := fs.WalkDir(from, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && (name == ".git" || d.Name() == "node_modules"):
			return fs.SkipDir
		case d.Type().IsRegular():
			body, err := fs.ReadFile(from, name)
			all[name] = &fstest.MapFile{Data: body}
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, body := range added {
		all[name] = &fstest.MapFile{Data: body}
	}
	return all
}

// built runs a command of the go tool that makes a program, with the addition laid over the repository, and returns the program.
func built(t *testing.T, added map[string][]byte, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("this builds a program with one provider more: it needs the go command in the path")
	}
	dir := t.TempDir()
	replace := map[string]string{}
	for name, body := range added {
		if !strings.HasSuffix(name, ".go") {
			continue
		}
		file := filepath.Join(dir, strings.ReplaceAll(name, "/", "_"))
		if err := os.WriteFile(file, body, 0o600); err != nil {
			t.Fatal(err)
		}
		at, err := filepath.Abs(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		replace[at] = file
	}
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	overlay := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(overlay, text, 0o600); err != nil {
		t.Fatal(err)
	}
	program := filepath.Join(dir, "program")
	last := len(args) - 1
	run(t, root, "go", append(append(args[:last:last], "-overlay="+overlay, "-o="+program), args[last])...)
	return program
}

// run runs a program in a folder.
func run(t *testing.T, dir, program string, args ...string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), program, args...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s %s: %v\n%s", filepath.Base(program), strings.Join(args, " "), err, out)
	}
}
