package repotest

import (
	"go/ast"
	"strconv"
	"strings"

	gql "github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/parser"
)

// definitions parses graph/schema; what cannot be parsed is a finding.
func (t *Tree) definitions() (defs gql.DefinitionList, broken []Finding) {
	for _, x := range t.under("graph/schema", ".graphqls") {
		doc, err := parser.ParseSchema(&gql.Source{Name: x.Path, Input: x.Body})
		if err != nil {
			broken = append(broken, Finding{x.Path, 1, "the schema cannot be parsed: " + err.Error()})
			continue
		}
		defs = append(append(defs, doc.Definitions...), doc.Extensions...)
	}
	return defs, broken
}

func schemaDescribed(t *Tree) []Finding {
	defs, out := t.definitions()
	described := map[string]bool{}
	for _, d := range defs {
		described[d.Name] = described[d.Name] || d.Description != ""
	}
	for _, d := range defs {
		if !described[d.Name] && !isRoot(d.Name) {
			out = append(out, inSchema(d.Position, "type "+d.Name+" has no description; say what it stands for"))
		}
		for _, f := range d.Fields {
			if f.Description == "" {
				out = append(out, inSchema(f.Position, d.Name+"."+f.Name+" has no description; say what a client learns from it"))
			}
		}
	}
	return sorted(out)
}

func isRoot(name string) bool { return name == "Query" || name == "Mutation" || name == "Subscription" }

func inSchema(p *gql.Position, text string) Finding {
	if p == nil || p.Src == nil {
		return Finding{"graph/schema", 1, text}
	}
	return Finding{p.Src.Name, p.Line, text}
}

// argumentsRead finds arguments that the generated code never looks at: gqlgen binds a field to a plain struct field, or
// to a method that lacks the argument, without a word.
func argumentsRead(t *Tree) []Finding {
	defs, out := t.definitions()
	read := t.argumentsByField()
	for _, d := range defs {
		if d.Kind != gql.Object {
			continue
		}
		for _, f := range d.Fields {
			key := d.Name + "_" + f.Name
			for _, arg := range f.Arguments {
				if !read[key][arg.Name] {
					out = append(out, inSchema(f.Position, "graph ignores the argument "+arg.Name+" of "+d.Name+"."+f.Name+
						"; bind the type to one with a method "+f.Name+"("+arg.Name+" …), or set resolver: true in gqlgen.yml"))
				}
			}
		}
	}
	return sorted(out)
}

// argumentsByField lists, per generated field function, the keys of fc.Args that it reads.
func (t *Tree) argumentsByField() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, s := range t.Go {
		if !s.within("graph") || !strings.HasSuffix(s.Path, ".generated.go") {
			continue
		}
		for _, d := range s.ast.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			key := strings.TrimPrefix(strings.TrimPrefix(f.Name.Name, "resolveBatch_"), "_")
			if out[key] == nil {
				out[key] = map[string]bool{}
			}
			addArguments(f, out[key])
		}
	}
	return out
}

func addArguments(f *ast.FuncDecl, read map[string]bool) {
	ast.Inspect(f, func(n ast.Node) bool {
		index, ok := n.(*ast.IndexExpr)
		if !ok {
			return true
		}
		args, isSelector := index.X.(*ast.SelectorExpr)
		name, isLit := index.Index.(*ast.BasicLit)
		if isSelector && isLit && args.Sel.Name == "Args" {
			if text, err := strconv.Unquote(name.Value); err == nil {
				read[text] = true
			}
		}
		return true
	})
}
