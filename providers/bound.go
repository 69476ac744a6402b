package providers

// Most regions and written forms that a lookup tries.
const (
	MaxRegions = 5
	MaxForms   = 3
)

// Bound returns how many requests a plan takes at most for a release of that shape; retries, tokens, redirects and singles in
// place of a refused multi-get are counted apart. Before the first document the shape has no tracks: then caps hold. It is pure.
func (c Cover) Bound(s Shape) int {
	n := 0
	for i := range c.Steps {
		n += c.Steps[i].requests(s)
	}
	return n
}

// requests returns how many requests the step takes at most.
func (s *Step) requests(shape Shape) int {
	keys := s.keys(shape)
	if s.Batch != nil && !s.Single && s.Batch.Max > 1 {
		keys = ceil(keys, s.Batch.Max)
	}
	n := keys * s.attempts(shape)
	if limit := s.Count.Max; limit > 0 {
		n = min(n, limit)
	}
	return n
}

// keys returns how many documents one attempt takes at most.
func (s *Step) keys(shape Shape) int {
	c, open := &s.Count, shape.Tracks == 0
	switch {
	case !open && s.spared(shape):
		return 0
	case !c.PerTrack || s.First:
		return 1
	case open:
		return c.Max
	}
	n := ceil(max(0, shape.Tracks-c.Skip), max(1, c.Size))
	if c.Max > 0 {
		n = min(n, c.Max)
	}
	return n
}

// spared reports whether a known shape does without the step: its condition is not true, or what it would fill is not short.
func (s *Step) spared(shape Shape) bool {
	fillsNothing := s.Count.Fills && !s.Needed && s.Count.Skip == 0 && !shape.short()
	return s.Count.If && !shape.If || fillsNothing
}

// attempts returns how often a step is repeated while the answer is a "no". They follow each other, so they share no multi-get.
func (s *Step) attempts(shape Shape) int {
	n := 1
	if s.Count.Regions {
		n = min(max(1, shape.Regions), MaxRegions)
	}
	if forms := min(s.Count.Forms, MaxForms); forms > 1 {
		if shape.Forms > 0 {
			forms = min(forms, shape.Forms)
		}
		n *= forms
	}
	return n
}

func (s Shape) short() bool { return s.Listed > 0 && s.Listed < s.Tracks }

func ceil(n, by int) int { return (n + by - 1) / by }
