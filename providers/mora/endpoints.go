package mora

import (
	"errors"
	"net/http"
	"net/url"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/embedded"
)

// Where pages and metadata lie.
const (
	site     = "https://mora.jp/"
	contents = "https://cf.mora.jp/contents/package/"
	file     = "packageMeta.json"
)

// endpoints are the questions that mora can be asked.
type endpoints struct{ page, metadata *providers.Endpoint }

// newEndpoints says what each question yields. That there is a page is enough to know what can be done there. The metadata have one
// list of tracks: they do not say how it is divided.
func newEndpoints() endpoints {
	page := &providers.Endpoint{
		Name: "page", Starts: providers.ByID, Judge: judgePage, Request: getPage,
		Yields: music.PropertiesOf(music.PropLinks, music.PropStatus, music.PropPackaging, music.PropAvailability),
	}
	metadata := &providers.Endpoint{
		Name: "metadata", After: []*providers.Endpoint{page}, Judge: providers.JudgeJSON, Request: getMetadata,
		Yields: listed() | music.PropertiesOf(music.PropTitle, music.PropArtists, music.PropGTIN, music.PropDate, music.PropLabels,
			music.PropCopyright, music.PropImages),
	}
	return endpoints{page: page, metadata: metadata}
}

// listed are the properties of the track list.
func listed() music.Properties {
	return music.PropertiesOf(music.PropMediumFormats, music.PropTrackTitles, music.PropTrackNumbers, music.PropTrackArtists,
		music.PropLengths, music.PropKinds)
}

// getPage asks for the page of a package, whose id is that of its label and its own.
func getPage(k providers.Key) (providers.Request, error) {
	label, own, _ := strings.Cut(k.ID, "/")
	return providers.Get(site + typePackage + "/" + url.PathEscape(label) + "/" + url.PathEscape(own) + "/"), nil
}

// getMetadata asks for the metadata at a place, which extractPlace has made of harmless parts.
func getMetadata(k providers.Key) (providers.Request, error) {
	return providers.Get(contents + k.ID + "/" + file), nil
}

// judgePage refuses pages that do not say where the metadata lie.
func judgePage(resp *http.Response, body []byte) error {
	return embedded.Judge(resp, body, extractPlace)
}

// gaps returns what the metadata should hold and do not.
func (*provider) gaps(ask providers.Ask, release wireRelease) []providers.Gap {
	var gaps answer.Gaps
	if release.TrackList == nil {
		gaps.Add(&providers.Error{
			Op: ask.Name + " " + ask.ID, Kind: providers.ErrMalformed, Err: errors.New("the package has no track list"),
		}, listed())
	}
	return gaps.List()
}
