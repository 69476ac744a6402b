package discogs

import "regexp"

// Names of formats that are no format of a single medium.
const (
	formatAll  = "All Media" // says something of all other formats
	formatBox  = "Box Set"
	formatFile = "File"
)

// formatNames are the medium formats, and what descriptions make of them. Other formats have none.
var formatNames = map[string]map[string]string{
	"Acetate": {
		"LP": `12" Acetate`, `3"`: `3" Acetate`, `7"`: `7" Acetate`, `10"`: `10" Acetate`, `12"`: `12" Acetate`,
	},
	"Blu-ray":    nil,
	"Cassette":   nil,
	"CD":         {"Mini": "8cm CD"},
	"DVD":        {"DVD-Video": "DVD-Video", "DVD-Audio": "DVD-Audio"},
	"Flexi-disc": nil,
	"Shellac": {
		"LP": `12" Shellac`, `3"`: `3" Shellac`, `7"`: `7" Shellac`, `10"`: `10" Shellac`, `12"`: `12" Shellac`,
	},
	"Vinyl": {
		"LP": `12" Vinyl`, `3"`: `3" Vinyl`, `7"`: `7" Vinyl`, `10"`: `10" Vinyl`, `12"`: `12" Vinyl`,
	},
}

// describedTypes are the release types that descriptions of formats stand for. A sampler and a tour recording are none.
var describedTypes = map[string]string{
	"Album":           "Album",
	"Compilation":     "Compilation",
	"EP":              "EP",
	"Maxi-Single":     "Single",
	"Mini-Album":      "EP",
	"Mixed":           "DJ-mix",
	"Mixtape":         "Mixtape/Street",
	"Partially Mixed": "DJ-mix",
	"Single":          "Single",
}

// styleTypes are the release types that styles stand for.
var styleTypes = map[string]string{
	"Audiobook":        "Audiobook",
	"Cabaret":          "Spokenword",
	"Comedy":           "Spokenword",
	"Dialogue":         "Spokenword",
	"Field Recording":  "Field recording",
	"Interview":        "Interview",
	"Monolog":          "Spokenword",
	"Musical":          "Soundtrack",
	"Public Broadcast": "Broadcast",
	"Radioplay":        "Audio drama",
	"Score":            "Soundtrack",
	"Soundtrack":       "Soundtrack",
	"Speech":           "Spokenword",
	"Spoken Word":      "Spokenword",
	"Theme":            "Soundtrack",
	"Video Game Music": "Soundtrack",
}

// Forms of positions. The first group is what all positions of a medium, a side or a track have in common.
var (
	allDigits = regexp.MustCompile(`^\d+$`)                      // 7
	onDisc    = regexp.MustCompile(`^((?:CD|DVD|BR)?\d+-)\d`)    // 2-7, CD2-7
	onSide    = regexp.MustCompile(`^([A-Z]+)(?:\d|$)`)          // A7, B
	ofPart    = regexp.MustCompile(`^(.*\d)(?:\.?[a-z]|\.\d+)$`) // 1a, 1.a, 1.1
)

var (
	namesake         = regexp.MustCompile(` \(\d+\)$`)   // Crow (2)
	betweenCountries = regexp.MustCompile(`, & | & |, `) // of several that are named one by one
)
