// Package snapshottest is the conformance suite of snapshot stores: what every store promises, each promise a named subtest.
package snapshottest
