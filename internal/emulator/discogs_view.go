package emulator

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// dcView is a release as Discogs shows it to somebody.
type dcView struct {
	*edition

	isKnown knowing
}

func discogsMasterID(number int) int {
	if number == realNumber {
		return 21491
	}
	return 972_000_000 + number
}

func discogsLabelID(name string) int {
	if name == "Parlophone" {
		return 2294
	}
	return 973_000_000 + hash(name)%1_000_000
}

func (v dcView) release() dcRelease {
	p := v.pressed()
	price := 9.99
	out := dcRelease{
		ID: whole(v.id), Status: "Accepted", Year: whole(year(v.date)), Resource: discogsAPI + "releases/" + v.id,
		URI: v.url() + "-" + slug(v.names()+" "+v.title), Artists: v.credit(v.artists), ArtistsSort: v.names(), Labels: v.discogsLabels(),
		Series: []dcLabel{}, Companies: []dcLabel{}, Quality: "Needs Vote", Community: community(), Added: "2024-01-01T00:00:00-08:00",
		Changed: "2024-01-02T00:00:00-08:00", ForSale: 1, LowestPrice: &price, Title: v.title, Country: p.Country,
		Released: discogsDate(v.date), ReleasedFormatted: formatted(v.date), Notes: p.Notes, Identifiers: v.barcodes(), Videos: []dcVideo{},
		Genres: []string{first(p.Genre, "Electronic")}, Styles: append([]string{}, p.Styles...), Tracklist: v.tracklist(),
		ExtraArtists: []dcCredit{}, Images: v.pictures(), Weight: 85,
	}
	for _, f := range p.Formats {
		out.FormatQuantity += first(f.Quantity, 1)
		out.Formats = append(out.Formats, dcFormat{f.Name, strconv.Itoa(first(f.Quantity, 1)), f.Text, f.Descriptions})
	}
	if p.Master > 0 {
		out.MasterID = discogsMasterID(p.Master)
		out.MasterURL = discogsAPI + "masters/" + strconv.Itoa(out.MasterID)
	}
	if len(out.Images) > 0 {
		out.Thumb = out.Images[0].Small
	}
	return out
}

func community() dcCommunity {
	emu := dcPerson{"emulator", discogsAPI + "users/emulator"}
	return dcCommunity{
		Have: 1, Want: 1, Rating: dcRating{1, 4.5}, Submitter: emu, Contributors: []dcPerson{emu}, Quality: "Needs Vote", Status: "Accepted",
	}
}

// credit names artists as the service knows them, with what is printed where that is something else.
func (v dcView) credit(credits []Credit) []dcCredit {
	out := make([]dcCredit, len(credits))
	for i, c := range credits {
		id := artistID(Discogs, c.Name)
		phrase := strings.TrimSpace(join(credits, i))
		if phrase == "feat." {
			phrase = "Feat."
		}
		out[i] = dcCredit{Name: localName(Discogs, c.Name), As: c.As, Join: phrase, ID: whole(id), Resource: discogsAPI + "artists/" + id}
	}
	return out
}

// discogsLabels are the imprints, or the label, once for each catalogue number.
func (v dcView) discogsLabels() []dcLabel {
	out := []dcLabel{}
	for _, name := range firstList(v.print.Imprints, nonEmpty(v.label)) {
		id := discogsLabelID(name)
		for number := range strings.SplitSeq(first(v.print.Catalogue, "none"), ", ") {
			out = append(out, dcLabel{name, number, "1", "Label", id, discogsAPI + "labels/" + strconv.Itoa(id)})
		}
	}
	return out
}

// barcodes are told as they are printed.
func (v dcView) barcodes() []dcIdentifier {
	out := []dcIdentifier{}
	for i, code := range v.printedCodes() {
		out = append(out, dcIdentifier{"Barcode", code, []string{"Text", "Scanned"}[min(i, 1)]})
	}
	if v.number == realNumber {
		out[0].Description = ""
	}
	return out
}

// printedCodes are the barcodes as they stand on the sleeve: in groups, if nobody says otherwise.
func (v dcView) printedCodes() []string {
	if codes := v.pressed().Barcodes; len(codes) > 0 {
		return codes
	}
	if len(v.gtin) != 13 {
		return nonEmpty(v.gtin)
	}
	return []string{v.gtin[:1] + " " + v.gtin[1:7] + " " + v.gtin[7:], v.gtin}
}

// tracklist has headings where discs have titles, and gathers the parts of a work.
func (v dcView) tracklist() []dcTrack {
	out := []dcTrack{}
	discs := v.discs()
	for i, tracks := range discs {
		if i < len(v.print.Titles) && v.print.Titles[i] != "" {
			out = append(out, dcTrack{Type: "heading", Title: v.print.Titles[i]})
		}
		work := ""
		for _, t := range tracks {
			entry := v.entry(t, len(discs))
			if t.Work != "" && t.Work == work {
				whole := &out[len(out)-1]
				whole.Parts = append(whole.Parts, entry)
				continue
			}
			if work = t.Work; work != "" {
				entry = dcTrack{Type: "index", Title: work, Parts: []dcTrack{entry}}
			}
			out = append(out, entry)
		}
	}
	return out
}

