package emulator

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"
)

// bcView is a release as Bandcamp sells it.
type bcView struct {
	*edition

	shop Shop
}

// sold is how a release is sold: at a price, by its artist, if nobody says otherwise.
func (e *edition) sold() Shop {
	if e.shop == nil {
		return Shop{}
	}
	return *e.shop
}

// bcRelease is what the page of a release is filled with.
type bcRelease struct {
	Tralbum                         bcPage
	Band                            bcBand
	TralbumJSON, BandJSON           string
	Description, Subdomain, Licence string
}

// bcArtistPage is what the page of an account is filled with.
type bcArtistPage struct {
	Band     bcBand
	Releases []bcView
}

// BandJSON is the account as an attribute holds it.
func (p bcArtistPage) BandJSON() string { return jsonText(p.Band) }

// Path, Title and ItemID are what a list of releases shows.
func (v bcView) Path() string {
	_, path := bandcampPath(v.id)
	return "/" + path
}

// Title is that of the release.
func (v bcView) Title() string { return v.title }

// ItemID is the kind and the number of the release.
func (v bcView) ItemID() string { return fmt.Sprintf("%s-%d", v.kindName(0), bandcampAlbums+v.number) }

// bandcampPage is the page of a release, or that of its k-th song.
func bandcampPage(v bcView, k int) answer {
	subdomain, _ := bandcampPath(v.id)
	data := bcRelease{
		Tralbum: v.tralbum(k), Band: v.band(), Description: v.description(k), Subdomain: subdomain, Licence: v.shop.Licence,
	}
	data.TralbumJSON, data.BandJSON = jsonText(data.Tralbum), jsonText(data.Band)
	return page(http.StatusOK, bandcampReleasePage, data)
}

// jsonText is JSON as it stands in attributes: without escapes for HTML, which are those of the attribute.
func jsonText(v any) string { return string(reply(http.StatusOK, v).body) }

func (v bcView) kindName(k int) string {
	if v.shop.IsTrack || k > 0 {
		return "track"
	}
	return "album"
}

// owner is who has the page.
func (v bcView) owner() string { return first(v.shop.Account, v.artists[0].Name) }

func (v bcView) band() bcBand {
	return bcBand{ID: v.bandID(), Name: localName(Bandcamp, v.owner()), AccountID: v.bandID() + 1_000_000, ImageID: 1}
}

func (v bcView) bandID() int { return bandcampBands + hash(v.owner())%1_000_000 }

// description counts songs, those that only the download has as well.
func (v bcView) description(k int) string {
	if v.kindName(k) == "track" {
		return " track by " + v.names() + " "
	}
	return fmt.Sprintf("%d track album", len(v.tracks))
}

func (v bcView) tralbum(k int) bcPage {
	shop := v.shop
	out := bcPage{
		Curious: "https://bandcamp.com/help/audio_basics#steal https://bandcamp.com/terms_of_use", Current: v.current(k), HasAudio: true,
		ArtID: bandcampPictures + v.number, DefaultPrice: v.price(), Free: 1, Paid: 2, Artist: v.names(), Type: v.kindName(k),
		ID: bandcampAlbums + v.number, PlayCap: bcPlayCap{true, 3}, SubscriberOnly: shop.IsSubscriberOnly, AlbumPreorder: shop.IsPreorder, AlbumDate: orNull(gmt(v.date)), PlayingFrom: v.kindName(k) + " page",
		URL: v.url(),
	}
	if shop.Sale == Free {
		free := "https://bandcamp.com/download?id=" + v.id
		out.FreeDownload = &free
	}
	for _, p := range shop.Packages {
		out.Packages = append(out.Packages, v.packed(p, len(out.Packages)))
	}
	for _, t := range v.tracks {
		if !t.IsUntold && (k == 0 || k == t.index) {
			out.Tracks = append(out.Tracks, v.track(t))
		}
	}
	if out.Type == "album" {
		featured := whole(v.tracks[0].id)
		out.Featured, out.IsPreorder, out.HasLyrics = &featured, &shop.IsPreorder, new(bool)
	}
	if k > 0 {
		out.ID, out.URL = whole(v.tracks[k-1].id), v.trackURL(v.tracks[k-1])
		path := strings.TrimPrefix(v.url(), v.site())
		out.AlbumURL, out.Packages = &path, nil
	}
	return out
}

func (v bcView) current(k int) bcCurrent {
	preference := 2
	published := first(v.shop.Published, v.date)
	out := bcCurrent{
		Title: v.title, NewDate: gmt(published), ModDate: gmt(published), PublishDate: gmt(published), DownloadPref: &preference,
		SetPrice: v.price(), MinimumPrice: v.price(), BandID: v.bandID(), SellingBand: v.bandID(), ArtID: bandcampPictures + v.number,
		About: orNull(v.shop.About), Credits: orNull(v.shop.Credits), ReleaseDate: orNull(gmt(v.date)), UPC: orNull(v.gtin), ID: bandcampAlbums + v.number,
		Type: v.kindName(k), Artist: v.otherArtist(),
	}
	if v.shop.Sale == Free {
		preference = 1
	}
	if price := v.price(); price > 0 {
		out.Nonzero = &price
	}
	if out.Type == "track" {
		t := v.tracks[max(0, k-1)]
		out.Title, out.ISRC, out.UPC = t.Title, orNull(t.ISRC), nil
		if k > 0 {
			album := bandcampAlbums + v.number
			out.ID, out.TrackNumber, out.AlbumID = whole(t.id), &t.index, &album
		}
	}
	return out
}

