package musicbrainz

import "tutti/music"

// linkTypes are what links of artists offer, by the names of the relationships: https://musicbrainz.org/relationships/artist-url.
// All others lead to a page about the artist.
var linkTypes = map[string]music.LinkType{
	"discography page":        music.DiscographyPage,
	"download for free":       music.FreeDownload,
	"free streaming":          music.FreeStreaming,
	"purchase for download":   music.PaidDownload,
	"purchase for mail-order": music.MailOrder,
	"streaming":               music.PaidStreaming,
}
