package replay

import "flag"

// record is the -record flag of the test program: ask the service, and write what it says.
var record = flag.String("record", "", "ask the service and write its answers: new (those that are missing) or all (those that have changed too)")

// Mode says which answers are written.
type Mode string

// What is written. Off is the zero Mode: nobody is asked.
const (
	Off Mode = ""
	New Mode = "new" // answers that are not there
	All Mode = "all" // and those that have changed
)

// Recording returns what the flag -record says; ok is false where that is no mode.
func Recording() (mode Mode, ok bool) { return parse(*record) }

func parse(text string) (mode Mode, ok bool) {
	switch m := Mode(text); m {
	case Off, New, All:
		return m, true
	default:
		return Off, false
	}
}
