package music_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
)

func TestGuessTypes(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		want   []string
		titles []string
	}{
		{
			[]string{"EP"},
			[]string{
				"Escape from Ultra City (EP)",
				"Enter Suicidal Angels - EP (Remastered 2021)",
				"Zero Distance EP",
			},
		},
		{
			[]string{"Live"},
			[]string{
				"At Folsom Prison (Live)",
			},
		},
		{
			[]string{"Single"},
			[]string{
				"True Belief - Single",
			},
		},
		{
			[]string{"Demo"},
			[]string{
				"Parasite Inc. (Demo)",
			},
		},
		{
			[]string{"Soundtrack"},
			[]string{
				"The Lord of the Rings: The Return of the King (Original Motion Picture Soundtrack)",
				"The Bodyguard - Original Soundtrack Album",
				"Plants Vs. Zombies (Original Video Game Soundtrack)",
				"Stardew Valley (Original Game Soundtrack)",
				"L.A. Noire Official Soundtrack",
				"Tarzan (Deutscher Original Film-Soundtrack)",
				"Die Eiskönigin Völlig Unverfroren (Deutscher Original Film Soundtrack)",
				"KPop Demon Hunters (Soundtrack from the Netflix Film)",
				"The Witcher: Season 2 (Soundtrack from the Netflix Original Series)",
				"The White Lotus (Soundtrack from the HBO® Original Limited Series)",
				"Inception (Music from the Motion Picture)",
				"Fantastic Mr. Fox - Additional Music From The Original Score By Alexandre Desplat - The Abbey Road Mixes",
				"Scott Pilgrim Vs. The World (Original Score Composed by Nigel Godrich)",
				"F1® The Movie (Original Score By Hans Zimmer)",
				"EUPHORIA SEASON 2 OFFICIAL SCORE (FROM THE HBO ORIGINAL SERIES)",
				"The Bible (Official Score Soundtrack)",
				"The Good Wife (The Official TV Score)",
				"Get Up (Der Original Soundtrack zum Kinofilm)",
				"Ein Mädchen namens Willow - Soundtrack zum Film",
				"Das Boot (Soundtrack zur TV Serie, zweite Staffel)",
				"Fucking Åmål - Musiken från filmen",
				"Fejkpatient (Musik från TV-serien)",
				"Kärlek Fårever (Soundtrack till Netflix-filmen)",
				"Kvitebjørn (Musikken fra filmen)",
				"Døden på Oslo S (Musikken fra teaterforestillingen)",
				"The Lion King: Original Broadway Cast Recording",
			},
		},
		{
			[]string{"Remix"},
			[]string{
				"Human (Paul Woolford Remix)",
				"Paper Romance (Purple Disco Machine Remix - Edit)",
				"Paper Romance (Purple Disco Machine Remix) [Edit]",
				"Paper Romance (Purple Disco Machine Remix) (Edit)",
				"Paper Romance (Purple Disco Machine Remix; Edit)",
				"Stay (Don't Go Away) [feat. Raye] [Nicky Romero Remix]",
				"Anti‐Hero (Kungs remix extended version)",
				"Remix",
				"Anti‐Hero (Remixes)",
				"The One (feat. Daddy Yankee) [The Remixes]",
				"The Remixes",
				"The Remixes - Vol.1",
				"The Remixes, Pt. 1",
				"Remixes",
				"Remixes 81>04",
				"Never Say Never - The Remixes",
				"Skin: The Remixes",
				"The Hills Remixes",
				"MIDI Kittyy - The Remixes Vol 1",
				"The Slow Rush B-Sides & Remixes",
				"Remixed",
				"Remixed (2003 Remaster)",
				"Remixed Sides",
				"Remixed: The Definitive Collection",
				"The Hits: Remixed",
				"Remixed & Revisited",
				"Revived Remixed Revisited",
				"Welcome To My World (Remixed)",
				"Mörkrets Narr Remixed",
			},
		},
		{
			[]string{},
			[]string{
				"Wild (premix version)",
				"DJ mix",
			},
		},
		{
			[]string{"DJ-mix"},
			[]string{
				"Kitsuné Musique Mixed by YOU LOVE HER (DJ Mix)",
				"Club Life - Volume One Las Vegas (Continuous DJ Mix)",
				"DJ-Kicks (Forest Swords) [DJ Mix]",
				"Paragon Continuous DJ Mix",
				"Babylicious (Continuous DJ Mix by Baby Anne)",
			},
		},
		{
			[]string{"Remix", "Soundtrack"},
			[]string{
				"The Sims 2: Nightlife (Remixes) (Original Soundtrack)",
			},
		},
		{
			[]string{"EP", "Remix"},
			[]string{
				"Remixes - EP",
			},
		},
	} {
		for _, title := range test.titles {
			for _, spelling := range []string{title, strings.ToLower(title)} {
				if diff := cmp.Diff(guessed(spelling), test.want); diff != "" {
					t.Errorf("%q: got -, want +:\n%s", spelling, diff)
				}
			}
		}
	}
}

