package emulator

// albums are invented albums about which the services disagree in the usual ways.
var albums = []Release{
	{
		Number: 1, Shows: "a 12-track album on all ten services: titles, dates, lengths, ISRCs, guests, labels, barcodes and spellings differ",
		GTIN: "4099998000013", Title: "Paper Lanterns", Artists: by("The Emulated Few"), Date: "2021-03-05", Label: "Loopback Records", Kind: Album,
		Songs: []Song{
			song("Paper Lanterns", 221120), song("Cold Start", 187453), song("Half-Open Connection", 243866),
			song("Night Ferry", 262040).by(feat("The Emulated Few", "Ada Stub")), song("Idle", 95333), song("Round Trip", 254706),
			song("What the Packet Said", 201573), song("Jitter", 178226), song("Don’t Look Up the Host", 232800),
			song("Backpressure", 275413), song("Keep Alive", 214960), song("Graceful Shutdown", 391653),
		},
		On: map[Service]Says{
			Deezer: {
				Title: "Paper Lanterns (Deluxe Edition)", Label: "Loopback Records Ltd.",
				Song: map[int]Song{3: {Title: "Half Open Connection"}, 4: {Title: "Night Ferry (feat. Ada Stub)"}, 9: {Title: "Don't Look Up The Host"}, 12: {MS: 395000}},
			},
			Spotify: {
				Title: "Paper Lanterns (Deluxe)", Date: "2021-03-04", Copyrights: []string{"2021 Loopback Records Ltd.", "2021 The Emulated Few"},
				Song: map[int]Song{
					1: {MS: 221800}, 4: {Title: "Night Ferry (feat. Ada Stub)"}, 7: {Title: "What The Packet Said", ISRC: "ZZEMU2199907"},
					8: {MS: 178000}, 9: {Title: "Don't Look Up the Host", Explicit: "yes"}, 10: {MS: 276013},
				},
			},
			MusicBrainz: {
				Date: "2021-03-12", Artists: []Credit{{Name: "The Emulated Few", As: "Emulated Few"}},
				Song: map[int]Song{4: {Artists: feat("The Emulated Few", "Ada Stub")}, 12: {MS: 391000}},
				Print: Print{
					Packaging: "Digipak", Catalogue: "LOOP 014", Formats: []string{"CD"}, Group: Group{FirstDate: "2021-03-05"},
					Events: []Event{{Date: "2021-03-12", Area: "DE"}, {Date: "2021-03-19", Area: "GB"}},
				},
			},
		},
	},
	{
		Number: 2, Shows: "two discs: Deezer's album tells of one list, its pages and the others of two discs with titles on MusicBrainz",
		GTIN: "4099998000020", Title: "Day / Night", Artists: by("Mock & Spy"), Date: "2018-09-21", Label: "Null & Sons", Kind: Album,
		Songs: []Song{
			song("First Light", 184000), song("Commute", 201266), song("Noon in the Car Park", 254493), song("Tea at Four", 176800),
			song("Last Light", 223906), song("First Dark", 192040).on(2), song("Vending Machine", 244173), song("Three in the Morning", 301560),
			song("Foxes", 158386), song("Milk Float", 212653),
		},
		On: map[Service]Says{
			Deezer:  {Artists: by("Mock & Spy"), Title: "Day/Night"},
			Spotify: {GTIN: "04099998000020", Title: "Day/Night"},
			MusicBrainz: {Print: Print{
				Formats: []string{"CD", "CD"}, Titles: []string{"Day", "Night"}, Packaging: "Gatefold Cover", Catalogue: "NUL-2",
				Events: []Event{{Date: "2018-09-21", Area: "GB"}},
			}},
		},
	},
	{
		Number: 3, Shows: "Spotify and MusicBrainz know no ISRCs; Deezer lacks one of them",
		GTIN: "4099998000037", Title: "Uncoded", Artists: by("Fixture Sisters"), Date: "2012-05-14", Label: "Testbed", Kind: Album,
		Songs: []Song{
			song("Before All", 155000), song("Set Up", 203400), song("Given, When, Then", 189950), song("Flaky", 176213), song("Tear Down", 240880),
			song("After All", 131040),
		},
		On: map[Service]Says{
			Deezer:      {Song: map[int]Song{4: {ISRC: none}}},
			Spotify:     {Lacks: LacksISRCs},
			MusicBrainz: {Lacks: LacksISRCs, Print: Print{Events: []Event{{Date: "2012-05-14", Area: "US"}}}},
		},
	},
	{
		Number: 4, Shows: "a barcode with leading zeros: 12 digits on Deezer, 14 on Spotify, 13 on MusicBrainz",
		GTIN: "040999980006", Title: "Leading Zeros", Artists: by("Off by One"), Date: "2015-02-27", Label: "Fence Post", Kind: EP,
		Songs: []Song{song("Zero", 200000), song("One", 187693), song("Many", 233413), song("Infinity", 412026)},
		On: map[Service]Says{
			Deezer: {}, Spotify: {GTIN: "00040999980006", Kind: Single},
			MusicBrainz: {GTIN: "0040999980006", Print: Print{Events: []Event{{Date: "2015-02-27", Area: "FR"}}}},
		},
	},
	{
		Number: 5, Shows: "one album under two barcodes: this is what all services file under the first, next to number 6",
		GTIN: "4099998000051", Title: "Twice Sold", Artists: by("The Dry Runs"), Date: "2016-04-01", Label: "Rehearsal", Kind: Album,
		Songs: twiceSold,
		On: map[Service]Says{
			Deezer: {},
			MusicBrainz: {Print: Print{
				Formats: []string{"CD"}, Packaging: "Jewel Case", Catalogue: "RHS 005", Events: []Event{{Date: "2016-04-01", Area: "CA"}},
				Group: Group{Number: 5},
			}},
		},
	},
	{
		Number: 6, Shows: "the same album under its second barcode, which Spotify alone uses; MusicBrainz has both in one group",
		GTIN: "4099998000068", Title: "Twice Sold", Artists: by("The Dry Runs"), Date: "2016-04-01", Label: "Rehearsal Digital", Kind: Album,
		Songs: twiceSold,
		On: map[Service]Says{
			Spotify:     {},
			MusicBrainz: {Print: Print{Group: Group{Number: 5}, Disambiguation: "digital edition"}},
		},
	},
	{
		Number: 7, Shows: "regions: Spotify has it in three countries only, Deezer everywhere but in two, MusicBrainz knows events of both sorts",
		GTIN: "4099998000075", Title: "Grenzverkehr", Artists: by("Tafel & Söhne"), Date: "2019-11-08", Label: "Schlagbaum", Kind: Album,
		Songs: []Song{
			song("Abfahrt", 199000), song("Zoll", 221733), song("Niemandsland", 305120), song("Passkontrolle", 187240), song("Ankunft", 244866),
		},
		On: map[Service]Says{
			Deezer: {Markets: "* -US -CA", Song: map[int]Song{3: {Title: "Niemandsland (Album Version)"}}}, Spotify: {Markets: "DE AT CH"},
			MusicBrainz: {
				Date:  "2019-11-08",
				Print: Print{Language: "deu", Events: []Event{{Date: "2019-11-08", Area: "DE"}, {Date: "2019-11-15", Area: "AT"}}},
			},
		},
	},
	{
		Number: 8, Shows: "one barcode, two records: Spotify answers with something that is not what the others have",
		GTIN: "4099998000082", Title: "Collision", Artists: by("Bad Gateways"), Date: "2017-06-30", Label: "Five Oh Two", Kind: Album,
		Songs: []Song{
			song("Upstream", 210000), song("Prematurely Closed", 198320), song("No Live Hosts", 243760), song("Temporarily Unavailable", 187906),
			song("Read Header", 222040), song("Try Again Later", 265693), song("While Connecting", 201346), song("Timed Out", 330213),
		},
		On: map[Service]Says{
			Deezer: {},
			Spotify: {
				Title: "Kleine Nachtmusik am Bildschirm", Artists: by("Lorem Ipsum Quartet"), Date: "2009-01-01", Label: "Dolor Sit", Kind: EP,
				Songs: []Song{
					song("I. Allegro", 341000).coded("ZZEMU0908801"), song("II. Romanze", 352400).coded("ZZEMU0908802"),
					song("III. Rondo", 180360).coded("ZZEMU0908803"),
				},
			},
			MusicBrainz: {Print: Print{Formats: []string{"CD"}, Catalogue: "502-8", Events: []Event{{Date: "2017-06-30", Area: "US"}}}},
		},
	},
	{
		Number: 9, Shows: "dates of three precisions: a day, a month, a year",
		GTIN: "4099998000099", Title: "Roughly Then", Artists: by("Edna Case"), Date: "1998-11", Label: "Corner", Kind: Album,
		Songs: []Song{
			song("Sometime", 223000), song("About a Year", 201933), song("Circa", 256200), song("Undated", 178533), song("Late Autumn", 242106),
		},
		On: map[Service]Says{
			Deezer: {Date: "1998-11-02"}, Spotify: {Date: "1998"},
			MusicBrainz: {Print: Print{Formats: []string{"CD"}, Events: []Event{{Date: "1998-11", Area: "IE"}}}},
		},
	},
	{
		Number: 10, Shows: "an EP that Spotify calls a single and that MusicBrainz calls a live EP",
		GTIN: "4099998000105", Title: "Warm Cache", Artists: by("The Emulated Few"), Date: "2022-01-14", Label: "Loopback Records", Kind: EP,
		Songs: []Song{
			song("Cold Start (Live)", 199453), song("Jitter (Live)", 188226), song("Keep Alive (Live)", 224960), song("Encore", 401653),
		},
		On: map[Service]Says{
			Deezer: {}, Spotify: {Kind: Single, Song: map[int]Song{1: {Title: "Cold Start - Live"}, 2: {Title: "Jitter - Live"}, 3: {Title: "Keep Alive - Live"}}},
			MusicBrainz: {
				Song:  map[int]Song{1: {Title: "Cold Start (live)"}, 2: {Title: "Jitter (live)"}, 3: {Title: "Keep Alive (live)"}},
				Print: Print{Group: Group{Title: "Warm Cache"}},
			},
		},
	},
	{
		Number: 11, Shows: "guests written in three ways: in the title, as further artists, by join phrases",
		GTIN: "4099998000112", Title: "Plus One", Artists: by("DJ Loopback"), Date: "2020-07-17", Label: "127", Kind: Album,
		Songs: []Song{
			song("Plus One", 190000).by(feat("DJ Loopback", "MC Checksum")), song("Two of Us", 203000).by(by("DJ Loopback", "Ada Stub")),
			song("Crowd", 245000).by(feat("DJ Loopback", "Ada Stub", "Edna Case", "Señor Placeholder")), song("Alone", 180000),
			song("Parity", 211000).by(feat("DJ Loopback", "MC Checksum")).rude(),
		},
		On: map[Service]Says{
			Deezer: {Song: map[int]Song{
				1: {Title: "Plus One (feat. MC Checksum)"}, 3: {Title: "Crowd (feat. Ada Stub, Edna Case & Señor Placeholder)"}, 5: {Title: "Parity (feat. MC Checksum)"},
			}},
			Spotify: {Song: map[int]Song{1: {Title: "Plus One (ft. MC Checksum)"}, 3: {Title: "Crowd"}, 5: {Title: "Parity - feat. MC Checksum"}}},
			MusicBrainz: {Song: map[int]Song{2: {Artists: []Credit{
				{Name: "DJ Loopback", Join: " & "}, {Name: "Ada Stub", As: "Ada"},
			}}}},
		},
	},
	{
		Number: 12, Shows: "one service names no guests: Spotify has the first artist of each song alone",
		GTIN: "4099998000129", Title: "Uncredited", Artists: by("Fixture Sisters", "Mock & Spy"), Date: "2014-10-10", Label: "Testbed", Kind: Album,
		Songs: []Song{
			song("Shared Setup", 192000), song("Borrowed Clock", 233000).by(by("Mock & Spy")), song("Double", 201500).by(by("Fixture Sisters")),
			song("Who Called", 222800), song("Expect", 245600),
		},
		On: map[Service]Says{Deezer: {}, Spotify: {Lacks: LacksGuests}, MusicBrainz: {}},
	},
	{
		Number: 13, Shows: "one label, three spellings, two of them more than one label",
		GTIN: "4099998000136", Title: "By Any Other Name", Artists: by("Bad Gateways"), Date: "2013-03-22", Label: "Null & Sons", Kind: Album,
		Songs: []Song{song("Alias", 188000), song("Also Known As", 207000), song("Canonical", 254000), song("Redirect", 301000)},
		On: map[Service]Says{
			Deezer: {Label: "Null and Sons / Void Music"}, Spotify: {Label: "NULL & SONS", Copyrights: []string{"(C) 2013 Null & Sons Ltd", "(P) 2013 Void Music"}},
			MusicBrainz: {Print: Print{Imprints: []string{"Null & Sons", "Void Music"}, Catalogue: "NUL-13"}},
		},
	},
}

// twiceSold are the songs of an album that has two barcodes.
var twiceSold = []Song{
	song("Original", 200000).coded("ZZEMU1605001"), song("Copy", 212266).coded("ZZEMU1605002"), song("Carbon Paper", 187053).coded("ZZEMU1605003"),
	song("Duplicate Key", 245880).coded("ZZEMU1605004"), song("Second Pressing", 302146).coded("ZZEMU1605005"),
}