func (v dcView) entry(t track, discs int) dcTrack {
	position := t.number()
	if discs > 1 && t.Number == "" {
		position = fmt.Sprintf("%d-%s", t.Disc, position)
	}
	out := dcTrack{Position: position, Type: "track", Title: t.Title, Duration: colons(t.MS)}
	if t.Work != "" {
		_, out.Title, _ = strings.Cut(t.Title, ": ")
	}
	if !sameCredits(t.Artists, v.artists) {
		out.Artists = v.credit(t.Artists)
	}
	return out
}

// pictures are told without their addresses to those who do not say who they are.
func (v dcView) pictures() []dcImage {
	if v.lacks&LacksImages != 0 {
		return nil
	}
	out := make([]dcImage, 1+v.pressed().Pictures)
	for i := range out {
		out[i] = dcImage{Type: []string{"primary", "secondary"}[min(i, 1)], Width: 600, Height: 600}
		if v.isKnown {
			out[i].URI = fmt.Sprintf("https://i.discogs.com/%s/rs:fit/g:sm/q:90/h:600/w:600/R-%s-%d.jpeg", v.image, v.id, i+1)
			out[i].Small = fmt.Sprintf("https://i.discogs.com/%s/rs:fit/g:sm/q:40/h:150/w:150/R-%s-%d.jpeg", v.image, v.id, i+1)
			out[i].Resource = out[i].URI
		}
	}
	return out
}

func (v dcView) master(list []*edition) dcMaster {
	r, last := v.release(), list[len(list)-1]
	id := strconv.Itoa(r.MasterID)
	return dcMaster{
		ID: r.MasterID, Main: r.ID, MostRecent: whole(last.id), Resource: r.MasterURL, URI: discogsSite + "master/" + id + "-" + slug(r.ArtistsSort+" "+r.Title),
		VersionsURL: r.MasterURL + "/versions", MainURL: r.Resource, MostRecentURL: discogsAPI + "releases/" + last.id, ForSale: len(list),
		LowestPrice: r.LowestPrice, Images: r.Images, Genres: r.Genres, Styles: r.Styles, Year: r.Year, Tracklist: r.Tracklist,
		Artists: r.Artists, Title: r.Title, Quality: r.Quality, Videos: r.Videos,
	}
}

func (v dcView) version() dcVersion {
	r := v.release()
	out := dcVersion{
		ID: r.ID, Country: r.Country, Title: r.Title, Released: strings.TrimSuffix(strings.TrimSuffix(r.Released, "-00"), "-00"), Status: r.Status,
		Resource: r.Resource, MajorFormats: []string{}, Thumb: r.Thumb,
	}
	if len(r.Labels) > 0 {
		out.Label, out.Number = r.Labels[0].Name, r.Labels[0].Number
	}
	for _, f := range r.Formats {
		out.MajorFormats = append(out.MajorFormats, f.Name)
	}
	out.Format = strings.Join(formatWords(r.Formats)[1:], ", ")
	return out
}

// work is a line of a discography.
func (v dcView) work(role string) dcWork {
	r := v.release()
	out := dcWork{
		ID: r.ID, Status: r.Status, Type: "release", Format: strings.Join(formatWords(r.Formats), ", "), Title: r.Title, Resource: r.Resource,
		Role: role, Artist: r.ArtistsSort, Year: r.Year, Thumb: r.Thumb,
	}
	if len(r.Labels) > 0 {
		out.Label = r.Labels[0].Name
	}
	if r.MasterID > 0 {
		out.ID, out.Main, out.Type, out.Resource = r.MasterID, r.ID, "master", r.MasterURL
		out.Status, out.Format, out.Label = "", "", ""
	}
	return out
}

// formatWords are the names and descriptions of formats in one list.
func formatWords(formats []dcFormat) []string {
	out := []string{}
	for _, f := range formats {
		out = append(append(out, f.Name), f.Descriptions...)
	}
	return out
}

func (p *person) discogs(k knowing) dcArtist {
	out := dcArtist{
		Name: localName(Discogs, p.name), ID: whole(p.id), Resource: discogsAPI + "artists/" + p.id,
		URI: artistURL(Discogs, p.name) + "-" + slug(p.name), Releases: discogsAPI + "artists/" + p.id + "/releases",
		Profile: "Somebody who was invented.", Quality: "Needs Vote",
	}
	if sorted := artists[p.name].Sort; sorted != "" {
		out.Variations = []string{sorted}
	}
	picture := dcImage{Type: "primary", Width: 600, Height: 400}
	if k {
		picture.URI = "https://i.discogs.com/" + coverHash(whole(p.id)) + "/rs:fit/g:sm/q:90/h:400/w:600/A-" + p.id + ".jpeg"
		picture.Small, picture.Resource = strings.Replace(picture.URI, "h:400/w:600", "h:150/w:150", 1), picture.URI
	}
	out.Images = []dcImage{picture}
	return out
}

// discogsDate has zeros for a day that is not known.
func discogsDate(date string) string {
	if len(date) == len("2006-01") {
		return date + "-00"
	}
	return date
}

// formatted is a date for people.
func formatted(date string) string {
	for layout, shown := range map[string]string{time.DateOnly: "02 Jan 2006", "2006-01": "Jan 2006"} {
		if t, err := time.Parse(layout, date); err == nil {
			return t.Format(shown)
		}
	}
	return date
}

// colons is a length in minutes and seconds, and hours if it has any; empty for none.
func colons(ms int) string {
	seconds := ms / 1000
	switch {
	case ms == 0:
		return ""
	case seconds >= 3600:
		return fmt.Sprintf("%d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
	default:
		return fmt.Sprintf("%d:%02d", seconds/60, seconds%60)
	}
}
