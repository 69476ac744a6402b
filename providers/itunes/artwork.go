package itunes

import (
	"net/url"
	"path"
	"strings"

	"tutti/music"
)

// Parts of the addresses of images. What comes after the artwork's own name is a size, made on demand.
const (
	imageHost   = "mzstatic.com"
	sourceHost  = "a1.mzstatic.com"
	thumbPath   = "/image/thumb/"
	sourcePath  = "/us/r1000/063/"
	sizeOfLarge = "100x100bb"
	sizeOfThumb = "250x250bb"
)

// convertArtwork returns the front cover by the address of a small size.
func convertArtwork(address string) []music.Image {
	source, ok := sourceImage(address)
	if !ok {
		return nil
	}
	return []music.Image{{
		URL: source, Thumb: strings.Replace(address, sizeOfLarge, sizeOfThumb, 1), Types: []music.ImageType{music.ImageFront},
	}}
}

// sourceImage returns the address of the original artwork. False: there is none in it.
func sourceImage(address string) (string, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return "", false
	}
	if host := strings.ToLower(u.Hostname()); host == imageHost || strings.HasSuffix(host, "."+imageHost) {
		u.Host = sourceHost
	}
	way := u.EscapedPath()
	if rest, ok := strings.CutPrefix(way, thumbPath); ok {
		way = sourcePath + rest
	}
	if name := path.Dir(way); isSource(path.Base(name)) {
		way = name
	}
	if u.Path, err = url.PathUnescape(way); err != nil {
		return "", false
	}
	u.RawPath = way
	return u.String(), true
}

// isSource reports whether the name is that of an original, so that what follows is a size.
func isSource(name string) bool {
	if name == "source" {
		return true
	}
	for _, ending := range []string{"jpg", "jpeg", "png", "tif", "tiff"} {
		if strings.HasSuffix(strings.ToLower(name), ending) {
			return true
		}
	}
	return false
}

// artworkGTIN returns the barcode in the address of artwork, or nothing: the first number of 12 to 14 digits counts, if it is one.
func artworkGTIN(address string) music.GTIN {
	for _, digits := range number.FindAllString(address, -1) {
		if len(digits) < 12 || len(digits) > 14 {
			continue
		}
		if gtin, err := music.ParseGTIN(digits); err == nil {
			return gtin
		}
		return ""
	}
	return ""
}

// isOf reports whether the artwork of an album is named by the barcode.
func isOf(g music.GTIN, r wireRelease) bool {
	found := artworkGTIN(r.ArtworkURL100)
	return found != "" && found.Equal(g)
}
