package bandcamp

import (
	"bytes"
	"errors"
	"net/http"
	"strconv"

	"tutti/music"
	"tutti/providers"
)

// endpoints are the questions that Bandcamp can be asked.
type endpoints struct{ page, player *providers.Endpoint }

// newEndpoints says what each question yields. The lengths on the page of a pre-order are those of the tracks that one can hear; the
// player knows all of them, and pictures of tracks.
func newEndpoints() endpoints {
	page := &providers.Endpoint{
		Name: "page", Starts: providers.ByID, Loose: providers.ByID, Judge: judgePage, Request: releasePage, Scrub: withoutTokens,
		Yields: music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropGTIN, music.PropDate, music.PropLabels, music.PropTypes,
			music.PropStatus, music.PropPackaging, music.PropCredits, music.PropImages, music.PropLinks, music.PropAvailability,
			music.PropTrackCount, music.PropMediumDivision, music.PropMediumFormats, music.PropTrackTitles, music.PropTrackNumbers,
			music.PropTrackArtists, music.PropLengths, music.PropISRCs),
	}
	player := &providers.Endpoint{
		Name: "player", After: []*providers.Endpoint{page}, Judge: judgePlayer, Request: playerPage, Scrub: withoutTokens,
		Yields: music.PropertiesOf(music.PropLengths, music.PropImages), Count: providers.Count{If: true},
	}
	return endpoints{page: page, player: player}
}

// releasePage gets the page of a serialised id.
func releasePage(k providers.Key) (providers.Request, error) {
	id, err := parse(k.ID)
	if err != nil {
		return providers.Request{}, &providers.Error{Kind: providers.ErrInvalid, Err: err}
	}
	return providers.Get(pageOf(id)), nil
}

// playerPage gets the player of an album by its number.
func playerPage(k providers.Key) (providers.Request, error) {
	if n, err := strconv.ParseInt(k.ID, 10, 64); err != nil || n <= 0 {
		return providers.Request{}, &providers.Error{Kind: providers.ErrInvalid, Err: errors.New("an album's player has its number")}
	}
	return providers.Get("https://bandcamp.com/EmbeddedPlayer/album=" + k.ID), nil
}

// judgePage demands a page that was read to its end and holds the data of a release: what follows the data counts too. Held by
// TestJudgePage.
func judgePage(resp *http.Response, body []byte) error {
	if err := providers.JudgeStatus(resp); err != nil {
		return err
	}
	_, err := extract(providers.Document{Body: body})
	if err == nil && !bytes.Contains(body, []byte("</html>")) {
		err = errors.New("the page ends early")
	}
	return unreadable(resp, err)
}

// judgePlayer demands a page with the data of a player. Held by TestJudgePlayer.
func judgePlayer(resp *http.Response, body []byte) error {
	if err := providers.JudgeStatus(resp); err != nil {
		return err
	}
	_, err := extractPlayer(providers.Document{Body: body})
	return unreadable(resp, err)
}

// unreadable is the error of a page that could not be read; nil stays nil.
func unreadable(resp *http.Response, err error) error {
	if err == nil {
		return nil
	}
	return &providers.Error{Kind: providers.ErrMalformed, Status: resp.StatusCode, Err: err}
}

// withoutTokens removes from addresses of streams what lets one listen to them.
func withoutTokens(body []byte) []byte { return streamToken.ReplaceAll(body, []byte("$1")) }
