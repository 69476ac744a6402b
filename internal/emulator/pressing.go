package emulator

// Pressing is what Discogs alone knows of a release. What is empty is told as nothing.
type Pressing struct {
	Country  string // as Discogs writes countries
	Formats  []Format
	Styles   []string
	Genre    string   // empty: Electronic
	Barcodes []string // as printed; empty: the barcode of the release, in groups
	Master   int      // number of the group of pressings; 0: none
	Notes    string
	Pictures int // besides the front
}

// Format is a thing in a sleeve, so many times.
type Format struct {
	Name         string
	Quantity     int // 0: 1. Of files, it counts songs
	Descriptions []string
	Text         string
}

// disc, and what follows it, are the words that the tables write pressings in.
func disc(name, country string, quantity int, descriptions ...string) *Pressing {
	return &Pressing{Country: country, Formats: []Format{{Name: name, Quantity: quantity, Descriptions: descriptions}}}
}

func (p *Pressing) of(master int) *Pressing            { p.Master = master; return p }
func (p *Pressing) coded(barcodes ...string) *Pressing { p.Barcodes = barcodes; return p }
func (p *Pressing) styled(genre string, styles ...string) *Pressing {
	p.Genre, p.Styles = genre, styles
	return p
}

// pressed is what Discogs knows of a release: a file, if nobody says otherwise.
func (e *edition) pressed() Pressing {
	if e.pressing != nil {
		return *e.pressing
	}
	description := map[Kind]string{Album: "Album", EP: "EP", Single: "Single", Compilation: "Compilation"}[e.kind]
	return Pressing{Country: "Worldwide", Formats: []Format{{
		Name: "File", Quantity: len(e.tracks), Descriptions: []string{"FLAC", description},
	}}}
}
