package providertest

import "tutti/music"

// releaseValues say what a release has of a property.
var releaseValues = map[music.Property]func(*music.Release) any{
	music.PropTitle:         func(r *music.Release) any { return r.Title },
	music.PropArtists:       func(r *music.Release) any { return r.Artists },
	music.PropGTIN:          func(r *music.Release) any { return r.GTIN },
	music.PropDate:          func(r *music.Release) any { return r.Date },
	music.PropLabels:        func(r *music.Release) any { return r.Labels },
	music.PropTypes:         func(r *music.Release) any { return r.Types },
	music.PropStatus:        func(r *music.Release) any { return r.Status },
	music.PropPackaging:     func(r *music.Release) any { return r.Packaging },
	music.PropLanguage:      func(r *music.Release) any { return r.Language },
	music.PropScript:        func(r *music.Release) any { return r.Script },
	music.PropCopyright:     func(r *music.Release) any { return r.Copyright },
	music.PropCredits:       func(r *music.Release) any { return r.Credits },
	music.PropImages:        func(r *music.Release) any { return r.Images },
	music.PropLinks:         func(r *music.Release) any { return r.Links },
	music.PropAvailability:  func(r *music.Release) any { return [][]music.Region{r.AvailableIn, r.ExcludedFrom} },
	music.PropMediumTitles:  func(r *music.Release) any { return medium(r, func(m music.Medium) any { return m.Title }) },
	music.PropMediumFormats: func(r *music.Release) any { return medium(r, func(m music.Medium) any { return m.Format }) },
	music.PropMediumDivision: func(r *music.Release) any {
		return medium(r, func(m music.Medium) any { return []int{m.Number, len(m.Tracks)} })
	},
}

// trackValues say what a track has of a property.
var trackValues = map[music.Property]func(music.Track) any{
	music.PropTrackTitles:       func(t music.Track) any { return t.Title },
	music.PropTrackNumbers:      func(t music.Track) any { return t.Number },
	music.PropTrackArtists:      func(t music.Track) any { return t.Artists },
	music.PropLengths:           func(t music.Track) any { return t.Length },
	music.PropISRCs:             func(t music.Track) any { return t.ISRC },
	music.PropKinds:             func(t music.Track) any { return t.Kind.OrAudio() },
	music.PropExplicit:          func(t music.Track) any { return t.Explicit },
	music.PropTrackAvailability: func(t music.Track) any { return t.AvailableIn },
}
