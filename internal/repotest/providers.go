package repotest

import (
	"go/ast"
	"go/token"
	"slices"
	"strconv"
	"strings"
)

// mandatory lists the files of a provider folder; NAME stands for the folder's name.
const mandatory = "doc.go NAME.go endpoints.go wire.go convert.go NAME_test.go convert_test.go conformance_test.go"

// optional lists what a provider folder may hold beside these; anything else has to be explained in its doc.go.
const optional = "extract.go extract_test.go table.go bench_test.go example_test.go fuzz_test.go"

func providersLookAlike(t *Tree) []Finding {
	var out []Finding
	for _, name := range t.providerNames() {
		out = append(out, t.fileSet(name)...)
	}
	return sorted(out)
}

func (t *Tree) fileSet(name string) []Finding {
	dir := "providers/" + name
	want := strings.Fields(strings.ReplaceAll(mandatory, "NAME", name))
	var have []string
	hasTestdata := false
	for _, x := range t.under(dir, "") {
		file := strings.TrimPrefix(x.Path, dir+"/")
		hasTestdata = hasTestdata || strings.HasPrefix(file, "testdata/")
		if !strings.Contains(file, "/") {
			have = append(have, file)
		}
	}
	var out []Finding
	for _, file := range want {
		if !slices.Contains(have, file) {
			out = append(out, Finding{dir, 1, "a provider folder holds " + file + "; write it"})
		}
	}
	if !hasTestdata {
		out = append(out, Finding{dir, 1, "a provider folder holds testdata with answers and golden releases; write them"})
	}
	doc, _ := t.text(dir + "/doc.go")
	for _, file := range have {
		if !slices.Contains(append(want, strings.Fields(optional)...), file) && !strings.HasSuffix(file, "_table.go") &&
			!strings.Contains(doc.Body, file) {
			out = append(out, Finding{dir + "/" + file, 1, "other providers have no such file; explain it by name in doc.go"})
		}
	}
	return out
}

func providersExportFactory(t *Tree) []Finding {
	var out []Finding
	for _, name := range t.providerNames() {
		hasFactory := false
		files := t.packages()["providers/"+name]
		for _, s := range files {
			for _, id := range exported(s.ast) {
				if id.Name == "Factory" {
					hasFactory = true
					continue
				}
				out = append(out, t.at(id.Pos(), "%s exports %s; a provider shows nothing but func Factory", name, id.Name))
			}
		}
		if !hasFactory {
			out = append(out, t.at(files[0].ast.Package, "%s does not export Factory; the registry has nothing to list", name))
		}
	}
	return sorted(out)
}

// exported lists the names that a file shows at package level; methods belong to their type.
func exported(file *ast.File) []*ast.Ident {
	var names []*ast.Ident
	for _, d := range file.Decls {
		switch d := d.(type) {
		case *ast.FuncDecl:
			if d.Recv == nil {
				names = append(names, d.Name)
			}
		case *ast.GenDecl:
			for _, spec := range d.Specs {
				names = append(names, declared(spec)...)
			}
		}
	}
	return slices.DeleteFunc(names, func(id *ast.Ident) bool { return !id.IsExported() })
}

func declared(spec ast.Spec) []*ast.Ident {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		return []*ast.Ident{spec.Name}
	case *ast.ValueSpec:
		return spec.Names
	default:
		return nil
	}
}

// providersNamedAtHome refuses the name of a service as a string outside its folder. The emulator speaks for services,
// configuration names their credentials, tests need an example; musicbrainz and permalink are about that service.
func providersNamedAtHome(t *Tree) []Finding {
	names := t.providerNames()
	var out []Finding
	for _, s := range t.Go {
		if !s.written() || s.helpsTests() || s.within("internal/emulator", "internal/config", "musicbrainz", "permalink") {
			continue
		}
		home, _ := providerOf(s.dir(), names)
		literals(s.ast, func(lit *ast.BasicLit) {
			text, err := strconv.Unquote(lit.Value)
			name := strings.ToLower(text)
			if err == nil && name != home && slices.Contains(names, name) {
				out = append(out, t.at(lit.Pos(),
					"%s is named outside providers/%s; ask the registry, or make the difference a value of providers.Info", text, name))
			}
		})
	}
	return sorted(out)
}

// hostsAtHome refuses addresses of the outside world in the program, except where they are somebody's subject.
func hostsAtHome(t *Tree) []Finding {
	var out []Finding
	for _, s := range t.Go {
		if !s.written() || s.helpsTests() || s.within("providers", "internal/emulator", "internal/config",
			"musicbrainz", "permalink", "cmd") {
			continue
		}
		literals(s.ast, func(lit *ast.BasicLit) {
			if host := foreignHost(lit); host != "" {
				out = append(out, t.at(lit.Pos(), "the program knows the host %s; pass it in, or move it to the provider it belongs to", host))
			}
		})
	}
	return sorted(out)
}

func foreignHost(lit *ast.BasicLit) string {
	text, err := strconv.Unquote(lit.Value)
	if err != nil || lit.Kind != token.STRING {
		return ""
	}
	for _, scheme := range []string{"http://", "https://"} {
		_, rest, found := strings.Cut(text, scheme)
		host := rest[:len(rest)-len(strings.TrimLeft(rest, "abcdefghijklmnopqrstuvwxyz0123456789.-"))]
		isLocal := strings.HasPrefix(host, "127.") || host == "localhost" || strings.Contains("."+host, ".example") ||
			strings.HasSuffix(host, ".invalid") || strings.HasSuffix(host, ".test")
		if found && strings.Contains(host, ".") && !isLocal {
			return host
		}
	}
	return ""
}
