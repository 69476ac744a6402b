// Package conformance is for tests: it reads the conformance corpora and compares our results with what they expect.
//
// The corpora are folders of data, found by [Folders]; tests that need them say so and skip when there are none. A release
// in their form becomes one of ours by [DecodeRelease] and back by [EncodeRelease]; [Compare] follows their rules.
package conformance
