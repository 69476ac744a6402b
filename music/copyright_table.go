package music

import "strings"

// copyrightSymbols replaces what people type for the copyright symbols.
var copyrightSymbols = strings.NewReplacer("(c)", CopyrightSign, "(C)", CopyrightSign, "(p)", SoundRecordingSign, "(P)", SoundRecordingSign)
