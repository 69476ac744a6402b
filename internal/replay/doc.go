// Package replay writes recorded answers of services for tests, without what is secret in them.
//
//	make record PROVIDER=deezer               what is not there yet
//	make record PROVIDER=deezer RECORD=all    what has changed since, too
//
// The flag -record is known to test programs that import this package, directly or not. Without it nothing is recorded: an ordinary
// go test reads answers and asks nobody.
//
// # Secrets
//
// [Secrets] knows texts that must not be written: credentials, tokens and cookies. They are replaced in every notation that they are
// met in. What still holds one, wrapped in some other way, is not written at all: a missing answer is noticed, a published
// credential may not be.
//
// # Concurrency
//
// A [Secrets] is safe for parallel use, a [Keeper] is not.
package replay
