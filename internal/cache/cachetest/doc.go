// Package cachetest is the conformance suite of caches: what internal/cache promises, one named subtest per promise. It runs for
// the cache in memory and for the one that keeps nothing, and will run for whatever else takes their place.
//
// All checks run inside testing/synctest, so that days pass in no time and a goroutine that stays fails the test.
package cachetest
