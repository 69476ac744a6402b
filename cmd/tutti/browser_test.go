package main

import (
	"testing"

	"tutti/web/webtest"
)

// TestGraphiQLAgainstTheRealServer opens the console as a first visitor does, runs a query, and allows no other host.
func TestGraphiQLAgainstTheRealServer(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	webtest.RunGraphiQL(t, h.url, webtest.Page{Example: "Who says what", ExampleAnswer: "Paper Lanterns"})
}
