package harmonize

import "tutti/music"

type regions struct{ available, excluded []music.Region }

func trackField[T any](p music.Property, get func(*music.Track) (T, fill)) field[T] {
	return field[T]{p, func(s *source, at int) (value T, has fill) {
		t := s.track(at)
		if t == nil {
			return value, absent
		}
		return get(t)
	}}
}

// ofText is for texts that every source has to have: without one it says "none".
func ofText(s string) fill {
	if s == "" {
		return empty
	}
	return filled
}

// ofCode is for values whose zero value is "unknown".
func ofCode[T comparable](v T) fill {
	var zero T
	if v == zero {
		return absent
	}
	return filled
}

func ofPointer[S ~string](p *S) fill {
	if p == nil {
		return absent
	}
	return ofText(string(*p))
}

func present[T any](p *T) fill {
	if p == nil {
		return absent
	}
	return filled
}

func ofList[T any](list []T) fill {
	if list == nil {
		return absent
	}
	if len(list) == 0 {
		return empty
	}
	return filled
}

// format is the format of the medium at this index; a list that is divided otherwise has one only if all its media agree.
func (s *source) format(at int) string {
	if m := s.medium(at); m != nil {
		return m.Format
	}
	if !s.flat && s.parts == nil || len(s.Release.Media) == 0 {
		return ""
	}
	format := s.Release.Media[0].Format
	for _, m := range s.Release.Media[1:] {
		if m.Format != format {
			return ""
		}
	}
	return format
}
