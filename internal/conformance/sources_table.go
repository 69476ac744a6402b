package conformance

import "tutti/music"

// sources are the properties whose source the reference names, under its own names.
var sources = []struct {
	key      string
	property music.Property
}{
	{"title", music.PropTitle},
	{"artists", music.PropArtists},
	{"releaseGroup", music.PropMBIDs},
	{"gtin", music.PropGTIN},
	{"media", music.PropMediumDivision},
	{"language", music.PropLanguage},
	{"script", music.PropScript},
	{"status", music.PropStatus},
	{"releaseDate", music.PropDate},
	{"labels", music.PropLabels},
	{"packaging", music.PropPackaging},
	{"images", music.PropImages},
	{"copyright", music.PropCopyright},
	{"credits", music.PropCredits},
	{"isrc", music.PropISRCs},
	{"length", music.PropLengths},
}
