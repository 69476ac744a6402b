// Package golden compares what a test got with a file kept beside it, and rewrites that file on demand.
//
// A golden file is one case: small, sorted, readable in a review, named as the case is named in the test. It lies under
// testdata/ of the package that owns it.
//
// # Updating
//
//	go test ./providers/deezer -update     one package
//	make golden                            all of them
//
// Then read the diff: a changed golden file is a changed promise, and the diff is where a reviewer sees it. The flag is
// only known to test programs that import this package, directly or not; make golden asks the go tool which these are.
//
// # Failures
//
// A difference, a missing file and a golden file that is not valid JSON are reported with Errorf, so that a test over
// many cases shows all of them at once.
package golden
