package telemetry_test

import (
	"cmp"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/telemetry.md")

const (
	page  = "../../docs/telemetry.md"
	begin = "<!-- names: written by go test ./internal/telemetry -update -->\n"
	end   = "<!-- end of names -->\n"
)

// name is one name, and the constant that holds it.
type name struct{ id, text, kind, meaning string }

// TestNamesAreDocumented holds that docs/telemetry.md has one row for each name in names*.go and no other. With -update the table
// is written anew: look whether each row says what the name means to an operator.
func TestNamesAreDocumented(t *testing.T) {
	t.Parallel()
	names := declared(t)
	old, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(old), begin)
	had, tail, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("%s has no table between %q and %q", page, begin, end)
	}
	if *update {
		if err := os.WriteFile(page, []byte(head+begin+table(names)+end+tail), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want := rows(table(names))
	got := rows(had)
	for _, r := range want {
		if !slices.Contains(got, r) {
			t.Errorf("docs/telemetry.md lacks this row; run go test ./internal/telemetry -update:\n%s", r)
		}
	}
	for _, r := range got {
		if !slices.Contains(want, r) {
			t.Errorf("docs/telemetry.md has a row that no constant stands for; run go test ./internal/telemetry -update:\n%s", r)
		}
	}
	if !t.Failed() && !slices.Equal(got, want) {
		t.Error("the table of docs/telemetry.md is not sorted; run go test ./internal/telemetry -update")
	}
}

// declared reads all names from the constants of names*.go.
func declared(t *testing.T) []name {
	t.Helper()
	files, err := filepath.Glob("names*.go")
	if err != nil {
		t.Fatal(err)
	}
	all := map[[2]string]name{}
	ids := map[string]string{}
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decls {
			g, ok := d.(*ast.GenDecl)
			if ok && g.Tok == token.IMPORT {
				continue
			}
			if !ok || g.Tok != token.CONST {
				t.Errorf("%s: only constants belong here", path)
				continue
			}
			for _, s := range g.Specs {
				n := nameOf(t, path, g, s.(*ast.ValueSpec)) //nolint:errcheck // constants have no other
				ids[n.id] = n.text
				key := [2]string{n.text, n.kind}
				if had, ok := all[key]; ok && had.meaning != n.meaning {
					n.meaning = strings.TrimSuffix(had.meaning, ".") + "; " + n.meaning
				}
				all[key] = n
			}
		}
	}
	if len(all) < 20 {
		t.Fatalf("found %d names: the parser of this test is broken", len(all))
	}
	for key, n := range all {
		for id, text := range ids { // links between constants become links between names
			n.meaning = strings.ReplaceAll(n.meaning, "["+id+"]", "`"+text+"`")
		}
		all[key] = n
	}
	return slices.SortedFunc(maps.Values(all), func(a, b name) int {
		return cmp.Or(cmp.Compare(a.text, b.text), cmp.Compare(a.kind, b.kind))
	})
}

func nameOf(t *testing.T, path string, g *ast.GenDecl, s *ast.ValueSpec) name {
	t.Helper()
	id := s.Names[0].Name
	if len(s.Names) != 1 || len(s.Values) != 1 {
		t.Fatalf("%s: %s: one constant per line, with its value", path, id)
	}
	lit, ok := s.Values[0].(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		t.Fatalf("%s: %s is not a text", path, id)
	}
	text, err := strconv.Unquote(lit.Value)
	if err != nil {
		t.Fatal(err)
	}
	doc := s.Doc
	if !g.Lparen.IsValid() {
		doc = g.Doc
	}
	said := strings.Join(strings.Fields(doc.Text()), " ")
	meaning, ok := strings.CutPrefix(said, id+" ")
	if !ok {
		t.Errorf("%s: %s has no comment that begins with it and says what it means", path, id)
	}
	kind := kindOf(id, g.Doc.Text())
	if kind == "" {
		t.Errorf("%s: %s: begin it with Span, Attr or Metric, or its group's comment with Spans, Attributes, Values or Figures", path, id)
	}
	meaning = strings.TrimPrefix(meaning, "is ")
	return name{id: id, text: text, kind: kind, meaning: strings.ReplaceAll(meaning, "|", `\|`)}
}

// kindOf tells what a constant names: by its prefix, else by the first word of its group's comment.
func kindOf(id, group string) string {
	for prefix, kind := range map[string]string{"Span": "span", "Attr": "attribute", "Metric": "metric"} {
		if strings.HasPrefix(id, prefix) {
			return kind
		}
	}
	word, _, _ := strings.Cut(group, " ")
	return map[string]string{"Spans": "span", "Attributes": "attribute", "Values": "value", "Figures": "metric"}[word]
}

func table(names []name) string {
	var b strings.Builder
	b.WriteString("| name | kind | meaning |\n| --- | --- | --- |\n")
	for _, n := range names {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", n.text, n.kind, n.meaning)
	}
	return b.String()
}

func rows(table string) []string {
	var out []string
	for l := range strings.Lines(table) {
		if strings.HasPrefix(l, "| `") {
			out = append(out, l)
		}
	}
	return out
}
