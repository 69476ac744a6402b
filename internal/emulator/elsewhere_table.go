package emulator

import "slices"

// elsewhere is where releases of the other tables are besides, by number.
var elsewhere = map[int]map[Service]Says{
	1: {
		Discogs: {
			Date: "2021-03", Artists: []Credit{{Name: "The Emulated Few", As: "Emulated Few"}}, Label: "Loopback Records",
			Song:     map[int]Song{7: {Title: "What The Packet Said"}, 9: {Title: "Don't Look Up The Host"}, 12: {MS: 391000}},
			Pressing: disc("CD", "Germany", 1, "Album").of(1).styled("Rock", "Indie Rock", "Dream Pop"),
			Print:    Print{Catalogue: "LOOP 014, LOOP014CD", Group: Group{Number: 1}},
		},
		ITunes: {
			Song:       map[int]Song{4: {Title: "Night Ferry (feat. Ada Stub)"}, 9: {Title: "Don't Look Up the Host", Explicit: "yes"}, 10: {MS: 276013}},
			Copyrights: []string{"℗ 2021 Loopback Records Ltd. under exclusive licence to nobody"},
		},
		Tidal: {
			Label: "Emulated Distribution", Song: map[int]Song{7: {ISRC: "ZZEMU2199907"}, 9: {Title: "Don't Look Up the Host", Explicit: "yes"}, 11: {MS: 214000}},
			Copyrights: []string{"(C) 2021 Loopback Records Ltd."},
		},
		Bandcamp: {
			Label: none, Song: map[int]Song{3: {Title: "Half-open Connection"}, 6: {MS: 254707}},
			Shop: &Shop{
				Sale: NamedPrice, About: "Songs about waiting for an answer.", Credits: "Written at night.\r\nMixed by day.",
				Packages: []Package{{Title: "Paper Lanterns (LP)", Type: "Vinyl LP", Edition: 300, GTIN: "4099998000402", Label: "Loopback Records"}},
			},
		},
		Beatport: {Title: "Paper Lanterns LP", Date: "2021-03-19", Song: map[int]Song{12: {MS: 391000}, 5: {ISRC: none}}, Print: Print{Catalogue: "LOOP014D"}},
		Mora: {
			Date: "2021-04-07", Label: "Loopback Records Japan", Kana: "ペーパーランタンズ", Song: map[int]Song{1: {Kana: "ペーパーランタンズ"}},
		},
		Ototoy: {
			Date: "2021-04-07", Label: "Loopback Records Japan", Song: map[int]Song{4: {Artists: feat("The Emulated Few", "Ada Stub")}},
			Print: Print{Catalogue: "LOOP-014", Group: Group{FirstDate: "2021-03-05"}},
		},
	},
	2: {
		Discogs: {
			Pressing: disc("CD", "UK", 2, "Album").of(2).styled("Pop", "Indie Pop"), Print: Print{Catalogue: "NUL-2", Titles: []string{"Day", "Night"}},
		},
		ITunes: {}, Tidal: {GTIN: "04099998000020", Label: "Null Distribution"},
	},
	3: {ITunes: {Lacks: LacksCode}, Bandcamp: {Shop: &Shop{Account: "Testbed", Price: 5}}},
	4: {
		ITunes: {}, Tidal: {GTIN: "00040999980006", Label: "Fence Post Digital"}, Beatport: {GTIN: "0040999980006", Print: Print{Catalogue: "FP004"}},
	},
	5: {Discogs: {Pressing: disc("CD", "Canada", 1, "Album").of(5).styled("Rock", "Alternative Rock"), Print: Print{Catalogue: "RHS 005"}}},
	6: {ITunes: {}, Tidal: {Label: "Rehearsal"}},
	7: {
		ITunes: {Markets: "DE AT CH"}, Tidal: {Markets: "DE AT", Label: "Schlagbaum Vertrieb"},
		Discogs: {Pressing: disc("CD", "Germany, Austria, & Switzerland", 1, "Album").styled("Electronic", "Krautrock"), Print: Print{Catalogue: "SB 007"}},
	},
	8: {Tidal: {Label: "Five Oh Two"}, Discogs: {Pressing: disc("CD", "US", 1, "Album").styled("Rock", "Noise"), Print: Print{Catalogue: "502-8"}}},
	9: {
		Discogs: {Pressing: disc("CD", "Ireland", 1, "Album").styled("Folk, World, & Country", "Folk")}, ITunes: {Date: "1998-11-02"},
	},
	10: {
		ITunes: {},
		Tidal: {Label: "Emulated Distribution", Song: map[int]Song{
			1: {Title: "Cold Start", Version: "Live"}, 2: {Title: "Jitter", Version: "Live"}, 3: {Title: "Keep Alive", Version: "Live"},
		}},
		Bandcamp: {Shop: &Shop{Sale: NamedPrice, Unstreamed: []int{4}}}, Beatport: {Print: Print{Catalogue: "LOOP016D"}},
	},
	11: {
		ITunes: {Song: map[int]Song{1: {Title: "Plus One (feat. MC Checksum)"}, 5: {Title: "Parity (feat. MC Checksum)"}}},
		Tidal:  {Label: "127 Music"}, Beatport: {Label: "127", Print: Print{Catalogue: "127011"}},
	},
	12: {Discogs: {Pressing: disc("Vinyl", "USA & Canada", 1, "LP", "Album", "Limited Edition").styled("Rock"), Print: Print{Catalogue: "TB 012"}}},
	13: {
		Discogs: {
			Pressing: disc("CD", "Europe", 1, "Album").styled("Rock"), Print: Print{Imprints: []string{"Null & Sons", "Void Music (2)"}, Catalogue: "NUL-13"},
		},
		ITunes: {Copyrights: []string{"℗ 2013 Void Music"}},
	},
	14: {
		ITunes: {Song: map[int]Song{1: {Explicit: "yes"}}}, Tidal: {Label: "127 Music", Song: map[int]Song{1: {Explicit: "yes"}}},
		Bandcamp: {Shop: &Shop{IsTrack: true, Price: 1}}, Beatport: {Label: "127", Print: Print{Catalogue: "127014"}},
	},
	15: {
		ITunes: {}, Tidal: {Label: "Sampler Distribution"}, Beatport: {Print: Print{Catalogue: "SMP60D"}},
		Discogs: {
			Pressing: &Pressing{
				Country: "UK & Europe", Styles: []string{"Ambient"},
				Formats: []Format{{Name: "Box Set", Descriptions: []string{"Compilation"}}, {Name: "CD", Quantity: 3, Descriptions: []string{"Compilation"}}},
			},
			Print: Print{Catalogue: "SMP 60", Titles: []string{"Red", "Green", "Blue"}},
		},
	},
	19: {
		Discogs: {Pressing: disc("CD", "Ireland", 1, "Album").of(19).styled("Folk, World, & Country", "Folk"), Print: Print{Catalogue: "CNR 19"}}, ITunes: {},
	},
	20: {
		Discogs: {
			Pressing: disc("CD", "US", 1, "Album", "Reissue").of(19).styled("Folk, World, & Country", "Folk").coded("4 099998 000198"),
			Print:    Print{Catalogue: "CNR 19-2"},
		},
		ITunes: {Title: "Two of a Kind (Clean)", Song: map[int]Song{2: {Explicit: "no", ISRC: "ZZEMU0600002"}}},
	},
	21: {ITunes: {}, Tidal: {Label: "Fence Post Digital"}},
	22: {
		ITunes: {Songs: append(slices.Clone(extras), song("The Making of Extras (Director’s Cut)", 1501000).filmed())},
		Tidal:  {Label: "Testbed", Songs: append(slices.Clone(extras), song("The Making of Extras", 1501000).filmed())},
	},
	23: {
		ITunes: {Markets: "JP", Title: "鏡の街", Artists: by("架空楽団"), Song: kagami}, Tidal: {Label: "Kakuu Records"},
		Mora: {
			Title: "鏡の街", Kana: "カガミノマチ", Label: "架空レコード", Song: kagami, Print: Print{Catalogue: "KKR-23"}, Date: "2021-06-09",
			Copyrights: []string{"(P) 2021 架空レコード"},
		},
		Ototoy: {Title: "鏡の街", Label: "架空レコード", Song: kagami, Print: Print{Catalogue: "KKR-23"}},
	},
	24: {ITunes: {}, Discogs: {Pressing: disc("CD", "Spain", 1, "Album").styled("Latin")}},
	25: {ITunes: {}, Tidal: {Label: "Emulated Distribution"}},
	26: {ITunes: {}, Tidal: {Label: "Emulated Distribution"}},
	27: {
		ITunes: {Artists: by("Lorem Ipsum Quartet")},
		Discogs: {
			Artists: []Credit{{Name: "Johann Sebastian Beispiel", As: "Beispiel", Join: " - "}, {Name: "Lorem Ipsum Quartet"}},
			Song: map[int]Song{
				1: {Work: "String Quartet No. 1 in C Major, Op. 1", Number: "1a"}, 2: {Work: "String Quartet No. 1 in C Major, Op. 1", Number: "1b"},
				3: {Work: "String Quartet No. 1 in C Major, Op. 1", Number: "1c"}, 4: {Number: "2"},
			},
			Pressing: disc("CD", "Austria", 1, "Album").styled("Classical", "Modern"), Print: Print{Catalogue: "DS 2 007"},
		},
	},
	28: {
		Discogs: {Label: "Meridian", Song: map[int]Song{3: {MS: -1}}, Pressing: disc("CD", "Worldwide", 1, "Album").styled("Electronic", "Ambient")},
		Bandcamp: {
			Label: "Meridian", Song: map[int]Song{1: {MS: 180500}, 4: {IsUntold: true}},
			Shop: &Shop{Price: 8, Published: "2012-02-29", Packages: []Package{{Title: "Rubber Clock on tape", Type: "Cassette", Edition: 50}}},
		},
	},
	realSingle: {
		Tidal: {
			ID: "381265361", GTIN: "00602475093060", Label: "Universal", Image: "d55c740a/fc2c/4352/ad58/ffd1bce34b87",
			Copyrights: []string{"© 2024 Interscope Records"}, Song: map[int]Song{1: {ID: "381265362", MS: 252000}},
		},
	},
	realNumber: {
		Discogs: {
			ID: "4013586", Date: "1997", Print: Print{Catalogue: "7243 8 55229 4 9, TCNODATA 02"},
			Pressing: disc("Cassette", "UK & Europe", 1, "Album").of(realNumber).styled("Rock", "Alternative Rock").coded("7 24385 52294 9"),
			Song: map[int]Song{
				4: {Title: "Exit Music (For A Film)"}, 7: {Number: "B7"}, 8: {Number: "B8"}, 9: {Number: "B9", Title: "Climbing Up The Walls"},
				10: {Number: "B10"}, 11: {Number: "B11"}, 12: {Number: "B12"},
			},
		},
	},
}

// kagami are Japanese titles of songs that others write in Latin letters.
var kagami = map[int]Song{
	1: {Title: "鏡", Kana: "カガミ"}, 2: {Title: "街の灯り", Kana: "マチノアカリ"}, 3: {Title: "ない夜", Kana: "ナイヨル"}, 4: {Title: "幻", Kana: "マボロシ"},
}
