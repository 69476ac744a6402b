package music_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
)

func TestCapitalizeType(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"single": "Single", "ALBUM": "Album", "ep": "EP", "eP": "EP", "Mixtape/street": "Mixtape/Street", "DJ-Mix": "DJ-mix",
		"Field Recording": "Field recording", "MIXTAPE": "Mixtape", "x": "X", "ópera": "Ópera", "": "",
	} {
		if got := music.CapitalizeType(text); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestTypesOfMusicBrainzAreCapitalised(t *testing.T) {
	t.Parallel()
	all := append(music.PrimaryTypes(), music.SecondaryTypes()...)
	if diff := cmp.Diff(music.SortTypes(all), all); diff != "" {
		t.Errorf("the tables are not sorted:\n%s", diff)
	}
	for _, name := range all {
		if got := music.CapitalizeType(strings.ToUpper(name)); got != name {
			t.Errorf("got %q, want %q", got, name)
		}
		if got := music.IsPrimaryType(name); got != slices.Contains(music.PrimaryTypes(), name) {
			t.Errorf("%s: got primary %t", name, got)
		}
	}
}

func TestSortTypes(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name        string
		types, want []string
	}{
		{"primary first", []string{"Remix", "Live", "EP", "Compilation"}, []string{"EP", "Compilation", "Live", "Remix"}},
		{"by code point", []string{"Soundtrack", "DJ-mix", "Demo", "Album"}, []string{"Album", "DJ-mix", "Demo", "Soundtrack"}},
		{"unknown names are secondary", []string{"album", "Zine", "Single"}, []string{"Single", "Zine", "album"}},
		{"none", []string{}, []string{}},
		{"unknown", nil, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			before := slices.Clone(test.types)
			if diff := cmp.Diff(music.SortTypes(test.types), test.want); diff != "" {
				t.Errorf("got -, want +:\n%s", diff)
			}
			if diff := cmp.Diff(test.types, before); diff != "" {
				t.Errorf("the argument was changed:\n%s", diff)
			}
		})
	}
}

func TestMergeTypes(t *testing.T) {
	t.Parallel()
	type lists = [][]string
	for _, test := range []struct {
		name  string
		lists lists
		want  []string
	}{
		{"one primary type, distinct secondary ones", lists{{"Live", "Album"}, {"Single", "Compilation", "Live"}, {"EP"}}, []string{"EP", "Compilation", "Live"}},
		{"album gives way to other", lists{{"Album"}, {"Other"}}, []string{"Other"}},
		{"other gives way to album", lists{{"Other"}, {"Album"}}, []string{"Album"}},
		{"an EP stays", lists{{"EP"}, {"Single"}}, []string{"EP"}},
		{"a single stays but for an EP", lists{{"Single"}, {"Broadcast"}}, []string{"Single"}},
		{"a broadcast stays", lists{{"Broadcast"}, {"EP"}}, []string{"Broadcast"}},
		{"album never wins", lists{{"Album"}, {"Single", "Live"}, {"Album"}}, []string{"Single", "Live"}},
		{"within one list", lists{{"Broadcast", "Album"}}, []string{"Broadcast"}},
		{"empty lists", lists{{}, nil}, []string{}},
		{"unknown", lists{nil, nil}, nil},
		{"no lists", nil, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(music.MergeTypes(test.lists...), test.want); diff != "" {
				t.Errorf("got -, want +:\n%s", diff)
			}
		})
	}
}
