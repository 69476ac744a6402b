package main

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/internal/server"
)

// TestTheReadmeShowsWhatIsAnswered runs the example of the README, and compares the answer that is printed there.
func TestTheReadmeShowsWhatIsAnswered(t *testing.T) {
	t.Parallel()
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	query, want := block(t, string(readme), "graphql"), block(t, string(readme), "json")
	if query != server.Examples()[1].Query {
		t.Errorf("the README asks otherwise than the example of the console:\n%s", query)
	}
	answer := newHouse(t, credentials()...).ask(t, query)
	var got, printed any
	if err := json.Unmarshal([]byte(answer), &got); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(want), &printed); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(printed, got); diff != "" {
		t.Errorf("the README prints another answer (-README +answer):\n%s\n%s", diff, answer)
	}
}

// block returns the first block of a language.
func block(tb testing.TB, text, language string) string {
	tb.Helper()
	_, rest, ok := strings.Cut(text, "```"+language+"\n")
	if !ok {
		tb.Fatalf("the README has no block of %s", language)
	}
	out, _, _ := strings.Cut(rest, "```")
	return out
}