// guessed returns the guesses for a title as a set.
func guessed(title string) []string {
	types := append([]string{}, music.GuessTypes(title)...)
	slices.Sort(types)
	return types
}

func TestGuessTypesInOddTitles(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, title string
		want        []string
	}{
		{"abbreviation before", "O.S.T. Das Boot", []string{"Soundtrack"}},
		{"abbreviation after", "Alvin & The Chipmunks / OST", []string{"Soundtrack"}},
		{"abbreviation in brackets", "(OST) Glass Orchard", []string{"Soundtrack"}},
		{"abbreviation in lower case is a word", "Foo ost", []string{}},
		{"abbreviation as part of a word", "HOST", []string{}},
		{"abbreviation in the middle", "Glass OST Orchard", []string{}},
		{"remark after the type", "Foo (Live) (Deluxe)", []string{"Live"}},
		{"remark with the type", "Foo (live at X)", []string{}},
		{"demo after a hyphen", "Foo - Demo", []string{}},
		{"no blank before", "EP", []string{}},
		{"dots", "Foo E.P.", []string{}},
		{"two types", "Foo (Remix) - Single", []string{"Remix", "Single"}},
		{"longer word", "Remixing", []string{}},
		{"word boundaries are ASCII", "Foo (Remixé)", []string{"Remix"}},
		{"DJ mix without brackets", "Foo DJ Mix", []string{}},
		{"DJ mix with a hyphen", "[DJ-mix]", []string{"DJ-mix"}},
		{"DJ mix in brackets of two kinds", "Foo (DJ Mix]", []string{"DJ-mix"}},
		{"another type in front of the last", "Thing (Live) - EP", []string{"EP"}},
		{"two suffixes", "Nattbuss Ep (Live)", []string{"EP", "Live"}},
		{"no-break space", "Foo\u00a0EP", []string{"EP"}},
		{"two blanks are not one", "Foo -  Single", []string{}},
		{"line break before", "Foo\n(Live)", []string{"Live"}},
		{"line break in the remark", "Foo (Live) (a\nb)", []string{}},
		{"accents written apart", "Faust (Musik zum Theaterstu\u0308ck)", []string{"Soundtrack"}},
		{"another preposition", "Foo (Musik aus dem Film)", []string{}},
		{"nothing", "", []string{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(guessed(test.title), test.want); diff != "" {
				t.Errorf("got -, want +:\n%s", diff)
			}
		})
	}
	if got := music.GuessTypes("Foo"); got != nil {
		t.Errorf("nothing to guess: got %#v, want nil", got)
	}
}

func titled(media ...[]string) []music.Medium {
	list := make([]music.Medium, len(media))
	for i, titles := range media {
		for _, title := range titles {
			list[i].Tracks = append(list[i].Tracks, music.Track{Title: title})
		}
	}
	return list
}

func TestGuessTypesOfRelease(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name    string
		release music.Release
		want    []string
	}{
		{"title", music.Release{Title: "Wake of a Nation (EP)"}, []string{"EP"}},
		{"existing types stay", music.Release{Title: "Wake of a Nation (EP)", Types: []string{"Interview", "EP"}}, []string{"Interview", "EP"}},
		{"live tracks", music.Release{Title: "One Second", Media: titled([]string{"One Second - Live", "Darker Thoughts (live) (2025)"})}, []string{"Live"}},
		{"live tracks, title too", music.Release{Title: "One Second (Live)", Media: titled([]string{"One Second - Live"})}, []string{"Live"}},
		{"not all tracks are live", music.Release{Media: titled([]string{"A (Live)", "B", "C (Live)"})}, nil},
		{"not all media are live", music.Release{Media: titled([]string{"A (Live)"}, []string{"B"})}, nil},
		{"an empty medium does not count", music.Release{Media: titled(nil, []string{"B (Live)"})}, []string{"Live"}},
		{"live somewhere", music.Release{Media: titled([]string{"A Live", "A (Live at X)"})}, nil},
		{"mixed tracks", music.Release{Media: titled([]string{"A [Mixed]", "B (Mixed)", "C - Mixed"})}, []string{"DJ-mix"}},
		{"one medium is mixed", music.Release{Media: titled([]string{"A", "B"}, []string{"A - Mixed", "B - mixed"})}, []string{"DJ-mix"}},
		{"no medium is mixed", music.Release{Media: titled([]string{"A - Mixed", "B"}, []string{"C - Mixed", "D"})}, nil},
		{"live and mixed", music.Release{Media: titled([]string{"A (Live) (Mixed)"})}, []string{"Live", "DJ-mix"}},
		{"media without tracks", music.Release{Media: titled(nil, nil)}, nil},
		{"no media", music.Release{}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			before := test.release.Clone()
			if diff := cmp.Diff(music.GuessTypesOfRelease(&test.release), test.want); diff != "" {
				t.Errorf("got -, want +:\n%s", diff)
			}
			if diff := cmp.Diff(test.release.Types, before.Types); diff != "" {
				t.Errorf("the argument was changed:\n%s", diff)
			}
		})
	}
}
