package web_test

import (
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
)

// build is what the build wrote down about itself.
type build struct {
	Sources map[string]string `json:"sources"`
	Files   map[string]struct {
		SHA256 string `json:"sha256"`
		Bytes  int    `json:"bytes"`
	} `json:"files"`
}

func manifest(t *testing.T) build {
	t.Helper()
	content, err := os.ReadFile("dist/graphiql/manifest.json")
	if err != nil {
		t.Fatal(err)
	}
	var m build
	if err := json.Unmarshal(content, &m); err != nil {
		t.Fatal(err)
	}
	return m
}

func digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}

// names lists the files below a folder for which keep holds.
func names(t *testing.T, folder fs.FS, keep func(name string) bool) []string {
	t.Helper()
	var found []string
	err := fs.WalkDir(folder, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (name == "node_modules" || name == "build") {
			return fs.SkipDir
		}
		if !entry.IsDir() && keep(name) {
			found = append(found, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(found)
	return found
}

// TestManifest fails when a source of GraphiQL was changed and not built.
func TestManifest(t *testing.T) {
	t.Parallel()
	const advice = "run npm ci && npm run build in web/graphiql"
	sources := os.DirFS("graphiql")
	isSource := func(name string) bool { return !strings.HasPrefix(name, ".") && name != "verify.sh" }
	want := manifest(t).Sources
	if got := names(t, sources, isSource); !slices.Equal(got, slices.Sorted(maps.Keys(want))) {
		t.Errorf("sources are %v, built were %v: %s", got, slices.Sorted(maps.Keys(want)), advice)
	}
	for name, sum := range want {
		content, err := fs.ReadFile(sources, name)
		if err != nil || digest(content) != sum {
			t.Errorf("%s is not what was built (%v): %s", name, err, advice)
		}
	}
}

// TestBuiltFiles compares what is embedded with what the build wrote down.
func TestBuiltFiles(t *testing.T) {
	t.Parallel()
	folder := os.DirFS("dist/graphiql")
	want := manifest(t).Files
	packed := names(t, folder, func(name string) bool { return name != "manifest.json" })
	if len(packed) != len(want) {
		t.Errorf("%d files are built, the manifest names %d", len(packed), len(want))
	}
	for _, name := range packed {
		if path.Ext(name) != ".gz" {
			t.Errorf("%s is not compressed", name)
			continue
		}
		content := unpack(t, folder, name)
		if sum := want[strings.TrimSuffix(name, ".gz")].SHA256; digest(content) != sum {
			t.Errorf("%s has the sum %s, the manifest says %q", name, digest(content), sum)
		}
	}
}

func unpack(t *testing.T, folder fs.FS, name string) []byte {
	t.Helper()
	file, err := folder.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }() // It was read only.
	zip, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	content, err := io.ReadAll(zip)
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// TestLockNamesNoHost keeps the lock file free of the addresses that packages were loaded from.
func TestLockNamesNoHost(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("graphiql/package-lock.json")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(content), `"resolved"`) {
		t.Error("package-lock.json has resolved addresses: npm install with the .npmrc of this folder leaves them out")
	}
	if !strings.Contains(string(content), `"integrity": "sha512-`) {
		t.Error("package-lock.json has no hashes")
	}
}
