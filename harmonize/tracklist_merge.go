package harmonize

import "tutti/music"

// merge fills the frame with what the sources say about its media and tracks.
func (l *tracklist) merge() []music.Medium {
	frame := l.sources[l.frame]
	media := make([]music.Medium, 0, len(frame.Release.Media))
	tracks := make([]music.Track, len(frame.tracks))
	recordings := make([]music.Entity, len(frame.tracks))
	for at := range tracks {
		l.mergeTrack(&tracks[at], at)
		l.mergeRecording(&recordings[at], at)
		tracks[at].Recording = &recordings[at]
	}
	if frame.flat {
		return append(media, l.mergeMedium(0, 0, tracks))
	}
	first := 0
	for i := range frame.Release.Media {
		m := &frame.Release.Media[i]
		next := first + len(m.Tracks)
		media = append(media, l.mergeMedium(i, m.Number, tracks[first:next:next]))
		first = next
	}
	return media
}

func (l *tracklist) mergeMedium(at, number int, tracks []music.Track) music.Medium {
	return music.Medium{
		Number: number,
		Title:  choice(l, mediumTitleField, at),
		Format: choice(l, mediumFormatField, at),
		Tracks: tracks,
	}
}

func (l *tracklist) mergeTrack(t *music.Track, at int) {
	t.Title = choice(l, trackTitleField, at)
	t.Artists = l.withArtistIDs(choice(l, trackArtistsField, at), at)
	t.Number = choice(l, numberField, at)
	t.Length = choice(l, lengthField, at)
	t.Kind = choice(l, kindField, at)
	t.ISRC = l.release.opts.isrc(choice(l, isrcField, at))
	t.Explicit = choice(l, explicitField, at)
	t.AvailableIn = l.uniteRegions(at)
}

func choice[T any](l *tracklist, f field[T], at int) T {
	v, _ := f.choose(l.sources, ranking{order: l.ranks[f.prop]}, at)
	return v
}

func (l *tracklist) withArtistIDs(credits []music.ArtistCredit, at int) []music.ArtistCredit {
	return withIDs(l.sources, l.release.orders.ids, credits, trackArtistsField, at)
}

// uniteRegions returns where at least one source offers the track.
func (l *tracklist) uniteRegions(at int) []music.Region {
	var out []music.Region
	for _, i := range l.ranks[music.PropTrackAvailability] {
		in, has := trackRegionsField.read(l.sources[i], at)
		if has != absent && out == nil {
			out = make([]music.Region, 0, len(in))
		}
		out = addNew(out, in)
	}
	return out
}

// mergeRecording joins the ids of the track at all sources. Its MBID is known if exactly one is named.
func (l *tracklist) mergeRecording(e *music.Entity, at int) {
	r := l.release
	e.IDs = make([]music.ExternalID, 0, len(l.sources))
	several := false
	for _, i := range r.orders.ids {
		theirs, _ := recordingField.read(l.sources[i], at)
		if theirs == nil {
			continue
		}
		e.IDs = append(e.IDs, theirs.IDs...)
		if theirs.MBID == "" || theirs.MBID == e.MBID || !l.sources[i].reads.Has(music.PropMBIDs) {
			continue
		}
		several = several || e.MBID != ""
		e.MBID = theirs.MBID
	}
	if several {
		e.MBID = ""
	}
}
