package harmonize

import "tutti/music"

// Outcome is how one provider fared: a release or an error.
type Outcome struct {
	Provider  music.ProviderName
	Release   *music.Release   // nil: the provider failed or has nothing; Err says why
	Covers    music.Properties // asked for and answered without gap; the default mode reads nothing else
	Template  bool             // a fallback, taken from another release
	Precision Precision        // unit of the provider's track lengths
	MBID      music.MBID       // of the release at MusicBrainz, where the provider knows it
	Messages  []music.Message
	Err       error
}

// Precision is the finest unit of a provider's track lengths.
type Precision uint8

// Precisions.
const (
	PrecisionUnknown Precision = iota // compared like seconds
	PrecisionSeconds
	PrecisionMixed // seconds for some releases, milliseconds for others
	PrecisionMilliseconds
)

// Tolerance is how far apart two lengths may be of which one has this precision, and still be the same.
func (p Precision) Tolerance() music.Duration {
	if p == PrecisionMilliseconds {
		return 0
	}
	return 1000
}
