package repotest

import (
	"go/ast"
	"path"
	"slices"
	"strconv"
	"strings"
)

func importsFollowPicture(t *Tree) []Finding {
	var out []Finding
	for _, s := range t.Go {
		l, drawn := layerOf(s.dir())
		if !drawn {
			out = append(out, t.at(s.ast.Package,
				"folder %s is not in the picture of imports; give it a row in internal/repotest/imports_table.go", s.dir()))
			continue
		}
		for _, spec := range s.ast.Imports {
			if why := refused(s, l, spec); why != "" {
				out = append(out, t.at(spec.Pos(), "%s", why))
			}
		}
	}
	return sorted(out)
}

// layerOf finds the row of a folder: the longest that fits, a name before a star.
func layerOf(dir string) (layer, bool) {
	best, found := layer{}, false
	for _, l := range picture {
		if fits(l.Folder, dir) && (!found || longer(l.Folder, best.Folder)) {
			best, found = l, true
		}
	}
	return best, found
}

func fits(folder, dir string) bool {
	if parent, isStar := strings.CutSuffix(folder, "/*"); isStar {
		return strings.HasPrefix(dir, parent+"/")
	}
	return dir == folder || strings.HasPrefix(dir, folder+"/")
}

func longer(a, b string) bool {
	depth := strings.Count(a, "/") - strings.Count(b, "/")
	return depth > 0 || depth == 0 && strings.HasSuffix(b, "/*")
}

// refused says in a sentence why a file may not import something; empty: it may.
func refused(s *Source, l layer, spec *ast.ImportSpec) string {
	imported, err := strconv.Unquote(spec.Path.Value)
	if err != nil {
		return "the import cannot be read: " + err.Error()
	}
	own, isOurs := strings.CutPrefix(imported, module+"/")
	switch {
	case isOurs && strings.HasPrefix(own+"/", "cmd/") && !s.within("cmd"):
		return "nobody imports cmd; move what is needed to a package of its own"
	case s.Test || isOurs && allowed(l, s.dir(), own):
		return ""
	case isOurs:
		return l.Folder + " does not import " + own + "; pass a value or a function in from cmd/tutti, or move the code"
	case !isStandard(imported) && l.Outside != nil && !anyUnder(l.Outside, imported):
		return l.Folder + " does not import " + imported + "; it is built of values and the standard library"
	default:
		return ""
	}
}

func allowed(l layer, dir, own string) bool {
	if own == dir || strings.HasPrefix(own, dir+"/") || l.Folder != "providers" && l.Folder != "providers/*" && fits(l.Folder, own) {
		return true
	}
	if parent := strings.Split(dir, "/"); l.Folder == "providers/*" && own == path.Join(parent[:2]...) {
		return true
	}
	return slices.ContainsFunc(l.May, func(may string) bool {
		all, isAll := strings.CutSuffix(may, "...")
		return may == own || isAll && strings.HasPrefix(own+"/", all)
	})
}

func isStandard(imported string) bool {
	first, _, _ := strings.Cut(imported, "/")
	return !strings.Contains(first, ".")
}

func anyUnder(modules []string, imported string) bool {
	return slices.ContainsFunc(modules, func(m string) bool { return strings.HasPrefix(imported+"/", m+"/") })
}

func providersStandApart(t *Tree) []Finding {
	names := t.providerNames()
	var out []Finding
	for _, s := range t.Go {
		home, isProvider := providerOf(s.dir(), names)
		if !isProvider {
			continue
		}
		for _, spec := range s.ast.Imports {
			dir, _ := strings.CutPrefix(strings.Trim(spec.Path.Value, `"`), module+"/")
			if other, isSibling := providerOf(dir, names); isSibling && other != home {
				out = append(out, t.at(spec.Pos(),
					"%s knows its sibling %s; move what both need to providers/internal", home, other))
			}
		}
	}
	return sorted(out)
}

// providerOf names the service whose folder a path lies in.
func providerOf(dir string, names []string) (string, bool) {
	below, isBelow := strings.CutPrefix(dir, "providers/")
	name, _, _ := strings.Cut(below, "/")
	return name, isBelow && slices.Contains(names, name)
}
