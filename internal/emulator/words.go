package emulator

// song, and what follows it, are the words that the tables of the catalogue are written in.
func song(title string, ms int) Song { return Song{Title: title, MS: ms} }

func (s Song) by(artists []Credit) Song { s.Artists = artists; return s }
func (s Song) on(disc int) Song         { s.Disc = disc; return s }
func (s Song) coded(isrc string) Song   { s.ISRC = isrc; return s }
func (s Song) numbered(n string) Song   { s.Number = n; return s }
func (s Song) rude() Song               { s.Explicit = "yes"; return s }
func (s Song) filmed() Song             { s.Format = "video"; return s }

// by credits artists as equals.
func by(names ...string) []Credit {
	out := make([]Credit, len(names))
	for i, n := range names {
		out[i] = Credit{Name: n}
	}
	return out
}

// feat credits the first as the artist and the others as guests.
func feat(main string, guests ...string) []Credit {
	out := by(append([]string{main}, guests...)...)
	for i := range out[1:] {
		out[i+1].IsGuest = true
	}
	return out
}
