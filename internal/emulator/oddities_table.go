package emulator

import (
	"fmt"
	"slices"
)

// oddities are invented releases with something that an adapter or a merge has to cope with.
var oddities = []Release{
	{
		Number: 14, Shows: "a single: flagged explicit by one service, clean by another",
		GTIN: "4099998000143", Title: "Dry Run", Artists: by("MC Checksum"), Date: "2023-08-25", Label: "127", Kind: Single,
		Songs: []Song{song("Dry Run", 172413)},
		On: map[Service]Says{
			Deezer: {Song: map[int]Song{1: {Explicit: "yes"}}}, Spotify: {},
			MusicBrainz: {Title: "Dry‐Run", Song: map[int]Song{1: {Title: "Dry‐Run"}}},
		},
	},
	{
		Number: 15, Shows: "a compilation of 60 tracks by many: more than a page on two services, and another name for Various Artists",
		GTIN: "4099998000150", Title: "Sixty Second Delay", Artists: by(various), Date: "2011-12-02", Label: "Sampler", Kind: Compilation,
		Songs: sampler(60),
		On: map[Service]Says{
			Deezer: {}, Spotify: {GTIN: "04099998000150"},
			MusicBrainz: {Print: Print{
				Formats: []string{"CD", "CD", "CD"}, Titles: []string{"Red", "Green", "Blue"}, Packaging: "Box",
				Catalogue: "SMP 60", Events: []Event{{Date: "2011-12-02", Area: "XE"}},
			}},
		},
	},
	{
		Number: 16, Shows: "known to Deezer alone", GTIN: "4099998000167", Title: "Deezer Only", Artists: by("The Dry Runs"), Date: "2010-10-10",
		Label: "Rehearsal", Kind: EP, Songs: []Song{song("Here", 200000), song("And Nowhere Else", 233000)}, On: map[Service]Says{Deezer: {}},
	},
	{
		Number: 17, Shows: "known to Spotify alone, and nowhere available there any more", GTIN: "4099998000174", Title: "Greyed Out",
		Artists: by("The Dry Runs"), Date: "2009-09-09", Label: "Rehearsal", Kind: Single, Songs: []Song{song("Greyed Out", 187000)},
		On: map[Service]Says{Spotify: {Markets: "none"}},
	},
	{
		Number: 18, Shows: "known to MusicBrainz alone: a record with sides, unknown lengths and no date",
		GTIN: "4099998000181", Title: "Attic Find", Artists: by("Null Island Orchestra"), Date: "1974", Label: "Meridian", Kind: Album,
		Songs: []Song{
			song("Prime Meridian", 0).numbered("A1"), song("Equator", 0).numbered("A2"), song("Buoy", 0).numbered("B1"), song("Zero, Zero", 0).numbered("B2"),
		},
		On: map[Service]Says{MusicBrainz: {
			Date: none, Lacks: LacksLengths | LacksEvents | LacksISRCs, Print: Print{Formats: []string{`12" Vinyl`}, Packaging: none, Status: none},
		}},
	},
	{
		Number: 19, Shows: "several hits: MusicBrainz has two releases with one barcode; this is the CD",
		GTIN: "4099998000198", Title: "Two of a Kind", Artists: by("Edna Case"), Date: "2005-05-05", Label: "Corner", Kind: Album,
		Songs: twoOfAKind,
		On: map[Service]Says{
			Deezer: {}, Spotify: {},
			MusicBrainz: {Print: Print{Formats: []string{"CD"}, Packaging: "Jewel Case", Group: Group{Number: 19}, Events: []Event{{Date: "2005-05-05", Area: "IE"}}}},
		},
	},
	{
		Number: 20, Shows: "several hits: the second release of that barcode, a reissue; Spotify has it twice as well, once cleaned",
		GTIN: "4099998000198", Title: "Two of a Kind", Artists: by("Edna Case"), Date: "2006-01-20", Label: "Corner", Kind: Album,
		Songs: twoOfAKind,
		On: map[Service]Says{
			Spotify: {Title: "Two of a Kind (Clean)", Song: map[int]Song{2: {Explicit: "no", ISRC: "ZZEMU0600002"}}},
			MusicBrainz: {Print: Print{
				Formats: []string{"CD"}, Disambiguation: "reissue", Group: Group{Number: 19, FirstDate: "2005-05-05"},
				Events: []Event{{Date: "2006-01-20", Area: "US"}},
			}},
		},
	},
	{
		Number: 21, Shows: "two songs have changed places on MusicBrainz",
		GTIN: "4099998000211", Title: "Out of Order", Artists: by("Off by One"), Date: "2017-10-13", Label: "Fence Post", Kind: Album,
		Songs: outOfOrder,
		On: map[Service]Says{Deezer: {}, Spotify: {}, MusicBrainz: {
			Songs: []Song{outOfOrder[0], outOfOrder[2], outOfOrder[1], outOfOrder[3], outOfOrder[4]},
			Print: Print{Formats: []string{"CD"}, Events: []Event{{Date: "2017-10-13", Area: "FR"}}},
		}},
	},
	{
		Number: 22, Shows: "unequal lists: Spotify has a bonus track, MusicBrainz a second medium with a film",
		GTIN: "4099998000228", Title: "Extras", Artists: by("Fixture Sisters"), Date: "2019-02-22", Label: "Testbed", Kind: Album,
		Songs: extras,
		On: map[Service]Says{
			Deezer: {}, Spotify: {Songs: append(slices.Clone(extras), song("Extra Extra (Bonus Track)", 222000))},
			MusicBrainz: {
				Songs: append(slices.Clone(extras), song("The Making of Extras", 1501000).on(2).filmed()),
				Print: Print{Formats: []string{"CD", "DVD-Video"}, Packaging: "Digipak", Events: []Event{{Date: "2019-02-22", Area: "US"}}},
			},
		},
	},
	{
		Number: 23, Shows: "another script: written in Japanese on MusicBrainz, romanised by the others",
		GTIN: "4099998000235", Title: "Kagami no Machi", Artists: by("架空楽団"), Date: "2021-06-09", Label: "Kakuu Records", Kind: Album,
		Songs: []Song{song("Kagami", 243000), song("Machi no Akari", 255400), song("Nai Yoru", 198706), song("Maboroshi", 301266)},
		On: map[Service]Says{
			Deezer: {}, Spotify: {Date: "2021-06-08"},
			MusicBrainz: {
				Title: "鏡の街", Label: "架空レコード", Print: Print{Language: "jpn", Script: "Jpan", Formats: []string{"CD"}, Events: []Event{{Date: "2021-06-09", Area: "JP"}}},
				Song: map[int]Song{1: {Title: "鏡"}, 2: {Title: "街の灯り"}, 3: {Title: "ない夜"}, 4: {Title: "幻"}},
			},
		},
	},
	{
		Number: 24, Shows: "ids that were given up: Deezer answers with another album, MusicBrainz redirects",
		GTIN: "4099998000242", Title: "Forwarding Address", Artists: by("Señor Placeholder"), Date: "2008-04-18", Label: "Poste Restante", Kind: Album,
		Songs: []Song{song("Moved", 188000), song("Return to Sender", 166000), song("Forwarding Address", 244000)},
		On: map[Service]Says{
			Deezer: {Also: []string{"990099024"}}, Spotify: {},
			MusicBrainz: {Also: []string{mbid(idRelease, 99024)}, Print: Print{Language: "spa"}},
		},
	},
	{
		Number: 25, Shows: "songs that Spotify plays from another release, under other ids than those asked for",
		GTIN: "4099998000259", Title: "Relinked", Artists: by("Ada Stub"), Date: "2016-09-16", Label: "Loopback Records", Kind: EP,
		Songs: []Song{song("Relinked", 199000), song("Same Song, Other Id", 233000), song("Hop", 154000)},
		On: map[Service]Says{
			Deezer: {}, Spotify: {Kind: Single, Song: map[int]Song{1: {IsLinked: true}, 2: {IsLinked: true}}}, MusicBrainz: {},
		},
	},
	{
		Number: 26, Shows: "a history: announced, then its ISRCs arrive, then dates are corrected, then Spotify withdraws it",
		GTIN: "4099998000266", Title: "Changelog", Artists: by("The Emulated Few"), Date: "2024-02-02", Label: "Loopback Records", Kind: Album,
		Songs: []Song{song("Unreleased", 200000), song("Breaking Change", 215000), song("Deprecated", 187000), song("Removed", 93000)},
		On: map[Service]Says{
			Deezer: {Song: map[int]Song{1: {ISRC: none}, 2: {ISRC: none}, 3: {ISRC: none}, 4: {ISRC: none}}}, Spotify: {},
			MusicBrainz: {Print: Print{Status: "Official"}},
		},
		Later: []Step{
			{Deezer: {Song: map[int]Song{
				1: {ISRC: isrc(26, 1)}, 2: {ISRC: isrc(26, 2)}, 3: {ISRC: isrc(26, 3)}, 4: {ISRC: isrc(26, 4)},
			}}},
			{Deezer: {Date: "2024-02-09"}, MusicBrainz: {Date: "2024-02-09", Title: "Change Log"}},
			{Spotify: {IsWithdrawn: true}},
		},
	},
	{
		Number: 27, Shows: "titles full of work, movement and performers; the composer is the artist on MusicBrainz alone",
		GTIN: "4099998000273", Title: "Beispiel: Invented Works, Opp. 1 & 2", Artists: by("Lorem Ipsum Quartet"), Date: "2007-03-30", Label: "Dolor Sit", Kind: Album,
		Songs: []Song{
			song("String Quartet No. 1 in C Major, Op. 1: I. Allegro", 421000), song("String Quartet No. 1 in C Major, Op. 1: II. Adagio", 512000),
			song("String Quartet No. 1 in C Major, Op. 1: III. Presto", 254000), song("Grosse Fuge, die es nicht gibt, Op. 2", 934000),
		},
		On: map[Service]Says{
			Deezer:  {Song: map[int]Song{1: {Title: "Quartet No. 1: Allegro"}, 2: {Title: "Quartet No. 1: Adagio"}, 3: {Title: "Quartet No. 1: Presto"}}},
			Spotify: {Artists: by("Johann Sebastian Beispiel", "Lorem Ipsum Quartet")},
			MusicBrainz: {
				Artists: []Credit{{Name: "Johann Sebastian Beispiel", As: "Beispiel", Join: "; "}, {Name: "Lorem Ipsum Quartet"}},
				Print:   Print{Formats: []string{"CD"}, Language: "zxx", Catalogue: "DS 2 007", Events: []Event{{Date: "2007-03-30", Area: "AT"}}},
			},
		},
	},
	{
		Number: 28, Shows: "lengths in disagreement: one service is a minute off, another counts the silence before a hidden track",
		GTIN: "4099998000280", Title: "Rubber Clock", Artists: by("Null Island Orchestra"), Date: "2003-10-31", Label: "Meridian", Kind: Album,
		Songs: []Song{song("Tick", 180499), song("Tock", 180500), song("Leap Second", 61000), song("Hidden in Plain Silence", 254000)},
		On: map[Service]Says{
			Deezer: {Song: map[int]Song{2: {MS: 240500}}}, Spotify: {Song: map[int]Song{4: {MS: 854000}}},
			MusicBrainz: {
				Label: none, Song: map[int]Song{1: {MS: 180000}, 3: {MS: -1}}, Print: Print{Formats: []string{"CD"}, Catalogue: "MER 28"},
			},
		},
	},
	{
		Number: 45, Shows: "one ISRC, two recordings: Spotify and MusicBrainz file another song, on a single of the same title, under the code of number 14",
		GTIN: "4099998000457", Title: "Dry Run", Artists: by("Edna Case"), Date: "2022-06-17", Label: "Corner", Kind: Single,
		Songs: []Song{song("Misfiled", 301000).coded(isrc(14, 1))},
		On:    map[Service]Says{Spotify: {}, MusicBrainz: {}},
	},
}

var twoOfAKind = []Song{
	song("One of a Kind", 222000).coded("ZZEMU0501901"), song("Pair", 187000).coded("ZZEMU0501902").rude(), song("Matched Set", 254000).coded("ZZEMU0501903"),
}

var outOfOrder = []Song{
	song("First", 181000).coded("ZZEMU1702101"), song("Second", 202000).coded("ZZEMU1702102"), song("Third", 223000).coded("ZZEMU1702103"),
	song("Fourth", 244000).coded("ZZEMU1702104"), song("Fifth", 265000).coded("ZZEMU1702105"),
}

var extras = []Song{song("Extra", 199000), song("Extra Extra", 212000), song("Read All About It", 243000), song("Late Edition", 188000)}

// sampler returns so many songs by artists in turn, 20 on each disc.
func sampler(n int) []Song {
	names := []string{"Ada Stub", "Bad Gateways", "DJ Loopback", "Edna Case", "Fixture Sisters", "Mock & Spy", "Off by One", "The Dry Runs"}
	out := make([]Song, n)
	for i := range out {
		out[i] = song(fmt.Sprintf("Delay No. %d", i+1), 60_000+i*733).on(1 + i/20).by(by(names[i%len(names)]))
	}
	return out
}
