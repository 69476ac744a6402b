package emulator

import (
	"fmt"
	"strings"
)

// What numbers say: of a medium, its format, and the type of a file.
const (
	moraSound, moraFilm = 10, 11
	moraAAC, moraAVC    = 6, 7
)

// moraPackage is a release. Its part number is the barcode, except where it has an old one; then the number of the CD may be.
func (e *edition) moraPackage() moPackage {
	material := moraMaterials + e.number
	code, id, _ := strings.Cut(e.id, "/")
	date := strings.ReplaceAll(e.date, "-", "/") + " 00:00:00"
	out := moPackage{
		Artist: e.names(), ArtistKana: artists[e.artists[0].Name].Kana, ArtistNo: whole(artistID(Mora, e.artists[0].Name)), Channels: "2",
		DispLabel: e.label, Shown: date, ShownText: strings.ReplaceAll(e.date, "-", "."), DistPartNo: id, Explicit: "0", FullSize: moraImage(material, 200),
		LabelCode: code, LabelID: moraLabelID, Company: e.label, Label: e.label, ListImage: moraImage(material, 80),
		Master: first(strings.Join(e.copyrights, " "), "(P)"+year(e.date)+" "+e.label), Material: material, Media: "1", Format: moraSound, MediaType: moraAAC,
		ID: id, URL: e.moraFolder() + "packageMeta.json", PackageImage: moraImage(material, 100), Related: []string{}, Sampling: 44_100, Start: date,
		Title: e.title, TitleKana: e.kana,
	}
	if e.gtin != "" && e.print.Catalogue != "" {
		out.CDPartNo = &e.gtin
	} else {
		out.DistPartNo = first(e.gtin, id)
	}
	for _, t := range e.tracks {
		out.Tracks = append(out.Tracks, e.moraTrack(t, out))
	}
	if f := out.Tracks[0]; f.Format == moraFilm && len(out.Tracks) == 1 {
		out.Format, out.MediaType, out.Media = f.Format, f.MediaType, f.Media
	}
	return out
}

func (e *edition) moraTrack(t track, p moPackage) moTrack {
	material := whole(t.id)
	out := moTrack{
		Artist: namesOf(Mora, t.Artists), ArtistKana: artists[t.Artists[0].Name].Kana, ArtistNo: whole(artistID(Mora, t.Artists[0].Name)),
		Composer: namesOf(Mora, t.Artists), DistPartNo: fmt.Sprintf("%s-S%02d%03d", p.DistPartNo, t.Disc, t.position), Duration: t.MS / 1000,
		DurationStr: colons(t.MS), FullSize: moraImage(material, 200), Lyrics: namesOf(Mora, t.Artists), Master: p.Master, Material: material,
		Media: "1", Format: moraSound, MediaType: moraAAC, MusicID: "PX" + t.id, Price: 261, Start: p.Start, Title: t.Title, TitleKana: t.Kana,
		No: t.index,
	}
	if t.Format == "video" {
		out.Format, out.MediaType, out.Media = moraFilm, moraAVC, "2"
	}
	return out
}

// moraFolder is where the files of a release lie.
func (e *edition) moraFolder() string {
	number := fmt.Sprintf("%010d", moraMaterials+e.number)
	return "https://" + moraFilesHost + "/contents/package/" + moraMountPoint + "/" + moraLabelID + "/" + number[:4] + "/" + number[4:7] + "/" + number[7:] + "/"
}

func moraImage(material, size int) string { return fmt.Sprintf("%010d.%d.jpg", material, size) }
