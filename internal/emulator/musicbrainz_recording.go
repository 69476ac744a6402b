package emulator

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
)

var isrcForm = regexp.MustCompile(`^[A-Za-z]{2}[A-Za-z0-9]{3}[0-9]{7}$`)

// musicbrainzISRC answers with the recordings that have a code.
func (e *Emulator) musicbrainzISRC(code string, q url.Values) answer {
	include, bad := parseInc(q.Get("inc"), isrcWords)
	found := e.index.byISRC(MusicBrainz, code)
	switch {
	case !isrcForm.MatchString(code):
		return musicbrainzFault(http.StatusBadRequest, "Invalid isrc.")
	case bad != "":
		return musicbrainzBadInc(bad, "isrc")
	case len(found) == 0:
		return musicbrainzFault(http.StatusNotFound, "Not Found")
	}
	out := mbISRC{ISRC: strings.ToUpper(code)}
	for _, p := range found {
		out.Recordings = append(out.Recordings, mbView{e.index.at(MusicBrainz, p.number), include}.recording(p.index))
	}
	return reply(http.StatusOK, out)
}

// recording is a song by itself, with its release if that is included.
func (v mbView) recording(index int) mbRecording {
	r := v.track(v.tracks[index-1]).Recording
	if v.inc["releases"] {
		r.Releases = &[]mbRelease{mbView{v.edition, inc{"artist-credits": v.inc["artist-credits"], "release-groups": v.inc["release-groups"]}}.release()}
	}
	return r
}

// musicbrainzRecording answers with one recording.
func (e *Emulator) musicbrainzRecording(id string, q url.Values) answer {
	include, bad := parseInc(q.Get("inc"), isrcWords)
	switch {
	case !isMBID(id):
		return musicbrainzFault(http.StatusBadRequest, "Invalid mbid.")
	case bad != "":
		return musicbrainzBadInc(bad, "recording")
	}
	found, _ := e.recordingsThat(clause{{field: "rid", value: id}})
	if len(found) == 0 {
		return musicbrainzFault(http.StatusNotFound, "Not Found")
	}
	return reply(http.StatusOK, mbView{e.index.at(MusicBrainz, found[0].number), include}.recording(found[0].index))
}

// musicbrainzRecordings finds recordings by words and codes.
func (e *Emulator) musicbrainzRecordings(r *http.Request, q url.Values) answer {
	clauses, ok := parseLucene(q.Get("query"))
	var found []place
	for _, c := range clauses {
		list, isKnown := e.recordingsThat(c)
		ok = ok && isKnown
		for _, p := range list {
			if !slices.Contains(found, p) {
				found = append(found, p)
			}
		}
	}
	if !ok {
		return unknown(MusicBrainz, "queries such as "+q.Get("query")).answer(r)
	}
	limit, offset := searchWindow(q)
	out := mbRecordings{Created: searchCreated, Count: len(found), Offset: offset, Recordings: []mbRecordingHit{}}
	for i, p := range window(found, offset, limit) {
		x := e.index.at(MusicBrainz, p.number)
		out.Recordings = append(out.Recordings, mbView{x, inc{"artist-credits": true, "isrcs": true}}.recordingHit(p.index, max(1, 100-offset-i)))
	}
	return reply(http.StatusOK, out)
}

// recordingsThat fit a clause; false: it has a field that is not known.
func (e *Emulator) recordingsThat(c clause) ([]place, bool) {
	w, exact, ok := c.split(map[string]field{
		"recording": fieldTitle, "title": fieldTitle, "artist": fieldArtist, "artistname": fieldArtist, "creditname": fieldArtist, "release": fieldAlbum,
		"date": fieldYear,
	}, []string{"isrc", "arid", "reid", "rgid", "rid"})
	if !ok {
		return nil, false
	}
	var found []place
	if code := exact["isrc"]; code != "" {
		found = slices.Clone(e.index.byISRC(MusicBrainz, code))
	} else {
		found = e.index.songsLike(MusicBrainz, w)
	}
	return slices.DeleteFunc(found, func(p place) bool {
		x := e.index.at(MusicBrainz, p.number)
		return x == nil || !x.hasRecording(p.index, exact) || w.score(x.words().songs[p.index-1]) < 0
	}), true
}

