package repotest

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// module is the path that imports of this repository begin with.
const module = "tutti"

// Tree is a repository, parsed once and read by all rules.
type Tree struct {
	Go    []*Source // every Go file outside testdata, by path
	Texts []Text    // every text file, Go files among them, by path

	fset *token.FileSet
}

// Source is one parsed Go file.
type Source struct {
	Path      string // slash-separated, relative to the root
	Test      bool
	Generated bool

	ast *ast.File
}

// Text is one file that is not binary.
type Text struct {
	Path, Body string
}

// Finding is one broken promise: where, and how to mend it.
type Finding struct {
	Path string
	Line int
	Text string
}

// String is the finding in the form that editors and terminals make a link of.
func (f Finding) String() string { return fmt.Sprintf("%s:%d: %s", f.Path, f.Line, f.Text) }

// Load reads and parses a repository. Version control, dependencies of the browser sources, built assets and folders
// that are modules of their own are left out.
func Load(fsys fs.FS) (*Tree, error) {
	t := &Tree{fset: token.NewFileSet()}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			return enter(fsys, name)
		case !d.Type().IsRegular():
			return nil
		default:
			return t.add(fsys, name)
		}
	})
	if err != nil {
		return nil, fmt.Errorf("read the repository: %w", err)
	}
	return t, nil
}

var skippedFolder = regexp.MustCompile(`^(\.git|\.idea|\.vscode|node_modules|bin)$|^web/dist$`)

// enter says whether the walk goes into a folder.
func enter(fsys fs.FS, name string) error {
	if skippedFolder.MatchString(name) || skippedFolder.MatchString(path.Base(name)) {
		return fs.SkipDir
	}
	if name == "." {
		return nil
	}
	if _, err := fs.Stat(fsys, path.Join(name, "go.mod")); err == nil {
		return fs.SkipDir
	}
	return nil
}

func (t *Tree) add(fsys fs.FS, name string) error {
	body, err := fs.ReadFile(fsys, name)
	if err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	if !utf8.Valid(body) || strings.ContainsRune(string(body), 0) {
		return nil
	}
	t.Texts = append(t.Texts, Text{Path: name, Body: string(body)})
	if path.Ext(name) != ".go" || strings.Contains("/"+name, "/testdata/") {
		return nil
	}
	file, err := parser.ParseFile(t.fset, name, body, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return fmt.Errorf("parse %s: %w", name, err)
	}
	t.Go = append(t.Go, &Source{
		Path: name, Test: strings.HasSuffix(name, "_test.go"), Generated: ast.IsGenerated(file), ast: file,
	})
	return nil
}

func (s *Source) dir() string { return path.Dir(s.Path) }

// written says that people wrote the file and that it is part of the program.
func (s *Source) written() bool { return !s.Test && !s.Generated }

// helpsTests says that the file is no part of the program: suites beside what they test, harnesses and fakes.
func (s *Source) helpsTests() bool {
	return strings.HasSuffix(s.dir(), "test") || s.within("internal/conformance", "internal/replay", "internal/golden", "e2e")
}

// within says whether the file lies in one of the folders or below.
func (s *Source) within(folders ...string) bool {
	return slices.ContainsFunc(folders, func(f string) bool { return strings.HasPrefix(s.Path, f+"/") })
}

func (s *Source) imports(name string) bool {
	return slices.ContainsFunc(s.ast.Imports, func(i *ast.ImportSpec) bool { return i.Path.Value == strconv.Quote(name) })
}

func (t *Tree) at(pos token.Pos, format string, args ...any) Finding {
	p := t.fset.Position(pos)
	return Finding{Path: p.Filename, Line: p.Line, Text: fmt.Sprintf(format, args...)}
}

// packages groups the files of the program by folder, tests apart.
func (t *Tree) packages() map[string][]*Source {
	out := map[string][]*Source{}
	for _, s := range t.Go {
		if !s.Test {
			out[s.dir()] = append(out[s.dir()], s)
		}
	}
	return out
}

// under lists the texts in a folder and below whose names end in suffix.
func (t *Tree) under(folder, suffix string) []Text {
	var out []Text
	for _, x := range t.Texts {
		if strings.HasPrefix(x.Path, folder+"/") && strings.HasSuffix(x.Path, suffix) {
			out = append(out, x)
		}
	}
	return out
}

// text finds a file; ok is false where there is none.
func (t *Tree) text(name string) (Text, bool) {
	i := slices.IndexFunc(t.Texts, func(x Text) bool { return x.Path == name })
	if i < 0 {
		return Text{}, false
	}
	return t.Texts[i], true
}

func sorted(findings []Finding) []Finding {
	slices.SortFunc(findings, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Text, b.Text))
	})
	return findings
}
