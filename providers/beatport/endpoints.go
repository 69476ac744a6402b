package beatport

import (
	"errors"
	"net/http"
	"net/url"
	"regexp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/decode"
)

const site = "https://www.beatport.com/"

// endpoints are the questions that Beatport can be asked.
type endpoints struct{ search, release *providers.Endpoint }

// newEndpoints says what each question yields. A search names releases, but the shop's word for one is the page of the release.
func newEndpoints() endpoints {
	scrub := scrubber()
	search := &providers.Endpoint{
		Name: "search", Starts: providers.ByGTIN, Judge: judgeSearch, Scrub: scrub, Request: searchBarcode,
		Yields: music.PropertiesOf(music.PropAlternatives),
	}
	release := &providers.Endpoint{
		Name: "release", Starts: providers.ByID, After: []*providers.Endpoint{search}, Judge: judgeRelease, Scrub: scrub, Request: releasePage,
		Yields: ofTracks() | music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropGTIN, music.PropDate, music.PropLabels,
			music.PropStatus, music.PropPackaging, music.PropImages, music.PropLinks, music.PropTrackCount),
	}
	return endpoints{search: search, release: release}
}

// ofTracks is what is missing where tracks are.
func ofTracks() music.Properties {
	return music.PropertiesOf(music.PropMediumFormats, music.PropMediumDivision, music.PropTrackTitles, music.PropTrackNumbers,
		music.PropTrackArtists, music.PropLengths, music.PropISRCs)
}

func searchBarcode(k providers.Key) (providers.Request, error) {
	return providers.Get(site+"search", "q", k.ID), nil
}

func releasePage(k providers.Key) (providers.Request, error) {
	return providers.Get(page(providers.ID{Type: typeRelease, ID: url.PathEscape(k.ID)})), nil
}

// scrubber returns what blanks tokens in the data of a page. A page of the shop has that of an anonymous session, under a name that
// has changed before: accessToken, or access_token of anonSession.
func scrubber() func([]byte) []byte {
	token := regexp.MustCompile(`(?i)("[\w-]*token"\s*:\s*)"(?:[^"\\]|\\.)*"`)
	return func(body []byte) []byte { return token.ReplaceAll(body, []byte(`$1""`)) }
}

// judgeRelease demands the data of a release.
func judgeRelease(resp *http.Response, body []byte) error {
	if err := judge(resp, body); err != nil {
		return err
	}
	d, err := decode.JSON[wireData](island(providers.Document{Body: body}))
	if err == nil && d.Props.PageProps.Release == nil {
		err = missing("release")
	}
	return answered(err, resp)
}

// judgeSearch also says no where there are no hits.
func judgeSearch(resp *http.Response, body []byte) error {
	if err := judge(resp, body); err != nil {
		return err
	}
	found, err := readSearch(island(providers.Document{Body: body}))
	if err == nil && len(found.hits) == 0 {
		err = &providers.Error{Kind: providers.ErrNotFound}
	}
	return answered(err, resp)
}

// answered returns the error with the status of the answer that it is about.
func answered(err error, resp *http.Response) error {
	if e, ok := errors.AsType[*providers.Error](err); ok {
		full := *e
		full.Status = resp.StatusCode
		return &full
	}
	return err
}

// judge judges by status. A refusal without data is not the shop's, but that of a guard who takes us for a robot. Held by TestJudge.
func judge(resp *http.Response, body []byte) error {
	if resp.StatusCode == http.StatusForbidden {
		if data := island(providers.Document{Body: body}); data.Err != nil {
			return &providers.Error{Kind: providers.ErrUnavailable, Status: resp.StatusCode, Err: data.Err}
		}
	}
	return providers.JudgeStatus(resp)
}
