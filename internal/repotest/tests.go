package repotest

import (
	"go/ast"
	"regexp"
	"strings"
)

// testsDoNotSleep lets files sleep that import testing/synctest: inside its bubble no time passes.
func testsDoNotSleep(t *Tree) []Finding {
	var out []Finding
	for _, s := range t.Go {
		if !s.Test || s.imports("testing/synctest") {
			continue
		}
		ast.Inspect(s.ast, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok && sel.Sel.Name == "Sleep" && isNamed(sel.X, "time") {
				out = append(out, t.at(n.Pos(), "a test sleeps; run it inside testing/synctest and wait on a timer or a channel"))
			}
			return true
		})
	}
	return sorted(out)
}

func skipsSayWhy(t *Tree) []Finding {
	var out []Finding
	for _, s := range t.Go {
		ast.Inspect(s.ast, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if ok && isMuteSkip(call) {
				out = append(out, t.at(n.Pos(), "a test is skipped without a word; say what it needs and how to get it"))
			}
			return true
		})
	}
	return sorted(out)
}

func isMuteSkip(call *ast.CallExpr) bool {
	sel, ok := call.Fun.(*ast.SelectorExpr)
	if !ok || !isNamed(sel.X, "t") && !isNamed(sel.X, "b") && !isNamed(sel.X, "tb") {
		return false
	}
	switch sel.Sel.Name {
	case "SkipNow":
		return true
	case "Skip", "Skipf":
		if len(call.Args) == 0 {
			return true
		}
		lit, isLit := call.Args[0].(*ast.BasicLit)
		return isLit && strings.Trim(lit.Value, "\"` ") == ""
	default:
		return false
	}
}

func isNamed(e ast.Expr, name string) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}

var (
	leftOver = regexp.MustCompile(`\b(TODO|FIXME|XXX|HACK)\b`)
	numbered = regexp.MustCompile(`\bTODO\(#\d+\)`)
)

func todosNumbered(t *Tree) []Finding {
	var out []Finding
	for _, s := range t.Go {
		if s.Generated {
			continue
		}
		for _, group := range s.ast.Comments {
			for _, c := range group.List {
				if leftOver.MatchString(numbered.ReplaceAllString(c.Text, "")) {
					out = append(out, t.at(c.Pos(), "something is left to do; do it, or write TODO(#123) with the number of its issue"))
				}
			}
		}
	}
	return sorted(out)
}

// Bounds of a corpus: files of a target, those written by hand included, and their bytes.
const (
	corpusFiles = 60
	corpusBytes = 128 << 10
)

// fuzzingKept demands a corpus of each fuzz target of a provider, and bounds all there are.
func fuzzingKept(t *Tree) []Finding {
	var out []Finding
	names := t.providerNames()
	for _, s := range t.Go {
		for _, d := range s.ast.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok || !s.Test || f.Recv != nil || !strings.HasPrefix(f.Name.Name, "Fuzz") {
				continue
			}
			size, files := 0, t.under(s.dir()+"/testdata/fuzz/"+f.Name.Name, "")
			for _, x := range files {
				size += len(x.Body)
			}
			_, ofProvider := providerOf(s.dir(), names)
			switch {
			case len(files) > corpusFiles || size > corpusBytes:
				out = append(out, t.at(f.Pos(), "the corpus of %s has %d files and %d bytes; keep less, as .ci/fuzz does", f.Name.Name, len(files), size))
			case len(files) == 0 && ofProvider:
				out = append(out, t.at(f.Pos(), "%s has no corpus; run .ci/fuzz and commit what it keeps", f.Name.Name))
			}
		}
	}
	return sorted(out)
}

// testNames lists every function that go test can run.
func (t *Tree) testNames() map[string]bool {
	out := map[string]bool{}
	for _, s := range t.Go {
		if !s.Test {
			continue
		}
		for _, d := range s.ast.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil {
				out[f.Name.Name] = true
			}
		}
	}
	return out
}
