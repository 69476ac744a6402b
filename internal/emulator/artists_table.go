package emulator

// artist is somebody who is credited. MusicBrainz knows the most of them.
type artist struct {
	Number         int
	Sort           string // empty: the name
	Kana           string // in kana, on mora
	Type           string // Group or Person; empty: unknown
	Country        string
	Disambiguation string
	Local          map[Service]string // other names that a service uses
	IDs            map[Service]string // of real artists
}

// various is the artist of a compilation.
const various = "Various Artists"

// artists are all whom the catalogue credits, by name. Those of generated releases are not among them.
var artists = map[string]artist{
	"Lady Gaga":  {IDs: map[Service]string{Tidal: "3534754", Deezer: "75491", Spotify: "1HY2Jd0NmPuamShAr6KMms"}},
	"Bruno Mars": {IDs: map[Service]string{Tidal: "3658521", Deezer: "429675", Spotify: "0du5cEVh5yTK9QJze8zA0C"}},
	"Radiohead":  {IDs: map[Service]string{MusicBrainz: "a74b1b7f-71a5-4011-9441-d0b5e4122711", Discogs: "3840"}},

	various:                     {Number: 1, Type: "Other", Disambiguation: "add compilations to this artist", Local: map[Service]string{Deezer: "Verschiedene Interpreten", Discogs: "Various"}},
	"The Emulated Few":          {Number: 2, Sort: "Emulated Few, The", Kana: "ジエミュレーテッドフュー", Type: "Group", Country: "DE", Local: map[Service]string{Discogs: "The Emulated Few (2)"}},
	"Ada Stub":                  {Number: 3, Sort: "Stub, Ada", Type: "Person", Country: "GB"},
	"Mock & Spy":                {Number: 4, Type: "Group", Country: "GB"},
	"Null Island Orchestra":     {Number: 5, Type: "Group"},
	"DJ Loopback":               {Number: 6, Type: "Person", Country: "NL"},
	"Fixture Sisters":           {Number: 7, Type: "Group", Country: "US"},
	"Señor Placeholder":         {Number: 8, Sort: "Placeholder, Señor", Type: "Person", Country: "ES"},
	"Tafel & Söhne":             {Number: 9, Type: "Group", Country: "AT"},
	"MC Checksum":               {Number: 10, Type: "Person", Country: "US"},
	"Lorem Ipsum Quartet":       {Number: 11, Type: "Group", Country: "IT"},
	"架空楽団":                      {Number: 12, Sort: "Kakū Gakudan", Kana: "カクウガクダン", Type: "Group", Country: "JP", Local: map[Service]string{Deezer: "Kaku Gakudan", Spotify: "Kaku Gakudan", Tidal: "Kaku Gakudan"}},
	"Johann Sebastian Beispiel": {Number: 13, Sort: "Beispiel, Johann Sebastian", Type: "Person", Country: "DE", Disambiguation: "composer who never was"},
	"The Dry Runs":              {Number: 14, Sort: "Dry Runs, The", Type: "Group", Country: "CA"},
	"Edna Case":                 {Number: 15, Sort: "Case, Edna", Type: "Person", Country: "IE"},
	"Bad Gateways":              {Number: 16, Type: "Group", Country: "US"},
	"Off by One":                {Number: 17, Type: "Group", Country: "FR"},
}
