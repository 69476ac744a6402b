// Package repotest holds the house rules that no linter can say, as tests over the sources of this repository.
//
// A rule is a promise in one sentence and a function from the parsed Tree to findings. Each finding names a file, a line
// and how to mend it. TestHouse runs every rule over the repository; TestRulesCatch runs every rule over small trees that
// break it, so that no rule can rot into one that always holds.
//
// # Adding a rule
//
// A remark that was made twice in reviews becomes a rule here or an entry of .golangci.yml. Write the function beside
// those of its kind, list it in Rules, and add a tree that breaks it to rules_test.go.
//
// # Cost
//
// Files are parsed, not compiled: the whole check takes about a second and needs no network.
package repotest
