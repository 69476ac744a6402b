package repotest_test

import (
	"maps"
	"strings"
)

func brokenTrees() map[string]broken {
	all := brokenPackages()
	maps.Copy(all, brokenProviders())
	maps.Copy(all, brokenTests())
	maps.Copy(all, brokenTexts())
	maps.Copy(all, brokenContract())
	return all
}

func one(rule, file, body, want string) broken {
	return broken{rule: rule, files: map[string]string{file: body}, want: want}
}

func brokenPackages() map[string]broken {
	const comment, names, picture, tables = "packages are commented", "packages have a real name",
		"imports follow the picture", "tables are read only"
	return map[string]broken{
		"no package comment":         one(comment, "lookup/doc.go", "package lookup\n", "say in one sentence"),
		"comment begins otherwise":   one(comment, "lookup/doc.go", "// Asking.\npackage lookup\n", "Package lookup"),
		"two package comments":       one(comment, "lookup/plan.go", "// Package lookup plans.\npackage lookup\n", "keep one"),
		"folder of tests alone":      one(comment, "e2e/a_test.go", "package e2e\n", "add a doc.go"),
		"long comment elsewhere":     one(comment, "web/web.go", "/*\nPackage web is\n\n\n\n\n\n\n\n\n\nlong.\n*/\npackage web\n", "move it to doc.go"),
		"package without a home":     one(names, "lookup/util/a.go", "// Package util is.\npackage util\n", "says nothing"),
		"folder and package differ":  one(names, "lookup/asking/a.go", "// Package asks is.\npackage asks\n", "one name"),
		"music does no outside work": one(picture, "music/a.go", "package music\n\nimport _ \"golang.org/x/sync\"\n", "music does not import"),
		"nobody imports cmd":         one(picture, "lookup/a_test.go", "package lookup\n\nimport _ \"tutti/cmd/tutti\"\n", "nobody imports cmd"),
		"lookup knows one provider":  one(picture, "lookup/a.go", "package lookup\n\nimport _ \"tutti/providers/dee\"\n", "lookup does not import providers/dee"),
		"provider knows plumbing":    one(picture, "providers/dee/a.go", "package dee\n\nimport _ \"tutti/internal/telemetry\"\n", "internal/telemetry"),
		"folder not in the picture":  one(picture, "odd/a.go", "package odd\n", "give it a row"),
		"emulator knows providers":   one(picture, "internal/emulator/a.go", "package emulator\n\nimport _ \"tutti/providers\"\n", "internal/emulator does not import providers"),
		"variable assigned":          one(tables, "lookup/a.go", "package lookup\n\nvar n int\n\nfunc f() { n = 1 }\n", "lookup/a.go:5: package variable n is assigned to"),
		"table filled elsewhere":     one(tables, "providers/dee/a.go", "package dee\n\nfunc f() { table[\"a\"] = 1 }\n", "table is assigned to"),
		"field of a variable":        one(tables, "lookup/a.go", "package lookup\n\nvar s struct{ n int }\n\nfunc f() { s.n++ }\n", "counted"),
		"table emptied":              one(tables, "providers/dee/a.go", "package dee\n\nfunc f() { clear(table) }\n", "emptied"),
	}
}

func brokenProviders() map[string]broken {
	const set, apart, surface, home, host = "provider folders look alike", "providers stand apart",
		"providers export their factory", "providers are named at home", "hosts are known at home"
	return map[string]broken{
		"missing file":             one(set, "providers/dee/wire.go", "", "wire.go"),
		"missing testdata":         one(set, "providers/dee/testdata/release.json", "", "testdata"),
		"unexplained file":         one(set, "providers/dee/extra.go", "package dee\n", "explain it by name"),
		"provider imports sibling": one(apart, "providers/dee/a.go", "package dee\n\nimport _ \"tutti/providers/foo\"\n", "sibling foo"),
		"its test imports sibling": one(apart, "providers/dee/wire_test.go", "package dee\n\nimport _ \"tutti/providers/foo\"\n", "sibling foo"),
		"second exported name":     one(surface, "providers/dee/a.go", "package dee\n\ntype Client struct{}\n", "exports Client"),
		"no factory":               one(surface, "providers/dee/dee.go", "package dee\n", "does not export Factory"),
		"compared with a name":     one(home, "lookup/a.go", "package lookup\n\nfunc f(p string) bool { return p == \"dee\" }\n", "dee is named outside"),
		"named by a sibling":       one(home, "providers/foo/a.go", "package foo\n\nvar _ = \"Dee\"\n", "Dee is named outside"),
		"address in the program":   one(host, "lookup/a.go", "package lookup\n\nvar _ = \"https://api.dee.com/album\"\n", "api.dee.com"),
	}
}

