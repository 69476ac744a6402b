package discogs

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/decode"
)

const api = "https://api.discogs.com/"

// fresh is for how long an answer may be shown, whether there is a newer one or not: https://support.discogs.com/hc/en-us/articles/360009334593-API-Terms-of-Use
const fresh = 6 * time.Hour

// listSize is how many rows a page of a discography has, the most that the service sends.
const listSize = 100

// searchSize is how many hits a page of a search has.
const searchSize = 20

// endpoints are the questions that Discogs can be asked.
type endpoints struct{ search, release, artist, works, searchReleases, searchArtists *providers.Endpoint }

// newEndpoints says what each question yields. Of a hit only its barcodes and its id are read: artist and title are one text there.
// The id of a release group is that of its master, by which a merge finds its MBID.
func newEndpoints() endpoints {
	search := &providers.Endpoint{
		Name: "search", Starts: providers.ByGTIN, Judge: judgeSearch, Request: searchBarcode, Fresh: fresh, Keep: fresh,
		Yields: music.PropertiesOf(music.PropAlternatives),
	}
	release := &providers.Endpoint{
		Name: "release", Starts: providers.ByID, After: []*providers.Endpoint{search}, Judge: judge, Request: getRelease, Fresh: fresh, Keep: fresh,
		Yields: ofTracks() | ofFormats() | music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropGTIN, music.PropDate,
			music.PropLabels, music.PropImages, music.PropLinks, music.PropAvailability, music.PropMBIDs),
	}
	artist := &providers.Endpoint{
		Name: "artist", Starts: providers.ByArtist, Judge: judge, Request: getArtist, Fresh: fresh, Keep: fresh,
		Yields: music.PropertiesOf(music.PropArtists, music.PropImages, music.PropLinks),
	}
	works := &providers.Endpoint{
		Name: "artist/releases", Starts: providers.ByDiscography, Judge: judgeWorks, Request: getWorks, Fresh: fresh, Keep: fresh,
		Yields: music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropDate, music.PropLabels, music.PropLinks),
		Count:  providers.Count{Size: listSize},
	}
	find := func(of string, starts providers.By, yields ...music.Property) *providers.Endpoint {
		return &providers.Endpoint{
			Name: "search/" + of, Starts: starts, Judge: judgeHits, Request: searchText(of), Fresh: fresh, Keep: fresh,
			Yields: music.PropertiesOf(yields...), Count: providers.Count{Size: searchSize},
		}
	}
	return endpoints{
		search: search, release: release, artist: artist, works: works,
		searchReleases: find(typeRelease, providers.BySearchingReleases, music.PropTitle, music.PropArtists, music.PropGTIN, music.PropDate,
			music.PropLabels, music.PropStatus, music.PropTypes, music.PropPackaging, music.PropImages, music.PropLinks, music.PropAvailability),
		searchArtists: find(typeArtist, providers.BySearchingArtists, music.PropArtists, music.PropImages, music.PropLinks),
	}
}

// ofTracks is what the track list says.
func ofTracks() music.Properties {
	return music.PropertiesOf(music.PropTrackCount, music.PropMediumTitles, music.PropMediumDivision, music.PropTrackTitles,
		music.PropTrackNumbers, music.PropTrackArtists, music.PropLengths)
}

// ofFormats is what the formats say.
func ofFormats() music.Properties {
	return music.PropertiesOf(music.PropMediumFormats, music.PropStatus, music.PropTypes, music.PropPackaging)
}

func getRelease(k providers.Key) (providers.Request, error) {
	return providers.Get(api + "releases/" + url.PathEscape(k.ID)), nil
}

func getArtist(k providers.Key) (providers.Request, error) {
	return providers.Get(api + "artists/" + url.PathEscape(k.ID)), nil
}

func getWorks(k providers.Key) (providers.Request, error) {
	pairs := []string{"sort", "year", "sort_order", "desc", "per_page", strconv.Itoa(listSize)}
	if k.Page != "" {
		pairs = append(pairs, "page", k.Page)
	}
	return providers.Get(api+"artists/"+url.PathEscape(k.ID)+"/releases", pairs...), nil
}

func searchBarcode(k providers.Key) (providers.Request, error) {
	return providers.Get(api+"database/search", "type", typeRelease, "barcode", k.ID), nil
}

// judgeSearch also says no where there are no results.
func judgeSearch(resp *http.Response, body []byte) error {
	if err := judge(resp, body); err != nil {
		return err
	}
	found, err := decode.Body[wireSearch](body)
	switch {
	case err != nil:
		return err
	case found.Results == nil:
		return answer.NoList(resp.StatusCode, "results")
	case len(found.Results) == 0:
		return &providers.Error{Kind: providers.ErrNotFound, Status: resp.StatusCode}
	default:
		return nil
	}
}

// searchText asks for entities of a type. The id of a key is parameters, escaped.
func searchText(of string) func(providers.Key) (providers.Request, error) {
	return func(k providers.Key) (providers.Request, error) {
		more := "&type=" + of + "&per_page=" + strconv.Itoa(searchSize)
		if k.Page != "" {
			more += "&page=" + url.QueryEscape(k.Page)
		}
		return providers.Get(api + "database/search?" + k.ID + more), nil
	}
}

// judgeHits also demands the list, which may be empty.
func judgeHits(resp *http.Response, body []byte) error {
	err := judgeSearch(resp, body)
	if errors.Is(err, providers.ErrNotFound) && resp.StatusCode < http.StatusMultipleChoices {
		return nil
	}
	return err
}

// judgeWorks also demands the list.
func judgeWorks(resp *http.Response, body []byte) error {
	if err := judge(resp, body); err != nil {
		return err
	}
	list, err := decode.Body[wireWorks](body)
	if err == nil && list.Releases == nil {
		err = answer.NoList(resp.StatusCode, "releases")
	}
	return err
}

// judge reads the message of an error, which comes with a status that fits, as a rule. Held by TestJudge.
func judge(resp *http.Response, body []byte) error {
	err := providers.JudgeJSON(resp, body)
	message, ok := messageIn(body)
	if !ok {
		return err
	}
	e, ok := errors.AsType[*providers.Error](err)
	if !ok {
		e = &providers.Error{Kind: kindOf(message), Status: resp.StatusCode}
	}
	e.Err = errors.New(message)
	return e
}

// messageIn returns the message of an error, shortened. False: the body has none.
func messageIn(body []byte) (string, bool) {
	b, err := decode.Body[wireError](body)
	message := strings.TrimSpace(b.Message)
	return fmt.Sprintf("%.200s", message), err == nil && message != ""
}

// kindOf returns what an error is by its message alone. Most are about the question.
func kindOf(message string) error {
	text := strings.ToLower(message)
	switch {
	case strings.Contains(text, "not found"):
		return providers.ErrNotFound
	case strings.Contains(text, "too quickly"):
		return providers.ErrRateLimited
	case strings.Contains(text, "authenticate"), strings.Contains(text, "consumer"):
		return providers.ErrDenied
	default:
		return providers.ErrInvalid
	}
}
