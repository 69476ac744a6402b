package music

// OrAudio returns the kind, or audio where the source does not tell.
func (k TrackKind) OrAudio() TrackKind {
	if k == "" {
		return Audio
	}
	return k
}

// IsVideo reports whether the track is known to be a video.
func (k TrackKind) IsVideo() bool { return k == Video }

// ExplicitFrom returns what a source's flag says; nil: unknown.
func ExplicitFrom(flag *bool) Explicitness {
	switch {
	case flag == nil:
		return ExplicitUnknown
	case *flag:
		return ExplicitYes
	default:
		return ExplicitNo
	}
}

// Flag returns true for explicit lyrics and false for none; nil: unknown.
func (e Explicitness) Flag() *bool {
	if e == ExplicitUnknown {
		return nil
	}
	return new(e == ExplicitYes)
}

// String returns unknown, no or yes.
func (e Explicitness) String() string {
	switch e {
	case ExplicitNo:
		return "no"
	case ExplicitYes:
		return "yes"
	case ExplicitUnknown:
	}
	return "unknown"
}
