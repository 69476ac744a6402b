package emulator

import (
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

const (
	musicbrainzHost = "musicbrainz.org"
	musicbrainzAPI  = "https://musicbrainz.org/ws/2/"
	musicbrainzHelp = "For usage, please see: https://musicbrainz.org/development/mmd"
)

// musicbrainz finds the question that a path stands for.
func (e *Emulator) musicbrainz(parts []string, q url.Values) question {
	if len(parts) < 3 || parts[0] != "ws" || parts[1] != "2" {
		return unknown(MusicBrainz, musicbrainzHost+"/"+strings.Join(parts, "/"))
	}
	lookup := func(find func(string, url.Values) answer) func([]string, *http.Request) answer {
		return func(ids []string, _ *http.Request) answer { return find(ids[0], q) }
	}
	search := func(find func(*http.Request, url.Values) answer) func([]string, *http.Request) answer {
		return func(_ []string, r *http.Request) answer { return find(r, q) }
	}
	browse := func(what string) func([]string, *http.Request) answer {
		return func([]string, *http.Request) answer { return e.musicbrainzBrowse(what, q.Get("artist"), q) }
	}
	return dispatcher{MusicBrainz, musicbrainzHost + "/ws/2/", e.polite}.find(parts[2:], q, []route{
		{pattern: "release/{mbid}", answer: lookup(e.musicbrainzRelease)},
		{pattern: "artist/{mbid}", answer: lookup(e.musicbrainzArtist)},
		{pattern: "release-group/{mbid}", answer: lookup(e.musicbrainzGroup)},
		{pattern: "recording/{mbid}", answer: lookup(e.musicbrainzRecording)},
		{pattern: "isrc/{isrc}", answer: lookup(e.musicbrainzISRC)},
		{pattern: "release", with: "query", answer: search(e.musicbrainzSearch)},
		{pattern: "recording", with: "query", answer: search(e.musicbrainzRecordings)},
		{pattern: "artist", with: "query", answer: search(e.musicbrainzArtists)},
		{pattern: "url", with: "resource", answer: func([]string, *http.Request) answer { return e.musicbrainzURLs(q) }},
		{pattern: "release", with: "artist", answer: browse("release")},
		{pattern: "release-group", with: "artist", answer: browse("release-group")},
		{pattern: "release", with: "release-group", answer: func([]string, *http.Request) answer {
			return e.musicbrainzEditions(q.Get("release-group"), q)
		}},
	})
}

// polite answers those who say who they are and what they can read, within the quota.
func (e *Emulator) polite(find func(*http.Request) answer) func(*http.Request) answer {
	return func(r *http.Request) answer {
		agent := r.Header.Get("User-Agent")
		if agent == "" || strings.HasPrefix(agent, "Go-http-client/") {
			return musicbrainzFault(http.StatusForbidden, "Your User-Agent does not say who you are.")
		}
		limit := e.quota(MusicBrainz)
		t := e.quotas.take(MusicBrainz, limit)
		if limit.Requests <= 0 {
			return readable(r, find)
		}
		a := musicbrainzBusy(t)
		if !t.isRefused {
			a = readable(r, find)
		}
		return a.with("X-RateLimit-Limit", strconv.Itoa(limit.Requests)).with("X-RateLimit-Remaining", strconv.Itoa(t.left)).
			with("X-RateLimit-Reset", strconv.FormatInt(t.reset.Unix(), 10))
	}
}

// readable answers in JSON; XML, which the service sends when nobody says otherwise, is not spoken here.
func readable(r *http.Request, find func(*http.Request) answer) answer {
	if r.URL.Query().Get("fmt") != "json" && !strings.Contains(r.Header.Get("Accept"), "application/json") {
		return unknown(MusicBrainz, "answers in XML (ask with fmt=json)").answer(r)
	}
	return find(r)
}

func musicbrainzBusy(t turn) answer {
	return reply(http.StatusServiceUnavailable, mbFault{Error: "Your requests are exceeding the allowable rate limit. " +
		"Please see http://wiki.musicbrainz.org/XMLWebService for more information."}).with("Retry-After", t.retryAfter())
}

func musicbrainzFault(status int, message string) answer {
	return reply(status, mbFault{Error: message, Help: musicbrainzHelp})
}

func musicbrainzBadInc(word, resource string) answer {
	return musicbrainzFault(http.StatusBadRequest, word+" is not a valid inc parameter for the "+resource+" resource.")
}

// musicbrainzRelease answers with a release; an id that was given up leads to the one that took its place.
func (e *Emulator) musicbrainzRelease(id string, q url.Values) answer {
	inc, bad := parseInc(q.Get("inc"), incWords)
	x := e.index.byID(MusicBrainz, strings.ToLower(id))
	switch {
	case !isMBID(id):
		return musicbrainzFault(http.StatusBadRequest, "Invalid mbid.")
	case bad != "":
		return musicbrainzBadInc(bad, "release")
	case x == nil:
		return musicbrainzFault(http.StatusNotFound, "Not Found")
	}
	a := reply(http.StatusOK, mbView{x, inc}.release())
	if slices.Contains(x.also, strings.ToLower(id)) {
		a.status = http.StatusMovedPermanently
		return a.with("Location", musicbrainzAPI+"release/"+x.id+"?"+q.Encode())
	}
	return a
}

var mbidForm = regexp.MustCompile(`^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$`)

func isMBID(id string) bool { return mbidForm.MatchString(id) }

// inc is a set of what is to be included.
type inc map[string]bool

// parseInc reads what is to be included; bad is the first word that is not among those known.
func parseInc(text, known string) (include inc, bad string) {
	include = inc{}
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == '+' || r == ' ' }) {
		if !slices.Contains(strings.Fields(known), word) {
			return nil, word
		}
		include[word] = true
	}
	return include, ""
}

// incWords are what a release may include. What the catalogue knows nothing about comes as an empty list, or not at all.
const incWords = "aliases annotation artist-credits artist-rels artists collections discids event-rels genres instrument-rels isrcs " +
	"label-rels labels media place-rels ratings recording-level-rels recording-rels recordings release-group-level-rels " +
	"release-group-rels release-groups release-rels series-rels tags url-rels user-collections user-genres user-ratings user-tags " +
	"work-level-rels work-rels"

// What artists and groups of releases may include, and what a code leads to.
const (
	artistWords = "aliases annotation artist-rels event-rels genres label-rels place-rels ratings recording-rels recordings release-group-rels " +
		"release-groups release-rels releases series-rels tags url-rels user-genres user-ratings user-tags works work-rels"
	groupWords = "aliases annotation artist-credits artist-rels artists genres label-rels ratings release-group-rels release-rels releases tags " +
		"url-rels user-genres user-ratings user-tags media"
	isrcWords = "annotation artist-credits artist-rels artists genres isrcs ratings recording-rels release-groups releases tags url-rels work-rels"
)

// hasRelations reports whether relationships of any kind are to be included.
func (i inc) hasRelations() bool {
	for word := range i {
		if strings.HasSuffix(word, "-rels") && !strings.HasSuffix(word, "-level-rels") {
			return true
		}
	}
	return false
}
