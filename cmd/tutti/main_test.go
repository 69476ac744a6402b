package main

import (
	"flag"
	"os"
	"testing"
)

// TestMain lets properties be checked a few dozen times, since each time is a whole program; -rapid.checks says otherwise.
func TestMain(m *testing.M) {
	if err := flag.Set("rapid.checks", "30"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}
