package match

import (
	"encoding/binary"
	"errors"
	"hash/fnv"
	"math"

	"tutti/music"
)

// Print is what is remembered of a subject that was shown, so that it is not shown again. Texts are hashed: in four billion pairs of
// different ones, one is taken for the same.
type Print struct {
	Type     uint8
	Provider uint8
	ID       uint32
	Code     uint32 // GTIN, ISRC or an artist's MBID; 0: none
	Name     uint32 // title and main artist; 0: no title
	Figure   uint32 // tracks of a release, milliseconds of a track; 0: unknown
	Year     uint16
}

// printSize is the size of a print in bytes.
const printSize = 20

// types are the numbers of the types in prints.
func typeNumber(t music.EntityType) uint8 {
	switch t {
	case music.EntityRelease:
		return 1
	case music.EntityTrack:
		return 2
	case music.EntityArtist:
		return 3
	case music.EntityLabel:
	}
	return 0
}

// PrintOf returns the print of a subject.
func PrintOf(s Subject) Print {
	c := compare(&s)
	p := Print{
		Type: typeNumber(s.Type), Provider: uint8(min(max(s.Provider, 0), math.MaxUint8)), ID: hash(s.ID),
		Year: uint16(min(max(s.Date.Year, 0), math.MaxUint16)),
	}
	figure := int64(s.Tracks)
	switch s.Type {
	case music.EntityTrack:
		p.Code, figure = hash(c.isrc), int64(s.Length)
	case music.EntityArtist:
		p.Code = hash(string(s.MBID))
		return p
	case music.EntityRelease, music.EntityLabel:
		p.Code = hash(c.gtin)
	}
	p.Figure = uint32(min(max(figure, 0), math.MaxUint32))
	if c.title.base != "" && len(c.credit) > 0 {
		p.Name = hash(c.title.base + "\x00" + c.title.marks + "\x00" + c.credit[0])
	}
	return p
}

// hash is 0 for the empty text alone.
func hash(text string) uint32 {
	if text == "" {
		return 0
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(text)) // a hash takes all
	return max(1, h.Sum32())
}

// Same reports whether two prints are of the same, by the same evidence as in groups.
func (p Print) Same(o Print) bool {
	switch {
	case p.Type != o.Type:
		return false
	case p.ID == o.ID:
		return true
	case p.Code != 0 && o.Code != 0:
		return p.Code == o.Code && (p.Figure == 0 || o.Figure == 0 || p.figureFits(o, lengthMay))
	default:
		return p.Provider != o.Provider && p.Name != 0 && p.Name == o.Name && p.sameFigures(o)
	}
}

// sameFigures reports whether what is called the same may be: tracks of one length, releases of which nothing says otherwise.
func (p Print) sameFigures(o Print) bool {
	known := p.Figure > 0 && o.Figure > 0
	if p.Type == typeNumber(music.EntityTrack) {
		return known && p.figureFits(o, lengthFits)
	}
	return (!known || p.Figure == o.Figure) && (p.Year == 0 || o.Year == 0 || p.Year == o.Year)
}

// figureFits reports whether counts are equal, or lengths so far apart at most.
func (p Print) figureFits(o Print, most uint32) bool {
	if p.Type != typeNumber(music.EntityTrack) {
		most = 0
	}
	return max(p.Figure, o.Figure)-min(p.Figure, o.Figure) <= most
}

// Pack writes prints down in few bytes.
func Pack(prints []Print) []byte {
	out := make([]byte, 0, len(prints)*printSize)
	for _, p := range prints {
		out = append(out, p.Type, p.Provider)
		for _, n := range []uint32{p.ID, p.Code, p.Name, p.Figure} {
			out = binary.BigEndian.AppendUint32(out, n)
		}
		out = binary.BigEndian.AppendUint16(out, p.Year)
	}
	return out
}

var errPrints = errors.New("these are no prints")

// Unpack reads what Pack has written. An error says that it has not.
func Unpack(b []byte) ([]Print, error) {
	if len(b)%printSize != 0 {
		return nil, errPrints
	}
	out := make([]Print, 0, len(b)/printSize)
	for ; len(b) > 0; b = b[printSize:] {
		at := func(i int) uint32 { return binary.BigEndian.Uint32(b[i:]) }
		out = append(out, Print{b[0], b[1], at(2), at(6), at(10), at(14), binary.BigEndian.Uint16(b[18:])})
	}
	return out, nil
}
