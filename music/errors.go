package music

import "fmt"

// CodeError says that a text is not the code it should be. It is the sender's fault; asking again will not help.
type CodeError struct {
	Kind     string // what was expected, in words: ISRC, MBID, region code
	Text     string // what was given
	Expected string // how such a code is written
}

// Error says what was given and what is expected.
func (e *CodeError) Error() string {
	return fmt.Sprintf("%q is not a valid %s: expected %s", e.Text, e.Kind, e.Expected)
}