// otherArtist is the artist of a release that somebody else sells.
func (v bcView) otherArtist() *string {
	if v.owner() == v.names() {
		return nil
	}
	return orNull(v.names())
}

func (v bcView) price() float64 {
	if v.shop.Sale != Paid || v.shop.Price > 0 {
		return v.shop.Price
	}
	return 7
}

func (v bcView) track(t track) bcTrack {
	out := bcTrack{
		ID: whole(t.id), TrackID: whole(t.id), Title: t.Title, Encodings: whole(t.id), Licence: 1, Number: &t.index, IsPreorder: v.shop.IsPreorder,
		Link: strings.TrimPrefix(v.trackURL(t), v.site()), Downloadable: !v.shop.IsPreorder, Duration: float64(t.MS) / 1000,
	}
	if v.kindName(0) == "track" {
		out.Number = nil
	}
	if v.shop.Sale == Free {
		isFree := true
		out.FreeDownload = &isFree
	}
	if !sameCredits(t.Artists, v.artists) {
		names := namesOf(Bandcamp, t.Artists)
		out.Artist, out.Title = &names, names+" - "+t.Title
	}
	if v.canHear(t) {
		one := 1
		out.Streaming, out.File = &one, streamed(t)
	}
	if v.shop.IsPreorder {
		out.Duration, out.IsUnreleased = 0, out.File == nil
	}
	return out
}

// canHear reports whether anybody can listen to a song: those who have not paid cannot hear the last one of what is not out yet.
func (v bcView) canHear(t track) bool {
	isLast := t.index == len(v.tracks)
	return !slices.Contains(v.shop.Unstreamed, t.index) && (!v.shop.IsPreorder || !isLast)
}

func streamed(t track) map[string]string {
	return map[string]string{"mp3-128": "https://t4.bcbits.com/stream/e0e0e0e0/mp3-128/" + t.id}
}

func (v bcView) site() string {
	band, _ := bandcampPath(v.id)
	return "https://" + band + bandcampDomain
}

func (v bcView) trackURL(t track) string {
	_, path := bandcampPath(bandcampTrackID(v.id, t.Title))
	return v.site() + "/" + path
}

func (v bcView) packed(p Package, i int) bcPackage {
	out := bcPackage{
		ID: 933_000_000 + 10*v.number + i, URL: v.url(), Type: p.Type, Title: p.Title, Description: p.Title, Price: 20, UPC: orNull(p.GTIN),
		BandID: v.bandID(), Label: orNull(p.Label), Currency: "EUR",
	}
	if p.Edition > 0 {
		out.Edition = &p.Edition
	}
	return out
}

// player is what the embedded player knows, as an attribute holds it. Songs of what is not out yet may have pictures of their own.
func (v bcView) player() string {
	art := func(id int, size string) string { return fmt.Sprintf("https://f4.bcbits.com/img/a%d_%s.jpg", id, size) }
	cover := bandcampPictures + v.number
	band, _ := bandcampPath(v.id)
	out := bcPlayer{
		BandURL: v.site(), Title: v.title, ArtID: cover, Artist: v.names(), Subdomain: band, ID: bandcampAlbums + v.number,
		PublishDate: gmt(first(v.shop.Published, v.date)), Featured: whole(v.tracks[0].id), Linkback: v.url(), Art: art(cover, "7"), ArtLarge: art(cover, "2"),
		Packages: []bcPackage{},
	}
	if v.shop.IsPreorder {
		out.IsPreorder = &v.shop.IsPreorder
	}
	for _, t := range v.tracks {
		if t.IsUntold {
			continue
		}
		track := bcPlayerTrack{
			Artist: namesOf(Bandcamp, t.Artists), Title: t.Title, ID: whole(t.id), Duration: float64(t.MS) / 1000, Number: len(out.Tracks),
			Link: v.trackURL(t), CanStream: v.canHear(t), IsPreorder: v.shop.IsPreorder, Art: art(cover, "7"), ArtLarge: art(cover, "2"),
		}
		if v.canHear(t) {
			track.File = streamed(t)
		}
		if v.shop.IsPreorder && t.index%2 == 1 {
			own := bandcampPictures + 1_000_000 + v.number*songsPerRelease + t.index
			track.ArtID, track.Art, track.ArtLarge = &own, art(own, "7"), art(own, "2")
		}
		out.Tracks = append(out.Tracks, track)
	}
	return jsonText(out)
}

// gmt is a date as a moment; empty: there is none. What is not known of it is the first.
func gmt(date string) string {
	t, err := time.Parse(time.DateOnly, (date + "-01-01")[:min(len(date)+len("-01-01"), len(time.DateOnly))])
	if err != nil {
		return ""
	}
	return t.Format("02 Jan 2006 15:04:05") + " GMT"
}
