// Package providertest is what every provider has to pass: seventeen promises, each a named subtest whose failure says, in a
// sentence, which promise was broken.
//
//	func TestProvider(t *testing.T) {
//		t.Parallel()
//		providertest.Run(t, Factory(), providertest.Spec{ … })
//	}
//
// A [Spec] is data: pages with the ids in them, ids that are none, releases to look up, releases that do not exist. All checks go
// through providers.Source.
//
// # Answers
//
// What the service says is read from testdata/, one file per request, named after the URL; see [FilePath] and [Reply]. A request
// without a file breaks a promise, and the message names the file that is missing. The answers are asked for by a small stand-in
// for internal/documents, which follows the same rules: a judge before anything is kept, multi-gets that fall back to single
// requests, no question outside the cover. Releases that are there and releases that are missing are looked up
// with the real thing as well, which has to come to the same end.
//
// # Golden files
//
// What a release of the spec converts to is kept in testdata/golden/NAME.json. The flag -update writes these files; read the
// difference before committing it.
//
// # Unclaimed capabilities
//
// What a provider does not claim to be able to do is not tested, and the test says so: it is skipped with a message, or logs one.
//
// # Concurrency
//
// The subtests run at the same time. Nothing here reaches a network.
package providertest
