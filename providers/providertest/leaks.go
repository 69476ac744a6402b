package providertest

import (
	"bytes"
	"runtime/pprof"
	"strings"
	"time"
)

const labelKey = "providertest"

// left returns the goroutines of a run that are still there after a little while; empty: none.
func left(run string) string {
	const tries, pause = 20, 10 * time.Millisecond
	ticker := time.NewTicker(pause)
	defer ticker.Stop()
	var found string
	for range tries {
		if found = labelled(run); found == "" {
			return ""
		}
		<-ticker.C
	}
	return found
}

// labelled returns the part of the goroutine profile with the label of the run.
func labelled(run string) string {
	var profile bytes.Buffer
	if err := pprof.Lookup("goroutine").WriteTo(&profile, 1); err != nil {
		return ""
	}
	for block := range strings.SplitSeq(profile.String(), "\n\n") {
		if strings.Contains(block, `"`+labelKey+`":"`+run+`"`) {
			return block
		}
	}
	return ""
}
