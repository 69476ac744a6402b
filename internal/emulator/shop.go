package emulator

// Shop is how a release is sold on Bandcamp. What is empty is as usual.
type Shop struct {
	Account          string // who has the page, an artist or a label; empty: the first artist
	Sale             Sale
	Price            float64 // at least; 0: 7, and nothing where one names the price or it is free
	IsTrack          bool    // a page of a track that belongs to no album
	IsPreorder       bool    // songs have no length but in the player, and the last of them cannot be heard
	IsSubscriberOnly bool
	Licence          string // address; empty: all rights reserved
	About, Credits   string
	Packages         []Package
	Unstreamed       []int  // songs that cannot be heard, by index from 1
	Published        string // YYYY-MM-DD; empty: the date of release
}

// Sale is what is asked for a download.
type Sale int

// The ways in which something is sold.
const (
	Paid       Sale = iota
	NamedPrice      // whoever downloads names the price, which may be none
	Free
)

// Package is a thing that is sent by mail.
type Package struct {
	Title, Type string
	Edition     int
	GTIN, Label string
}
