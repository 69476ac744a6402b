package music

import "strings"

// Copyright symbols.
const (
	CopyrightSign      = "©" // of the work and its artwork
	SoundRecordingSign = "℗" // of the sound recording, the phonogram
)

// FormatCopyright returns the text with every (c) and (p), in either case, replaced by its symbol. If a symbol is
// given and the text then has neither of them, it is put in front with a space. The reference replaces the first of each only.
func FormatCopyright(text, symbol string) string {
	text = copyrightSymbols.Replace(text)
	if symbol == "" || strings.Contains(text, CopyrightSign) || strings.Contains(text, SoundRecordingSign) {
		return text
	}
	return symbol + " " + text
}
