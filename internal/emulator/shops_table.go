package emulator

// shopped are invented releases that the other tables have no example of: what is sold in shops, printed on records, or told in part.
var shopped = []Release{
	{
		Number: 29, Shows: "an EP of mixes: Beatport names mixes and remixers apart from titles, Discogs has it as a record with two sides",
		GTIN: "4099998000297", Title: "Feedback Loop", Artists: by("DJ Loopback"), Date: "2023-05-12", Label: "127", Kind: EP,
		Songs: []Song{
			song("Feedback Loop", 384000), song("Feedback Loop (Mock & Spy Remix)", 402500), song("Feedback Loop (Dub)", 371250),
			song("Return Path", 356000).by(by("DJ Loopback", "MC Checksum")),
		},
		On: map[Service]Says{
			Deezer: {}, Spotify: {Kind: Single, Song: map[int]Song{2: {Title: "Feedback Loop - Mock & Spy Remix"}, 3: {Title: "Feedback Loop - Dub"}}},
			ITunes: {}, Tidal: {Label: "127 Music", Song: mixes}, Beatport: {Date: "2023-05-05", Song: mixes, Print: Print{Catalogue: "127029"}},
			Bandcamp: {Shop: &Shop{Account: "127 Records", Price: 4}},
			Discogs: {
				Title: "Feedback Loop EP", Print: Print{Catalogue: "127.029"},
				Song:     map[int]Song{1: {Number: "A1"}, 2: {Number: "A2"}, 3: {Number: "B1"}, 4: {Number: "B2"}},
				Pressing: disc("Vinyl", "Netherlands", 1, `12"`, "33 ⅓ RPM", "EP").styled("Electronic", "Deep House", "Dub Techno"),
			},
			MusicBrainz: {
				Song: map[int]Song{2: {Title: "Feedback Loop (Mock & Spy remix)"}, 3: {Title: "Feedback Loop (dub)"}}, Print: Print{Catalogue: "127029"},
			},
		},
	},
	{
		Number: 30, Shows: "not out yet: Bandcamp takes orders, and tells lengths and pictures of songs in its player alone",
		GTIN: "4099998000303", Title: "Not Yet", Artists: by("Ada Stub"), Date: "2031-05-02", Label: "Loopback Records", Kind: Album,
		Songs: []Song{song("Soon", 201250), song("Sooner", 187400), song("Any Day Now", 244120), song("Patience", 312000)},
		On: map[Service]Says{
			Bandcamp: {Shop: &Shop{
				IsPreorder: true, Price: 9, Published: "2026-01-15", Packages: []Package{{Title: "Not Yet (CD)", Type: "Compact Disc (CD)", GTIN: "4099998000303"}},
			}},
			MusicBrainz: {Print: Print{Status: "Official"}},
		},
	},
	{
		Number: 31, Shows: "a film of a song: sold as one by mora, shown by Tidal as a video that belongs to no album",
		GTIN: "4099998000310", Title: "幻 (Music Video)", Artists: by("架空楽団"), Date: "2021-07-21", Label: "架空レコード", Kind: Single,
		Songs: []Song{song("幻 (Music Video)", 303000).filmed()},
		On: map[Service]Says{
			Mora:  {Kana: "マボロシ", Song: map[int]Song{1: {Kana: "マボロシ"}}},
			Tidal: {IsVideo: true, Title: "Maboroshi (Music Video)", Label: "Kakuu Records", Song: map[int]Song{1: {Title: "Maboroshi (Music Video)"}}},
		},
	},
	{
		Number: 32, Shows: "a set of three discs in Japanese, with a guest on one of them, sold by mora and OTOTOY",
		GTIN: "4099998000327", Title: "架空全集", Artists: by("架空楽団"), Date: "2022-12-14", Label: "架空レコード", Kind: Compilation,
		Songs: []Song{
			song("朝", 215000), song("昼", 198000), song("夕方", 244000), song("春", 187000).on(2), song("夏 (feat. Ada Stub)", 256000).by(feat("架空楽団", "Ada Stub")),
			song("秋", 203000), song("終わり", 305000).on(3), song("始まり", 61000),
		},
		On: map[Service]Says{
			Mora:   {Kana: "カクウゼンシュウ", Print: Print{Catalogue: "KKR-32"}},
			Ototoy: {Date: "2022-12-21", Print: Print{Catalogue: "KKR-32", Group: Group{FirstDate: "2022-12-14"}}},
			MusicBrainz: {Print: Print{
				Language: "jpn", Script: "Jpan", Formats: []string{"CD", "CD", "CD"}, Titles: []string{"一日", "一年", "一生"}, Packaging: "Box", Catalogue: "KKR-32",
				Events: []Event{{Date: "2022-12-14", Area: "JP"}},
			}},
		},
	},
	{
		Number: 33, Shows: "several hits: the third pressing of the barcode of numbers 19 and 20, for promotion, on Discogs alone",
		GTIN: "4099998000198", Title: "Two Of A Kind", Artists: by("Edna Case"), Date: "2005", Label: "Corner", Kind: Album, Songs: twoOfAKind,
		On: map[Service]Says{Discogs: {
			Pressing: disc("CD", "UK", 1, "Album", "Promo").of(19).styled("Folk, World, & Country", "Folk"), Print: Print{Catalogue: "CNRDJ 19"},
			Lacks: LacksImages,
		}},
	},
	{
		Number: 34, Shows: "a record that only the two catalogues know: four sides on two discs, without a barcode on Discogs",
		GTIN: "4099998000341", Title: "Prime Meridian Live", Artists: by("Null Island Orchestra"), Date: "1979-11", Label: "Meridian", Kind: Album,
		Songs: []Song{
			song("Tuning", 93000).numbered("A1"), song("Equator", 512000).numbered("A2"), song("Buoy", 731000).numbered("B"),
			song("Zero, Zero", 664000).on(2).numbered("C1"), song("Applause", 41000).numbered("C2"), song("Prime Meridian", 1_204_000).numbered("D"),
		},
		On: map[Service]Says{
			MusicBrainz: {Lacks: LacksISRCs, Print: Print{
				Formats: []string{`12" Vinyl`, `12" Vinyl`}, Packaging: "Gatefold Cover", Catalogue: "MER 2 34", Events: []Event{{Date: "1979-11", Area: "GB"}},
			}},
			Discogs: {
				GTIN: none, Title: "Prime Meridian - Live", Song: map[int]Song{5: {MS: -1}}, Print: Print{Catalogue: "MER 2 34"},
				Pressing: &Pressing{
					Country: "UK", Genre: "Rock", Styles: []string{"Prog Rock"}, Notes: "Recorded where two lines meet.", Pictures: 3, Master: 34,
					Formats: []Format{{Name: "Vinyl", Quantity: 2, Descriptions: []string{"LP", "Album"}, Text: "Gatefold"}},
				},
			},
		},
	},
	{
		Number: 35, Shows: "a label's page on Bandcamp: free, under an open licence, by many, with a song that comes with the download alone",
		GTIN: "4099998000358", Title: "Free Placeholders", Artists: by(various), Date: "2018-04-01", Label: "Stub Tapes", Kind: Compilation,
		Songs: []Song{
			song("Lorem", 181000).by(by("Lorem Ipsum Quartet")), song("Ipsum", 203000).by(by("Fixture Sisters")), song("Dolor", 195000).by(by("Off by One")),
			{Title: "Sit Amet", MS: 61000, Artists: by("The Dry Runs"), IsUntold: true},
		},
		On: map[Service]Says{
			Bandcamp: {GTIN: none, Shop: &Shop{Account: "Stub Tapes", Sale: Free, Licence: "https://creativecommons.org/licenses/by-sa/3.0/"}},
			Discogs: {
				GTIN: none, Pressing: disc("Cassette", "Italy", 1, "Compilation", "Limited Edition").styled("Electronic", "Experimental"),
				Print: Print{Catalogue: "STUB 35"},
			},
		},
	},
	{
		Number: 36, Shows: "told in part: iTunes sells three of six songs one by one, Tidal counts one that it does not tell and names no artists",
		GTIN: "4099998000365", Title: "Partial Content", Artists: by("Bad Gateways"), Date: "2014-06-06", Label: "Five Oh Two", Kind: Album,
		Songs: []Song{
			song("Range", 188000), song("Bytes", 202000), song("Missing", 215000), song("Multipart", 243000), song("Boundary", 199000), song("Rest", 287000),
		},
		On: map[Service]Says{
			Deezer: {}, Spotify: {}, MusicBrainz: {},
			ITunes: {Price: -1, Song: map[int]Song{2: {IsUntold: true}, 3: {IsUntold: true}, 6: {IsUntold: true}}},
			Tidal:  {Label: "Five Oh Two", Lacks: LacksArtists, Song: map[int]Song{3: {IsUntold: true}}},
		},
	},
	{
		Number: 37, Shows: "to be heard and not to be bought: iTunes tells the album without its songs",
		GTIN: "4099998000372", Title: "Stream Only", Artists: by("Edna Case"), Date: "2020-02-20", Label: "Corner", Kind: Single,
		Songs: []Song{song("Stream Only", 199000)},
		On:    map[Service]Says{Spotify: {}, Deezer: {}, Tidal: {Label: "Corner"}, ITunes: {Price: -1, Lacks: LacksTracks}},
	},
	{
		Number: 38, Shows: "a box: Discogs and MusicBrainz disagree about how many discs are in it",
		GTIN: "4099998000389", Title: "Everything, Twice", Artists: by("The Dry Runs"), Date: "2017-11-24", Label: "Rehearsal", Kind: Compilation,
		Songs: []Song{
			song("Here", 200000), song("There", 211000), song("Anywhere", 187000), song("Here (Again)", 201000).on(2), song("There (Again)", 212000),
			song("Rehearsing Everything", 2_400_000).on(3).filmed(),
		},
		On: map[Service]Says{
			Discogs: {
				Print: Print{Catalogue: "RHS BOX 1", Titles: []string{"Once", "Twice", "DVD"}},
				Pressing: &Pressing{Country: "Canada", Genre: "Rock", Formats: []Format{
					{Name: "Box Set", Descriptions: []string{"Compilation"}}, {Name: "CD", Quantity: 2}, {Name: "DVD", Descriptions: []string{"DVD-Video"}},
				}},
			},
			MusicBrainz: {
				Songs: []Song{song("Here", 200000), song("There", 211000), song("Anywhere", 187000), song("Here (again)", 201000).on(2), song("There (again)", 212000)},
				Print: Print{Formats: []string{"CD", "CD"}, Packaging: "Box", Catalogue: "RHS BOX 1", Events: []Event{{Date: "2017-11-24", Area: "CA"}}},
			},
		},
	},
	{
		Number: 39, Shows: "for subscribers of Bandcamp alone, who hear it there and nowhere else",
		GTIN: "4099998000396", Title: "Members Only", Artists: by("Edna Case"), Date: "2024-08-01", Label: "Corner", Kind: EP,
		Songs: []Song{song("Secret Handshake", 178500), song("Password", 201100)},
		On:    map[Service]Says{Bandcamp: {GTIN: none, Shop: &Shop{IsSubscriberOnly: true, Price: 9, Unstreamed: []int{1, 2}}}},
	},
}

// mixes are titles without what was done to them, which stands apart.
var mixes = map[int]Song{
	2: {Title: "Feedback Loop", Version: "Mock & Spy Remix", Remixers: by("Mock & Spy")}, 3: {Title: "Feedback Loop", Version: "Dub"},
}
