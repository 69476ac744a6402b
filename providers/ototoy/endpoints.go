package ototoy

import (
	"errors"
	"net/http"
	"net/url"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/embedded"
)

const site = "https://ototoy.jp/"

// endpoints are the questions that OTOTOY can be asked.
type endpoints struct{ page *providers.Endpoint }

// newEndpoints says what the only question yields.
func newEndpoints() endpoints {
	return endpoints{page: &providers.Endpoint{
		Name: "page", Starts: providers.ByID, Judge: judge, Request: getPage,
		Yields: listed() | music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropDate, music.PropLabels,
			music.PropStatus, music.PropPackaging, music.PropImages, music.PropLinks),
	}}
}

// listed are the properties of the track list.
func listed() music.Properties {
	return music.PropertiesOf(music.PropMediumFormats, music.PropMediumDivision, music.PropTrackTitles, music.PropTrackNumbers,
		music.PropTrackArtists, music.PropLengths, music.PropKinds)
}

// getPage asks for the page of a package in English.
func getPage(k providers.Key) (providers.Request, error) {
	r := providers.Get(page(providers.ID{Type: typePackage, ID: url.PathEscape(k.ID)}))
	r.Header = http.Header{"Accept-Language": {"en"}}
	return r, nil
}

// judge refuses pages that are not about a package.
func judge(resp *http.Response, body []byte) error {
	return embedded.Judge(resp, body, extractRelease)
}

// gaps returns what a page should hold and does not.
func gaps(ask providers.Ask, release wireRelease) []providers.Gap {
	var gaps answer.Gaps
	if release.TrackList == nil {
		gaps.Add(&providers.Error{
			Op: ask.Name + " " + ask.ID, Kind: providers.ErrMalformed, Err: errors.New("the page has no track list"),
		}, listed())
	}
	return gaps.List()
}
