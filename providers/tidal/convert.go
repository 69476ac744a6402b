package tidal

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
	"tutti/providers/internal/convert"
)

// name is the service's internal name.
const name music.ProviderName = "tidal"

// The service's own types. Resources have them in the plural.
const (
	typeAlbum  = "album"
	typeArtist = "artist"
	typeTrack  = "track"
	typeVideo  = "video"
)

// codeUnknownArtists is the code of a message. It is stable.
const codeUnknownArtists = "unknown-artists"

// launch is when the service began.
func launch() music.PartialDate { return music.PartialDate{Year: 2014, Month: 10, Day: 28} }

// linkTypes are what can be done at every page of the service.
func linkTypes() []music.LinkType { return []music.LinkType{music.PaidStreaming} }

// idOf returns which entity a resource is.
func idOf(r wireResource) providers.ID {
	return providers.ID{Type: strings.TrimSuffix(r.Type, "s"), ID: r.ID}
}

// resourceID is what resources refer to each other by.
type resourceID struct{ typ, id string }

// resources are those that an answer includes.
type resources map[resourceID]wireResource

// add adds resources, in place of those with the same id.
func (all resources) add(list []wireResource) {
	for _, r := range list {
		all[resourceID{r.Type, r.ID}] = r
	}
}

// of returns the resource that is referred to; its zero value: it is not there.
func (all resources) of(ref wireRef) wireResource { return all[resourceID{ref.Type, ref.ID}] }

// unnamed returns the references to what has no name here.
func (all resources) unnamed(refs []wireRef) []wireRef {
	var out []wireRef
	for _, ref := range refs {
		if all.of(ref).Attributes.Name == "" {
			out = append(out, ref)
		}
	}
	return out
}

// artwork returns the first picture that is referred to; false: there are references, and none to what is there. Artwork that moves is
// no picture.
func (all resources) artwork(relation wireRelation) (wireResource, bool) {
	isThere := len(relation.Data) == 0
	for _, ref := range relation.Data {
		art := all.of(ref)
		if art.Attributes.MediaType == "IMAGE" {
			return art, true
		}
		isThere = isThere || art.ID != ""
	}
	return wireResource{}, isThere
}

// artOf returns the relation to the pictures of a release.
func artOf(release wireResource) wireRelation {
	if release.Type == "videos" {
		return release.Relationships.ThumbnailArt
	}
	return release.Relationships.CoverArt
}

// convertRelease returns an album or a video with the list of its items.
func convertRelease(release wireResource, list trackList) *music.Release {
	a := release.Attributes
	return convert.Digital(&music.Release{
		Title:      a.Title,
		Artists:    convertCredit(release.Relationships.Artists, list.included),
		GTIN:       music.GTIN(a.BarcodeID),
		Links:      []music.ExternalLink{{URL: page(idOf(release)), Types: linkTypes()}},
		Media:      convertMedia(list),
		TrackCount: max(0, list.Count),
		Types:      convertType(release),
		Date:       convert.Date(a.ReleaseDate, launch()),
		Labels:     convertLabels(release.Relationships.Providers, list.included),
		Images:     convertCover(release, list.included),
		Copyright:  convertCopyright(a.Copyright),
	})
}

// convertType returns the one type of a release: Album, EP or Single, as what all videos are.
func convertType(release wireResource) []string {
	typ := cmp.Or(release.Attributes.AlbumType, release.Attributes.Type)
	switch {
	case release.Type == "videos":
		return []string{"Single"}
	case typ == "":
		return nil
	default:
		return []string{music.CapitalizeType(strings.ToLower(typ))}
	}
}

// convertLabels returns what the service calls providers.
func convertLabels(relation wireRelation, included resources) []music.ReleaseLabel {
	if relation.Data == nil {
		return nil
	}
	labels := make([]music.ReleaseLabel, len(relation.Data))
	for i, ref := range relation.Data {
		labels[i].Name = cmp.Or(included.of(ref).Attributes.Name, placeholder("provider", ref.ID))
	}
	return labels
}

// placeholder is the name of what has none.
func placeholder(what, id string) string { return "[unknown Tidal " + what + " " + id + "]" }

// convertCover returns the largest size of the cover, with its thumbnail.
func convertCover(release wireResource, included resources) []music.Image {
	files := release.Attributes.ImageLinks
	if files == nil {
		art, _ := included.artwork(artOf(release)) // else there are none
		files = art.Attributes.Files
		if files == nil && artOf(release).Data == nil {
			return nil
		}
	}
	return largest(files, music.ImageFront)
}

// largest returns the largest size of a picture, with its thumbnail.
func largest(files []wireFile, types ...music.ImageType) []music.Image {
	images := make([]music.Image, 0, len(files))
	for _, f := range files {
		if f.Href != "" {
			images = append(images, music.Image{URL: f.Href, Width: max(0, f.Meta.Width), Height: max(0, f.Meta.Height), Types: types})
		}
	}
	if chosen, ok := music.ChooseImage(images); ok {
		return []music.Image{chosen}
	}
	return images
}

// convertCopyright returns the statement with its symbols; nil: there is none.
func convertCopyright(raw json.RawMessage) *string {
	text := copyrightText(raw)
	if text == nil {
		return nil
	}
	return new(music.FormatCopyright(*text, ""))
}

// copyrightText reads the statement, which used to be a text.
func copyrightText(raw json.RawMessage) *string {
	var text *string
	var statement wireCopyright
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	if json.Unmarshal(raw, &statement) != nil {
		return nil
	}
	return statement.Text
}