func brokenTests() map[string]broken {
	const sleep, skip, todo, fuzz = "tests do not sleep", "skips say why", "to-dos have a number", "fuzzing leaves a corpus"
	const fuzzed = "package dee\n\nfunc FuzzConvert(f *testing.F) {}\n"
	return map[string]broken{
		"fuzzed and forgotten": one(fuzz, "providers/dee/convert_test.go", fuzzed, "FuzzConvert has no corpus"),
		"a corpus too large": {rule: fuzz, want: "keep less", files: map[string]string{
			"providers/dee/convert_test.go": fuzzed, "providers/dee/testdata/fuzz/FuzzConvert/a": strings.Repeat("a", 1<<18),
		}},
		"sleeping test":       one(sleep, "lookup/a_test.go", "package lookup\n\nfunc f() { time.Sleep(1) }\n", "lookup/a_test.go:3: a test sleeps"),
		"mute skip":           one(skip, "lookup/a_test.go", "package lookup\n\nfunc f() { t.Skip() }\n", "without a word"),
		"skip now":            one(skip, "lookup/a_test.go", "package lookup\n\nfunc f() { b.SkipNow() }\n", "without a word"),
		"empty skip":          one(skip, "lookup/a_test.go", "package lookup\n\nfunc f() { t.Skip(\" \") }\n", "without a word"),
		"to-do without issue": one(todo, "lookup/a.go", "package lookup\n\n// TO"+"DO: later\n", "number of its issue"),
	}
}

func brokenTexts() map[string]broken {
	const portable, adr, change, targets, differ = "texts are portable", "decisions are numbered", "changes are told",
		"targets are explained", "differences are tested"
	const row = "| a | b | c | d | "
	return map[string]broken{
		"path of a machine":      one(portable, "docs/a.md", "See /ho"+"me/jane/tutti.\n", "one machine"),
		"package registry":       one(portable, "docs/a.md", "https://registry"+".npmjs.org/x\n", "registry"),
		"odd decision name":      one(adr, "docs/adr/two.md", "# Two\n", "NNNN"),
		"number taken":           one(adr, "docs/adr/0001-zwei.md", keptTree()["docs/adr/0001-one.md"], "taken"),
		"decision without why":   one(adr, "docs/adr/0002-two.md", "# Two\n\n## Context\n\n## Options\n\n## Decision\n", "follows"),
		"odd change name":        one(change, "changelog/unreleased/A B.md", "Added: One\n\nB.\n", "in-a-few-words"),
		"change of no kind":      one(change, "changelog/unreleased/a.md", "The gateway.\n\nB.\n", "begin with"),
		"change without a story": one(change, "changelog/unreleased/a.md", "Added: One\n", "tell the user"),
		"target without help":    one(targets, "Makefile", "check:\n\ttrue\n", "check has no help"),
		"too many targets": one(targets, "Makefile",
			"a: ## 1\nb: ## 2\nc: ## 3\nd: ## 4\ne: ## 5\nf: ## 6\ng: ## 7\nh: ## 8\ni: ## 9\nj: ## 10\n", "j is one target too many"),
		"link to nothing": one("links lead somewhere", "docs/a.md",
			"[here](adr/0001-one.md) [folder](adr/) [far](https://example.org/x) [part](#a) [gone](../b.md#c)\n", "../b.md leads nowhere"),
		"path to nothing": one("paths lead somewhere", "docs/a.md",
			"`docs/adr/0001-one.md` `docs/adr/` `adr` `lookup/*.go` `providers/NAME/wire.go` `NAME_table.go` `plan.go` `adr/0001-one.md`\n"+
				"`/readyz` `net/http` `../elsewhere/a` `a b/c` `lookup.Plan` `testdata/` `https://example.org/x`\n`docs/providers.md`\n",
			"docs/a.md:3: there is no docs/providers.md"),
		"folder that is gone":    one("paths lead somewhere", "README.md", "See `lookup/old`.\n", "there is no lookup/old"),
		"glob of nothing":        one("paths lead somewhere", "README.md", "See `lookup/*.sql`.\n", "there is no lookup/*.sql"),
		"file of no folder":      one("paths lead somewhere", "README.md", "See `flights.go`.\n", "there is no flights.go"),
		"no Makefile":            one(targets, "Makefile", "", "no Makefile"),
		"difference untested":    one(differ, "docs/differences.md", row+"by hand |\n", "names no test"),
		"test that is not there": one(differ, "docs/differences.md", row+"TestNothing |\n", "no test TestNothing"),
	}
}

func brokenContract() map[string]broken {
	const described, read = "the schema is described", "arguments are read"
	return map[string]broken{
		"type without description":   one(described, "graph/schema/a.graphqls", "type A {\n  \"B.\"\n  b: Int\n}\n", "a.graphqls:1: type A"),
		"field without description":  one(described, "graph/schema/a.graphqls", "\"A.\"\ntype A {\n  b: Int\n}\n", "a.graphqls:3: A.b"),
		"schema that does not parse": one(described, "graph/schema/a.graphqls", "type {", "cannot be parsed"),
		"argument ignored": one(read, "graph/schema/root.graphqls",
			"type Query {\n  \"One.\"\n  one(by: Int, from: Int): Int\n}\n", "argument from of Query.one"),
		"argument of an extension ignored": one(read, "graph/schema/a.graphqls",
			"extend type Query {\n  \"Two.\"\n  two(by: Int): Int\n}\n", "argument by of Query.two"),
	}
}