// hasRecording reports whether a song has ids and codes, or its release.
func (x *edition) hasRecording(index int, exact map[string]string) bool {
	t := x.tracks[index-1]
	for name, value := range exact {
		var fits bool
		switch name {
		case "isrc":
			fits = strings.EqualFold(t.ISRC, value)
		case "rid":
			fits = strings.EqualFold(mbView{x, inc{}}.track(t).Recording.ID, value)
		case "arid":
			fits = slices.ContainsFunc(t.Artists, func(c Credit) bool { return strings.EqualFold(artistID(MusicBrainz, c.Name), value) })
		default:
			fits = x.is(map[string]string{name: value})
		}
		if !fits {
			return false
		}
	}
	return true
}

// recordingHit is a recording as a search tells of it, with the release that it is on.
func (v mbView) recordingHit(index, score int) mbRecordingHit {
	t := v.tracks[index-1]
	track := v.track(t)
	r, release := track.Recording, v.hit()
	out := mbRecordingHit{
		ID: r.ID, Score: score, Title: r.Title, Length: r.Length, FirstDate: r.FirstDate, ISRCs: *r.ISRCs, CreditID: v.creditID(),
		Credit: mbView{&edition{service: MusicBrainz, artists: t.Artists}, inc{"artist-credits": true}}.hitCredit(),
	}
	if r.Video {
		out.Video = &r.Video
	} else {
		out.Video = new(bool)
	}
	media := mbHitTrackMedium{Position: t.Disc, Format: v.format(t.Disc - 1), Count: len(v.discs()[t.Disc-1]), Offset: t.position - 1, Tracks: []mbHitTrack{{
		track.ID, track.Number, track.Title, track.Length,
	}}}
	out.Releases = []mbHitRelease{{
		ID: release.ID, StatusID: release.StatusID, Count: 1, Title: release.Title, Status: release.Status, Group: release.Group, Date: release.Date,
		Country: release.Country, Events: release.Events, Tracks: release.Tracks, Media: []mbHitTrackMedium{media},
	}}
	return out
}

// musicbrainzArtists finds artists by words and ids.
func (e *Emulator) musicbrainzArtists(r *http.Request, q url.Values) answer {
	clauses, ok := parseLucene(q.Get("query"))
	var found []*person
	for _, c := range clauses {
		w, exact, isKnown := c.split(map[string]field{
			"artist": fieldTitle, "name": fieldTitle, "alias": fieldTitle, "sortname": fieldTitle,
		}, []string{"arid"})
		ok = ok && isKnown
		for _, p := range e.index.artistsLike(MusicBrainz, w) {
			if (exact["arid"] == "" || strings.EqualFold(exact["arid"], p.id)) && !slices.Contains(found, p) {
				found = append(found, p)
			}
		}
	}
	if !ok {
		return unknown(MusicBrainz, "queries such as "+q.Get("query")).answer(r)
	}
	limit, offset := searchWindow(q)
	out := mbArtists{Created: searchCreated, Count: len(found), Offset: offset, Artists: []mbArtistHit{}}
	for i, p := range window(found, offset, limit) {
		a := artists[p.name]
		hit := mbArtistHit{
			ID: p.id, Type: a.Type, TypeID: orEmpty(idOf(orNull(a.Type))), Score: max(1, 100-offset-i), Name: p.name, SortName: first(a.Sort, p.name),
			Country: a.Country, Disambiguation: a.Disambiguation, Aliases: p.aliases(),
		}
		out.Artists = append(out.Artists, hit)
	}
	return reply(http.StatusOK, out)
}
