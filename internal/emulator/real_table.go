package emulator

// realReleases are the two releases whose facts are real: what the services named were seen to say of them. The other services do not
// have them, since nobody saw what they say.
var realReleases = []Release{
	{
		Number: realSingle, Shows: "a real single by two artists, as three services tell it: two know the barcode with two zeros in front",
		GTIN: "602475093060", Title: "Die With A Smile", Artists: []Credit{{Name: "Lady Gaga"}, {Name: "Bruno Mars"}},
		Date: "2024-08-16", Label: "Interscope", Kind: Single,
		Songs: []Song{{Title: "Die With A Smile", MS: 251667, ISRC: "USUM72409273"}},
		On: map[Service]Says{
			Deezer: {
				ID: "629506181", Image: "4bd5903f4ce8f2601916bfadb44efe8a",
				Song: map[int]Song{1: {ID: "2947516331", MS: 250000}},
			},
			Spotify: {
				ID: "10FLjwfpbxLmW8c25Xyc2N", GTIN: "00602475093060", Image: "82ea2e9e1858aa012c57cd45", Markets: "* -BY -PR",
				Copyrights: []string{"© 2024 Interscope Records", "℗ 2024 Interscope Records"},
				Song:       map[int]Song{1: {ID: "2plbrEY59IikOBgBGLjaoe"}},
			},
		},
	},
	{
		Number: realNumber, Shows: "a real cassette of 1997: sides A and B, and lengths that differ from those of the recordings",
		GTIN: "724385522949", Title: "OK Computer", Artists: []Credit{{Name: "Radiohead"}}, Date: "1997-06-16", Label: "Parlophone", Kind: Album,
		Songs: okComputer,
		On: map[Service]Says{MusicBrainz: {
			ID: "fba5f8fe-c6c8-4511-8562-c9febf482674",
			Print: Print{
				Packaging: "Cassette Case", Catalogue: "TCNODATA 02", ASIN: "B000002UJR", Formats: []string{"Cassette"},
				Events: []Event{{Date: "1997-06-16", Area: "GB"}},
				Group:  Group{ID: "b1392450-e666-3926-a536-22c65f834433", FirstDate: "1997-05-21"},
				Links: []Link{
					{Type: "amazon asin", URL: "https://www.amazon.co.uk/gp/product/B000002UJR"},
					{Type: "discogs", URL: "https://www.discogs.com/release/4013586"},
				},
			},
		}},
	},
}

var okComputer = []Song{
	{Title: "Airbag", Number: "A1", MS: 284400, ID: "a31f27a1-dfd8-38cc-958a-07f3af52fc25", Recording: "4a7fea2e-545b-4c63-bc9a-9943cc3a29d7", ISRC: none},
	{Title: "Paranoid Android", Number: "A2", MS: 383493, ID: "26ca3f84-46d8-3627-b894-b1eb8599a110", Recording: "9f9cf187-d6f9-437f-9d98-d59cdbd52757", RecordingMS: 383813, ISRC: none},
	{Title: "Subterranean Homesick Alien", Number: "A3", MS: 267706, ID: "66ee1e73-a67c-3988-9ab5-e74721be5258", Recording: "bd82738d-163c-4b1a-bfaf-7acffe30e68a", ISRC: none},
	{Title: "Exit Music (for a Film)", Number: "A4", MS: 264800, ID: "db7b6f2d-18b8-39b2-826d-eb9e82f35f3a", Recording: "23c3c36b-9449-4484-9040-6ef2125999aa", ISRC: none},
	{Title: "Let Down", Number: "A5", MS: 299266, ID: "5fe3d1b0-2f09-327e-b7e7-9fcff3158a8a", Recording: "47b02a82-c3bf-4647-b894-dd1c8f608e7f", ISRC: none},
	{Title: "Karma Police", Number: "A6", MS: 261626, ID: "944a6d7d-a244-3295-ad6c-1440a52998e8", Recording: "9e2ad5bc-c6f9-40d2-a36f-3122ee2072a3", RecordingMS: 262026, ISRC: none},
	{Title: "Fitter Happier", Number: "B1", MS: 117333, ID: "7feb7034-4809-39c0-8576-2ea7a83d118e", Recording: "5838f978-0822-4e28-874f-e1511324ec3a", ISRC: none},
	{Title: "Electioneering", Number: "B2", MS: 230640, ID: "0481f01e-b351-3c42-b851-748fa741ca74", Recording: "ba0a796c-bd1f-4d4b-85a8-918f217a204a", ISRC: none},
	{Title: "Climbing Up the Walls", Number: "B3", MS: 285200, ID: "52ac1a5e-a231-37b4-a82d-7dbc0c74bd72", Recording: "c7225576-001e-423c-adc1-58f0985dcb27", ISRC: none},
	{Title: "No Surprises", Number: "B4", MS: 228533, ID: "94cede1d-3eb0-3978-8235-3747bb616cc0", Recording: "980a426e-623e-4ea5-98c7-008d037a0508", ISRC: none},
	{Title: "Lucky", Number: "B5", MS: 259626, ID: "34a59962-7e37-3fd9-8a74-f80528ffa1a0", Recording: "79047824-f821-4b1a-9893-e0cea1c947dd", FirstDate: "1995-09-09", ISRC: none},
	{Title: "The Tourist", Number: "B6", MS: 324533, ID: "9f537c38-29dc-3114-9ce3-8c99d37e743f", Recording: "610c0012-6eb4-42a0-b759-3a2532ce0f15", ISRC: none},
}

// realIDs are ids of terms that MusicBrainz gave for the real release; all others are made up.
var realIDs = map[string]string{
	"Official":       "4e304316-386d-3409-af2e-78857eec5cfe",
	"Album":          "f529b476-6e62-324f-b0aa-1f3e33d313fc",
	"Cassette":       "f5e6e254-8f39-331c-936b-9c69d686dc47",
	"Cassette Case":  "c70b737a-0114-39a9-88f7-82843e54f906",
	"United Kingdom": "8a754a16-0027-3a29-b6d7-2b40ea0481ed",
	"Parlophone":     "df7d1c7f-ef95-425f-8eef-445b3d7bcbd9",
	"amazon asin":    "4f2e710d-166c-480c-a293-2e2c8d658d87",
	"discogs":        "4a78823c-1c53-4176-a5f3-58026c76f2bc",
}
