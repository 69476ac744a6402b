package emulator

import (
	"fmt"
	"strings"

	"golang.org/x/text/currency"
	"golang.org/x/text/language"
)

// collection is an album as a storefront shows it.
func (s storefront) collection(x *edition) itCollection {
	artist, link := s.credit(x.artists)
	discs := x.discs()
	line := strings.Join(x.copyrights, " ")
	return itCollection{
		Wrapper: "collection", Type: "Album", ArtistID: artist, ID: whole(x.id), Artist: x.names(), Name: itunesTitle(x), Censored: itunesTitle(x),
		ArtistURL: link, URL: s.url(x) + "?uo=4", Artwork60: x.artwork("60x60bb"), Artwork100: x.artwork("100x100bb"), Price: s.price(x),
		Explicitness: explicitness(x.hasExplicit), Tracks: len(discs[0]), Copyright: first(line, "℗ "+year(x.date)+" "+x.label),
		Country: s.code(), Currency: s.currency(), Date: x.date + "T08:00:00Z", Genre: "Pop",
	}
}

// itunesTitle ends in what the album is, unless it is an album.
func itunesTitle(x *edition) string {
	suffix := map[Kind]string{EP: " - EP", Single: " - Single"}[x.kind]
	if strings.HasSuffix(x.title, suffix) {
		return x.title
	}
	return x.title + suffix
}

func (s storefront) track(x *edition, t track) itTrack {
	artist, link := s.credit(t.Artists)
	number, kind, canStream := whole(t.id), "song", true
	title, _ := cutVersion(t.Title)
	out := itTrack{
		Wrapper: "track", Kind: kind, ArtistID: artist, CollectionID: whole(x.id), ID: number, Artist: namesOf(ITunes, t.Artists),
		Collection: itunesTitle(x), Name: t.Title, CollectionCensored: itunesTitle(x), Censored: t.Title, ArtistURL: link,
		CollectionURL: fmt.Sprintf("%s?i=%d&uo=4", s.url(x), number), URL: fmt.Sprintf("%s?i=%d&uo=4", s.url(x), number),
		Preview:   "https://audio-ssl.itunes.apple.com/itunes-assets/AudioPreview/v4/" + t.id + ".m4a",
		Artwork30: x.artwork("30x30bb"), Artwork60: x.artwork("60x60bb"), Artwork100: x.artwork("100x100bb"), CollectionPrice: s.price(x),
		Price: 1.29, Date: x.date + "T12:00:00Z", AlbumExplicitness: explicitness(x.hasExplicit), Explicitness: explicitness(t.isExplicit),
		Discs: len(x.discs()), Disc: t.Disc, Tracks: len(x.discs()[t.Disc-1]), Number: t.position, MS: t.MS, Country: s.code(),
		Currency: s.currency(), Genre: "Pop", Streamable: &canStream,
	}
	if t.Format == "video" { // whose short title lacks what stands in brackets
		out.Kind, out.Name, out.Streamable = "music-video", title, nil
		out.URL = fmt.Sprintf("https://music.apple.com/%s/music-video/%s/%d?uo=4", strings.ToLower(s.country), first(slug(title), "-"), number)
	}
	return out
}

func (s storefront) artist(p *person) itArtist {
	return itArtist{
		Wrapper: "artist", Type: "Artist", Name: localName(ITunes, p.name), URL: s.artistURL(p.name) + "?uo=4", ID: whole(p.id),
		Genre: "Pop", GenreID: 14,
	}
}

// credit is the id and the page of the first artist. Compilations lead nowhere.
func (s storefront) credit(credits []Credit) (id int, link string) {
	id = whole(artistID(ITunes, credits[0].Name))
	if isVarious(credits) {
		return id, ""
	}
	return id, s.artistURL(credits[0].Name) + "?uo=4"
}

func (s storefront) artistURL(name string) string {
	return fmt.Sprintf("https://music.apple.com/%s/artist/%s%s", strings.ToLower(s.country), slugPart(name), artistID(ITunes, name))
}

func (s storefront) url(x *edition) string {
	return fmt.Sprintf("https://music.apple.com/%s/album/%s%s", strings.ToLower(s.country), slugPart(itunesTitle(x)), x.id)
}

// slugPart is a part of an address that is left out when there is nothing to write.
func slugPart(text string) string {
	if s := slug(text); s != "" {
		return s + "/"
	}
	return ""
}

func (s storefront) price(x *edition) float64 {
	switch {
	case x.price < 0:
		return -1
	case x.price > 0:
		return x.price
	case x.kind == Single:
		return 1.29
	default:
		return 9.99
	}
}

// code is the country in three letters.
func (s storefront) code() string {
	region, err := language.ParseRegion(s.country)
	if err != nil {
		return s.country
	}
	return region.ISO3()
}

// currency is what is paid in; dollars, if it is not known.
func (s storefront) currency() string {
	region, err := language.ParseRegion(s.country)
	if unit, ok := currency.FromRegion(region); err == nil && ok {
		return unit.String()
	}
	return "USD"
}

// artwork is a picture that is named after the barcode, if nobody says otherwise.
func (e *edition) artwork(size string) string {
	name := first(e.gtin, e.image)
	if e.lacks&LacksCode != 0 {
		name = "cover-of-" + e.image[:8]
	}
	return "https://is1-ssl.mzstatic.com/image/thumb/Music/v4/e0/e0/e0/e0e0e0e0-" + e.id + "/" + name + ".jpg/" + size + ".jpg"
}

func explicitness(is bool) string { //nolint:revive // a fact of a song, not a switch
	if is {
		return "explicit"
	}
	return "notExplicit"
}
