package repotest_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"tutti/internal/repotest"
)

func TestHouse(t *testing.T) {
	t.Parallel()
	tree, err := repotest.Load(os.DirFS("../.."))
	if err != nil {
		t.Fatal(err)
	}
	if len(tree.Go) == 0 {
		t.Fatal("no Go file was found: the test does not run inside the repository")
	}
	for _, r := range repotest.Rules() {
		t.Run(r.Name, func(t *testing.T) {
			t.Parallel()
			if unbuilt := notYet(tree, r.Name); unbuilt != "" {
				t.Skip(unbuilt)
			}
			for _, f := range r.Check(tree) {
				t.Errorf("%s (the promise: %s)", f, r.Promise)
			}
		})
	}
}

// notYet says why a rule about generated code has nothing to read.
func notYet(tree *repotest.Tree, rule string) string {
	if rule != "arguments are read" {
		return ""
	}
	isGenerated := func(s *repotest.Source) bool {
		return strings.HasPrefix(s.Path, "graph/") && strings.HasSuffix(s.Path, ".generated.go")
	}
	if slices.ContainsFunc(tree.Go, isGenerated) {
		return ""
	}
	return "graph/*.generated.go does not exist; run make gen"
}
