package repotest

import (
	"path"
	"regexp"
	"slices"
	"strings"
)

var (
	quotedWord = regexp.MustCompile("`([^`\\s]+)`")
	// pathLike matches folders and files below others, and names of files alone.
	pathLike = regexp.MustCompile(`^[\w.-]+(/[\w.*-]+)+/?$|^[\w.-]+/$|^[\w.-]+\.(go|md|graphqls|ya?ml|sh|mod)$`)
	// placeholder matches a name that stands for any.
	placeholder = regexp.MustCompile(`(^|/)[A-Z]{3,}(_|\.|/|$)`)
)

// pathsLead looks for each path that a document names in backticks: from the root, from the document's folder, or anywhere.
func pathsLead(t *Tree) []Finding {
	var out []Finding
	for _, x := range t.Texts {
		if path.Ext(x.Path) != ".md" || strings.Contains("/"+x.Path, "/testdata/") {
			continue
		}
		for i, line := range strings.Split(x.Body, "\n") {
			for _, m := range quotedWord.FindAllStringSubmatch(line, -1) {
				if named := m[1]; t.promised(named) && !t.leads(x, named) {
					out = append(out, Finding{x.Path, i + 1, "there is no " + named + "; name what is there, or say it otherwise"})
				}
			}
		}
	}
	return sorted(out)
}

// promised says whether a word is the path of something in the repository.
func (t *Tree) promised(word string) bool {
	return pathLike.MatchString(word) && !strings.HasPrefix(word, "../") && !placeholder.MatchString(word) &&
		!slices.Contains(foreignPaths, strings.TrimSuffix(word, "/"))
}

// leads says whether a path, perhaps with stars, leads to a file or folder.
func (t *Tree) leads(from Text, named string) bool {
	named = strings.TrimSuffix(named, "/")
	patterns := []string{named, path.Join(path.Dir(from.Path), named)}
	return slices.ContainsFunc(t.Texts, func(x Text) bool {
		if !strings.Contains(named, "/") && slices.Contains(strings.Split(x.Path, "/"), named) {
			return true
		}
		for at := x.Path; at != "."; at = path.Dir(at) {
			if slices.ContainsFunc(patterns, func(p string) bool { ok, err := path.Match(p, at); return ok && err == nil }) {
				return true
			}
		}
		return false
	})
}
