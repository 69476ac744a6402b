package repotest

import (
	"path"
	"regexp"
	"strings"
)

// unportable matches what holds on one machine only. The brackets keep the pattern from finding itself.
var unportable = regexp.MustCompile(`(^|[\s"'=(:` + "`" + `])(/wor[k]/|/hom[e]/\w|/roo[t]/|/User[s]/\w|/tm[p]/\w|[A-Z]:\\User[s])`)

// intermediary matches addresses that belong into the settings of a machine, never into a repository.
var intermediary = regexp.MustCompile(`prox[y]\.golang\.org|su[m]\.golang\.org|gopro[x]y\.|registr[y]\.(npmjs|yarnpkg)\.`)

func textsPortable(t *Tree) []Finding {
	var out []Finding
	for _, x := range t.Texts {
		if strings.Contains("/"+x.Path, "/testdata/") {
			continue
		}
		for i, line := range strings.Split(x.Body, "\n") {
			if unportable.MatchString(line) {
				out = append(out, Finding{x.Path, i + 1, "names a path of one machine; use a relative path, t.TempDir or mktemp"})
			}
			if intermediary.MatchString(line) {
				out = append(out, Finding{x.Path, i + 1, "names a module proxy or package registry; leave that to each machine's settings"})
			}
		}
	}
	return sorted(out)
}

var (
	decisionName = regexp.MustCompile(`^(\d{4})-[a-z0-9]+(-[a-z0-9]+)*\.md$`)
	headline     = regexp.MustCompile(`(?m)^## (Context|Options|Decision|What follows|Consequences)`)
)

func decisionsNumbered(t *Tree) []Finding {
	seen := map[string]string{}
	var out []Finding
	for _, x := range t.under("docs/adr", "") {
		m := decisionName.FindStringSubmatch(path.Base(x.Path))
		if m == nil {
			out = append(out, Finding{x.Path, 1, "name a decision NNNN-in-a-few-words.md"})
			continue
		}
		if other, taken := seen[m[1]]; taken {
			out = append(out, Finding{x.Path, 1, "the number is taken by " + other + "; take the next free one"})
		}
		seen[m[1]] = path.Base(x.Path)
		if parts := headline.FindAllString(x.Body, -1); !strings.HasPrefix(x.Body, "# ") || len(parts) != 4 {
			out = append(out, Finding{
				x.Path, 1,
				"a decision has a title and the parts Context, Options, Decision and What follows (or Consequences); add what is missing",
			})
		}
	}
	return sorted(out)
}

var (
	changeName = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*\.md$`)
	changeHead = regexp.MustCompile(`^(Added|Changed|Fixed|Removed|Security): [A-Z].*[^.]$`)
)

func changesTold(t *Tree) []Finding {
	var out []Finding
	for _, x := range t.under("changelog/unreleased", "") {
		if !changeName.MatchString(path.Base(x.Path)) {
			out = append(out, Finding{x.Path, 1, "name a change in-a-few-words.md"})
		}
		head, body, _ := strings.Cut(x.Body, "\n")
		if !changeHead.MatchString(head) {
			out = append(out, Finding{x.Path, 1, "begin with \"Added: One line without a full stop\" as changelog/TEMPLATE shows"})
		}
		if !strings.HasPrefix(body, "\n") || strings.TrimSpace(body) == "" {
			out = append(out, Finding{x.Path, 2, "leave one line empty, then tell the user what is different now"})
		}
	}
	return sorted(out)
}

var link = regexp.MustCompile(`\]\(([^)#\s]+)(#[^)\s]*)?\)`)

// linksLead follows the links between documents of the repository; addresses of the outside world are left alone.
func linksLead(t *Tree) []Finding {
	var out []Finding
	for _, x := range t.Texts {
		if path.Ext(x.Path) != ".md" || strings.Contains("/"+x.Path, "/testdata/") {
			continue
		}
		for i, line := range strings.Split(x.Body, "\n") {
			for _, m := range link.FindAllStringSubmatch(line, -1) {
				to := path.Join(path.Dir(x.Path), m[1])
				_, isFile := t.text(to)
				if !strings.Contains(m[1], ":") && !isFile && len(t.under(to, "")) == 0 {
					out = append(out, Finding{x.Path, i + 1, "the link to " + m[1] + " leads nowhere; name a file that exists"})
				}
			}
		}
	}
	return sorted(out)
}

// targetLimit is how many targets a newcomer can hold in mind.
const targetLimit = 9

var target = regexp.MustCompile(`^([a-z][\w-]*):([^=]|$)`)

func targetsExplained(t *Tree) []Finding {
	file, found := t.text("Makefile")
	if !found {
		return []Finding{{"Makefile", 1, "there is no Makefile; make check has to be what CI runs"}}
	}
	var out []Finding
	count := 0
	for i, line := range strings.Split(file.Body, "\n") {
		m := target.FindStringSubmatch(line)
		if m == nil || m[1] == "help" { // it prints the others
			continue
		}
		if count++; count > targetLimit {
			out = append(out, Finding{"Makefile", i + 1, m[1] + " is one target too many; fold it into another"})
		}
		if !strings.Contains(line, "## ") {
			out = append(out, Finding{"Makefile", i + 1, m[1] + " has no help; write it behind ##"})
		}
	}
	return out
}

var (
	differenceRow = regexp.MustCompile(`^\| [^|]+ \| [^|]+ \| [^|]+ \| [^|]+ \| ([^|]+) \|$`)
	testName      = regexp.MustCompile(`\b((?:Test|Fuzz|Example|Benchmark)\w*)`)
)

func differencesTested(t *Tree) []Finding {
	const name = "docs/differences.md"
	file, found := t.text(name)
	if !found {
		return []Finding{{name, 1, "there is no table of differences to the reference"}}
	}
	tests := t.testNames()
	var out []Finding
	for i, line := range strings.Split(file.Body, "\n") {
		m := differenceRow.FindStringSubmatch(line)
		if m == nil || strings.HasPrefix(line, "| ---") || strings.HasPrefix(line, "| defect tag") {
			continue
		}
		named := testName.FindAllString(m[1], -1)
		if len(named) == 0 {
			out = append(out, Finding{name, i + 1, "the row names no test; write one that holds the difference and name it"})
		}
		for _, n := range named {
			if !tests[n] {
				out = append(out, Finding{name, i + 1, "there is no test " + n + "; write it, or name the one that holds the difference"})
			}
		}
	}
	return out
}
