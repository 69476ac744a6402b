package lookup

import (
	"tutti/harmonize"
	"tutti/providers"
)

// precisions are the units of track lengths as the merge knows them: finer than milliseconds makes no difference there.
var precisions = map[providers.Precision]harmonize.Precision{
	providers.PrecisionSeconds: harmonize.PrecisionSeconds, providers.PrecisionMixed: harmonize.PrecisionMixed,
	providers.PrecisionMilliseconds: harmonize.PrecisionMilliseconds, providers.PrecisionMicroseconds: harmonize.PrecisionMilliseconds,
}
