package repotest

import (
	"go/ast"
	"go/token"
	"go/types"
	"path"
)

// tablesReadOnly finds assignments to package variables: to the variable, to an element of it or to a field of it.
// What a package is called and whether it exists does not matter here, so nothing that is imported is read.
func tablesReadOnly(t *Tree) []Finding {
	var out []Finding
	for dir, files := range t.packages() {
		c := changes{tree: t, info: &types.Info{Uses: map[*ast.Ident]types.Object{}}}
		var parsed []*ast.File
		for _, s := range files {
			parsed = append(parsed, s.ast)
		}
		conf := types.Config{Importer: hollow{}, FakeImportC: true, Error: func(error) {}}
		c.pkg, _ = conf.Check(dir, t.fset, parsed, c.info) // errors of the hollow imports say nothing
		for _, s := range files {
			if s.written() {
				ast.Inspect(s.ast, c.visit)
			}
		}
		out = append(out, c.found...)
	}
	return sorted(out)
}

// hollow imports every package as an empty one.
type hollow struct{}

// Import implements types.Importer.
func (hollow) Import(name string) (*types.Package, error) {
	p := types.NewPackage(name, path.Base(name))
	p.MarkComplete()
	return p, nil
}

type changes struct {
	tree  *Tree
	info  *types.Info
	pkg   *types.Package
	found []Finding
}

func (c *changes) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE {
			for _, left := range n.Lhs {
				c.check(left, "is assigned to")
			}
		}
	case *ast.IncDecStmt:
		c.check(n.X, "is counted up or down")
	case *ast.RangeStmt:
		if n.Tok == token.ASSIGN {
			c.check(n.Key, "is assigned to")
			c.check(n.Value, "is assigned to")
		}
	case *ast.CallExpr:
		if f, ok := n.Fun.(*ast.Ident); ok && (f.Name == "delete" || f.Name == "clear") && len(n.Args) > 0 {
			c.check(n.Args[0], "is emptied")
		}
	}
	return true
}

func (c *changes) check(e ast.Expr, what string) {
	id := root(e)
	if id == nil {
		return
	}
	if v, ok := c.info.Uses[id].(*types.Var); ok && c.pkg != nil && v.Parent() == c.pkg.Scope() {
		c.found = append(c.found, c.tree.at(e.Pos(),
			"package variable %s %s; keep the value in a struct that cmd/tutti makes and passes on", id.Name, what))
	}
}

// root is the variable at the left end of an expression such as table[k].field.
func root(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.IndexExpr:
			e = x.X
		case *ast.SelectorExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		default:
			return nil
		}
	}
}
