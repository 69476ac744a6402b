package repotest

import (
	"go/ast"
	"go/token"
	"path"
	"slices"
	"strings"
)

// longComment is the number of lines from which on a package comment has a file of its own.
const longComment = 10

func packagesCommented(t *Tree) []Finding {
	var out []Finding
	for dir, files := range t.packages() {
		out = append(out, t.commented(dir, files)...)
	}
	for dir, file := range t.testOnly() {
		out = append(out, t.at(file.ast.Package,
			"folder %s holds tests alone; add a doc.go whose package comment says what they are about", dir))
	}
	return sorted(out)
}

func (t *Tree) commented(dir string, files []*Source) []Finding {
	var commented []*Source
	for _, s := range files {
		if s.ast.Doc != nil {
			commented = append(commented, s)
		}
	}
	first := files[0]
	switch len(commented) {
	case 0:
		return []Finding{t.at(first.ast.Package, "package %s has no comment; say in one sentence what it is for", dir)}
	case 1:
		return t.wellPlaced(commented[0])
	default:
		return []Finding{t.at(commented[1].ast.Package, "package %s has comments in %s too; keep one",
			dir, path.Base(commented[0].Path))}
	}
}

// wellPlaced checks the only comment of a package: its first words, and that a long one stands in doc.go.
func (t *Tree) wellPlaced(s *Source) []Finding {
	var out []Finding
	name, doc := s.ast.Name.Name, s.ast.Doc
	if name != "main" && !strings.HasPrefix(doc.Text(), "Package "+name+" ") {
		out = append(out, t.at(doc.Pos(), "begin the comment with \"Package %s\"", name))
	}
	lines := t.fset.Position(doc.End()).Line - t.fset.Position(doc.Pos()).Line + 1
	if base := path.Base(s.Path); lines > longComment && base != "doc.go" && base != "main.go" {
		out = append(out, t.at(doc.Pos(), "the package comment has %d lines; move it to doc.go", lines))
	}
	return out
}

// testOnly finds folders whose only Go files are tests.
func (t *Tree) testOnly() map[string]*Source {
	packages, out := t.packages(), map[string]*Source{}
	for _, s := range t.Go {
		if _, known := packages[s.dir()]; !known {
			out[s.dir()] = s
		}
	}
	return out
}

func packagesNamed(t *Tree) []Finding {
	homeless := []string{
		"util", "utils", "common", "helper", "helpers", "base", "types", "models", "model", "misc", "shared", "lib",
	}
	var out []Finding
	for _, files := range t.packages() {
		first := files[0]
		name := first.ast.Name.Name
		if slices.Contains(homeless, name) || slices.Contains(homeless, path.Base(first.dir())) {
			out = append(out, t.at(first.ast.Package, "package %s says nothing; name it after what it is about", name))
		}
		if base := path.Base(first.dir()); name != "main" && base != "." && name != strings.TrimSuffix(base, "_test") {
			out = append(out, t.at(first.ast.Package, "package %s lies in folder %s; give both one name", name, base))
		}
	}
	return sorted(out)
}

// providerNames lists the folders of services below providers/, by the factory file that each must have.
func (t *Tree) providerNames() []string {
	var out []string
	for dir := range t.packages() {
		name, isBelow := strings.CutPrefix(dir, "providers/")
		if isBelow && !strings.Contains(name, "/") && !slices.Contains([]string{"all", "providertest", "internal"}, name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// literals calls visit for each string in a file, without imports and struct tags.
func literals(file *ast.File, visit func(*ast.BasicLit)) {
	var tag *ast.BasicLit
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ImportSpec:
			return false
		case *ast.Field:
			tag = n.Tag
		case *ast.BasicLit:
			if n.Kind == token.STRING && n != tag {
				visit(n)
			}
		}
		return true
	})
}
