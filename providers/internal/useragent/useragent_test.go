package useragent_test

import (
	"regexp"
	"testing"

	"tutti/providers/internal/useragent"
)

func TestName(t *testing.T) {
	t.Parallel()
	if got := useragent.Name(); !regexp.MustCompile(`^Tutti/[^\s/()]+$`).MatchString(got) {
		t.Errorf("got %q, want the program and its version in one word", got)
	}
}