// convertMedia divides the list by volumes: a change of the number begins a medium. An item without a volume stays on the medium of the
// one before, the first ones on the first. Where items are known to be left out, tracks without a number of their own take their place.
func convertMedia(list trackList) []music.Medium {
	if list.List == nil {
		return nil
	}
	media := []music.Medium{}
	for _, item := range list.List {
		last, volume := len(media)-1, item.Meta.VolumeNumber
		if last < 0 || volume > 0 && volume != media[last].Number {
			media = append(media, music.Medium{Number: max(1, volume), Format: convert.DigitalMedia})
			last++
		}
		media[last].Tracks = append(media[last].Tracks, convertTrack(item, list.included))
	}
	if list.isHoled {
		fillGaps(media, list.Count)
	}
	return media
}

// fillGaps fills the gaps between the numbers of each medium. How many tracks there are at the end is known of a single medium only.
func fillGaps(media []music.Medium, count int) {
	if len(media) > 1 {
		count = 0
	}
	for i := range media {
		media[i].Tracks = music.FillGaps(media[i].Tracks, count)
	}
}

func convertTrack(item wireRef, included resources) music.Track {
	r := included.of(item)
	track := music.Track{
		Title:     r.Attributes.Title,
		Artists:   convertCredit(r.Relationships.Artists, included),
		Number:    music.Numbered(max(0, item.Meta.TrackNumber)),
		Length:    music.ParseISODuration(r.Attributes.Duration),
		Kind:      music.Audio,
		ISRC:      convert.ISRC(r.Attributes.ISRC),
		Explicit:  music.ExplicitFrom(r.Attributes.Explicit),
		Recording: convert.Recording(convert.IDs(name, idOf(r).Type, r.ID)),
	}
	if version := r.Attributes.Version; version != "" {
		track.Title += " (" + version + ")"
	}
	if r.Type == "videos" {
		track.Kind = music.Video
	}
	return track
}

// convertCredit returns the artists. Those of which nothing is known keep their id.
func convertCredit(relation wireRelation, included resources) []music.ArtistCredit {
	if relation.Data == nil {
		return nil
	}
	credit := make([]music.ArtistCredit, len(relation.Data))
	for i, ref := range relation.Data {
		known := included.of(ref).Attributes.Name
		credit[i] = music.ArtistCredit{
			Entity:       music.Entity{Name: cmp.Or(known, placeholder("artist", ref.ID)), IDs: convert.IDs(name, typeArtist, ref.ID)},
			CreditedName: known,
		}
	}
	return credit
}

// incomplete warns that the service lists fewer tracks than it counts, as it does where some are not available.
func incomplete(listed, counted int, in music.Region) music.Message {
	m := answer.IncompleteTracklist(info(), listed, counted)
	m.Text = strings.TrimSuffix(m.Text, ".") + " in " + in.Name() + "."
	m.Facts = append(m.Facts, music.Fact{Name: "region", Values: []string{string(in)}})
	return m
}

// unknownArtists tells that the service names artists of which it says nothing else. The fact "ids" names them.
func unknownArtists(refs []wireRef) music.Message {
	var ids []string
	for _, ref := range refs {
		if !slices.Contains(ids, ref.ID) {
			ids = append(ids, ref.ID)
		}
	}
	return music.Message{
		Severity: music.Error, Code: codeUnknownArtists,
		Text:  "Tidal does not say who these artists are: " + strings.Join(ids, ", ") + ".",
		Facts: []music.Fact{{Name: "ids", Values: ids}},
	}
}

// entryOf returns an entity of a list. What is of no kind that is known here is an entry of nothing.
func entryOf(r wireResource, included resources) providers.Entry {
	e := providers.Entry{ID: idOf(r)}
	switch e.ID.Type {
	case typeTrack:
		track := convertTrack(wireRef{ID: r.ID, Type: r.Type}, included)
		e.Track, e.On = &track, onAlbum(r, included)
	case typeArtist:
		e.Artist = convertArtist(r, included)
	case typeAlbum, typeVideo:
		e.Release = convertRelease(r, untold(r, included))
	}
	return e
}

// untold is the list of a release whose items were not asked for.
func untold(release wireResource, included resources) trackList {
	l := trackList{included: included}
	l.Count = release.Attributes.NumberOfItems
	if release.Type == "videos" {
		l.Count = 1
	}
	return l
}

// onAlbum returns the album that a track is on; nil: none is told of.
func onAlbum(track wireResource, included resources) *providers.Entry {
	for _, ref := range track.Relationships.Albums.Data {
		if r := included.of(ref); r.ID != "" && r.Type == "albums" {
			return &providers.Entry{ID: idOf(r), Release: convertRelease(r, untold(r, included))}
		}
	}
	return nil
}

// convertArtist returns an artist with the page of the service before those elsewhere.
func convertArtist(r wireResource, included resources) *music.Artist {
	id := idOf(r)
	a := &music.Artist{
		Entity: music.Entity{Name: r.Attributes.Name, IDs: convert.IDs(name, typeArtist, r.ID)},
		Links:  []music.ExternalLink{{URL: page(id), Types: linkTypes()}},
	}
	for _, l := range r.Attributes.ExternalLinks {
		isOwn := strings.HasPrefix(l.Meta.Type, "TIDAL")
		isPage := strings.HasPrefix(l.Href, "https://") || strings.HasPrefix(l.Href, "http://")
		if isPage && !isOwn {
			a.Links = append(a.Links, music.ExternalLink{URL: l.Href})
		}
	}
	if relation := r.Relationships.ProfileArt; relation.Data != nil {
		art, _ := included.artwork(relation) // else there are none
		a.Images = largest(art.Attributes.Files)
	}
	return a
}
