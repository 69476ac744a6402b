package match

import (
	"cmp"

	"tutti/music"
)

// Subject is an answer of a provider, as far as it counts when answers are compared. What is not known is empty.
type Subject struct {
	Type     music.EntityType
	Provider int    // its place among the providers, in the order in which they were registered
	Place    int    // among its provider's answers of this type, from 0
	ID       string // provider, type and id; no two entities have the same
	Title    string // or the name of an artist
	Artist   string // the credit, as one text
	GTIN     music.GTIN
	ISRC     music.ISRC
	MBID     music.MBID
	Pages    []string // of an artist: the IDs of subjects that its page says are the same
	Tracks   int
	Length   music.Duration // of a track
	Date     music.PartialDate
	Labels   []string
	Catalog  []string // catalogue numbers
	Album    string   // of a track
}

// compared is a subject with what is made of it once.
type compared struct {
	*Subject
	title  title
	credit credit
	gtin   string
	isrc   string
}

func compare(s *Subject) compared {
	c := compared{Subject: s, title: parse(s.Title), credit: creditOf(s.Artist)}
	if s.GTIN != "" {
		c.gtin = s.GTIN.Number()
	}
	if code, ok := music.NormalizeISRC(s.ISRC); ok {
		c.isrc = string(code)
	}
	if s.Type == music.EntityArtist {
		c.title = title{base: nameKey(s.Title)}
	}
	return c
}

// order is the order of subjects: by provider, type and place, and by what tells them apart where that is the same.
func order(a, b *Subject) int {
	return cmp.Or(
		cmp.Compare(a.Provider, b.Provider), cmp.Compare(a.Type, b.Type), cmp.Compare(a.Place, b.Place),
		cmp.Compare(a.ID, b.ID), cmp.Compare(a.Title, b.Title), cmp.Compare(a.Artist, b.Artist), cmp.Compare(a.GTIN, b.GTIN),
		cmp.Compare(a.ISRC, b.ISRC), cmp.Compare(a.Tracks, b.Tracks), cmp.Compare(a.Length, b.Length),
		cmp.Compare(a.Date.String(), b.Date.String()),
	)
}
