package match

import (
	"slices"
	"time"
	"unicode"

	"tutti/music"
)

// evidence is how strong the link between two subjects is; 0: there is none.
type evidence uint8

const (
	byName   evidence = iota + 1 // title and artists
	byFigure                     // and track count or length as well
	byCode                       // GTIN or ISRC
	byID                         // MBID, or a page
)

// link is the evidence that two subjects are the same, whatever contradicts it.
func link(a, b *compared) evidence {
	switch {
	case a.Type != b.Type:
		return 0
	case a.sharesID(b):
		return byID
	case a.sharesCode(b):
		return byCode
	case a.Type == music.EntityArtist || a.Provider == b.Provider || !a.namesake(b):
		return 0
	case a.Type == music.EntityTrack:
		return figure(a.Length > 0 && b.Length > 0 && apart(a, b) <= lengthFits, false)
	default:
		counted := a.Tracks > 0 && a.Tracks == b.Tracks
		return figure(counted, datesFit(a.Date, b.Date, counted))
	}
}

// figure is the evidence of a name with a figure that is equal, or with nothing against it.
func figure(equal, fits bool) evidence {
	switch {
	case equal:
		return byFigure
	case fits:
		return byName
	default:
		return 0
	}
}

// sharesID reports whether both have one id, or a page of one names the other.
func (c *compared) sharesID(o *compared) bool {
	return c.MBID != "" && c.MBID == o.MBID || c.ID == o.ID || slices.Contains(c.Pages, o.ID) || slices.Contains(o.Pages, c.ID)
}

// namesake reports whether title and artists are the same.
func (c *compared) namesake(o *compared) bool {
	return c.title.base != "" && c.title == o.title && c.artistsFit(o)
}

func (c *compared) sharesCode(o *compared) bool {
	if c.Type == music.EntityTrack {
		return c.isrc != "" && c.isrc == o.isrc
	}
	return c.Type == music.EntityRelease && c.gtin != "" && c.gtin == o.gtin
}

// artistsFit reports whether the artists are the same, as far as both are known. In the list of one artist, nobody is named.
func (c *compared) artistsFit(o *compared) bool {
	return len(c.credit) == 0 && len(o.credit) == 0 || c.credit.same(o.credit)
}

// contradict reports whether two subjects cannot be the same, whatever links them.
func contradict(a, b *compared) bool {
	switch {
	case a.Type != b.Type:
		return true
	case a.ID == b.ID:
		return false
	case a.Type == music.EntityArtist:
		return a.MBID != "" && b.MBID != "" && a.MBID != b.MBID
	case a.Provider == b.Provider && !a.sharesCode(b):
		return true
	case a.Type == music.EntityTrack:
		return tracksContradict(a, b)
	default:
		return releasesContradict(a, b)
	}
}

// releasesContradict reports whether two releases are different ones. One barcode is used for several at times.
func releasesContradict(a, b *compared) bool {
	counted := a.Tracks > 0 && b.Tracks > 0
	switch {
	case counted && a.Tracks != b.Tracks:
		return true
	case a.gtin != "" && b.gtin != "":
		return a.gtin != b.gtin || a.unlike(b)
	default:
		return !datesFit(a.Date, b.Date, counted)
	}
}

// tracksContradict reports whether two tracks are different recordings. One code is used for several often enough.
func tracksContradict(a, b *compared) bool {
	shared := a.sharesCode(b)
	switch known := a.Length > 0 && b.Length > 0; {
	case !shared && a.isrc != "" && b.isrc != "":
		return true
	case !shared:
		return known && apart(a, b) > lengthFits
	case known && apart(a, b) > lengthMay:
		return true
	default:
		return a.unlike(b)
	}
}

// unlike reports whether neither titles nor artists are alike, though they are written in one script.
func (c *compared) unlike(o *compared) bool {
	if likeness(c.title.base, o.title.base) >= unalike || script(c.title.base) != script(o.title.base) {
		return false
	}
	return len(c.credit) == 0 || len(o.credit) == 0 || c.credit.alike(o.credit) < unalike || c.Type == music.EntityTrack
}

// script tells the Latin script from others, by the first letter.
func script(key string) bool {
	for _, r := range key {
		if unicode.IsLetter(r) {
			return unicode.Is(unicode.Latin, r)
		}
	}
	return true
}

func apart(a, b *compared) music.Duration { return max(a.Length-b.Length, b.Length-a.Length) }

// datesFit reports whether two dates may be of one release: as far as both are known they are a few days apart at most, or in one
// year where the number of tracks is the same.
func datesFit(a, b music.PartialDate, counted bool) bool {
	switch {
	case a.Year == 0 || b.Year == 0:
		return true
	case a.Month == 0 || b.Month == 0 || counted && a.Year == b.Year:
		return a.Year == b.Year
	case a.Day == 0 || b.Day == 0:
		return a.Year == b.Year && a.Month == b.Month
	}
	days := func(d music.PartialDate) int64 {
		return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Unix() / 86400
	}
	return max(days(a)-days(b), days(b)-days(a)) <= nearDays
}
