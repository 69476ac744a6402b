package repotest

// Rule is one promise of the house.
type Rule struct {
	Name    string // in words, unique; names the subtest
	Promise string // printed above the findings
	Check   func(*Tree) []Finding
}

// Rules lists all of them, in the order in which they are run.
func Rules() []Rule {
	return []Rule{
		{"packages are commented", "a reader learns from one comment what a package is for", packagesCommented},
		{"packages have a real name", "a thing that has no better name has no home yet", packagesNamed},
		{"imports follow the picture", "who may import whom is drawn in docs/architecture.md", importsFollowPicture},
		{"providers stand apart", "a provider never knows a sibling, not even in its tests", providersStandApart},
		{"provider folders look alike", "who has seen one provider knows the next", providersLookAlike},
		{"providers export their factory", "a provider shows one name: Factory", providersExportFactory},
		{"providers are named at home", "what is special about a service stands in its folder", providersNamedAtHome},
		{"tables are read only", "no package variable ever changes", tablesReadOnly},
		{"tests do not sleep", "time is tested inside testing/synctest", testsDoNotSleep},
		{"skips say why", "a skipped test says aloud what it needs", skipsSayWhy},
		{"to-dos have a number", "what is left to do is an issue", todosNumbered},
		{"fuzzing leaves a corpus", "what fuzzing learned runs with every test, and in little time", fuzzingKept},
		{"hosts are known at home", "only a provider knows where its service lives", hostsAtHome},
		{"texts are portable", "nothing in the repository depends on one machine", textsPortable},
		{"the schema is described", "every type and field says what it means", schemaDescribed},
		{"arguments are read", "a field with arguments is a method or a resolver", argumentsRead},
		{"decisions are numbered", "a decision is found by its number and says what else was considered", decisionsNumbered},
		{"changes are told", "a changelog file is written for a user", changesTold},
		{"links lead somewhere", "a document never sends its reader to nothing", linksLead},
		{"paths lead somewhere", "a file or folder that a document names is there", pathsLead},
		{"targets are explained", "the Makefile has fewer than ten targets, each with a help text", targetsExplained},
		{"differences are tested", "each difference to the reference names a test that holds it", differencesTested},
	}
}
