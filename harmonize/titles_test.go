package harmonize_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"tutti/harmonize"
	"tutti/internal/language"
	"tutti/music"
)

// guessing returns options with a guesser that always says the same.
func guessing(o harmonize.Options, guesses ...music.LanguageGuess) harmonize.Options {
	o.Guess = func(string) []music.LanguageGuess { return guesses }
	return o
}

// toldOf is the codes of messages.
func toldOf(m *harmonize.Result) string {
	var codes []string
	for _, told := range m.Messages {
		codes = append(codes, told.Severity.String()+" "+told.Code)
	}
	return strings.Join(codes, ", ")
}

func singing(title string, titles ...string) music.Release {
	return music.Release{Title: title, Media: titled(titles)}
}

func TestLanguageIsGuessedFromTwoTracks(t *testing.T) {
	t.Parallel()
	sure := music.LanguageGuess{Code: "fra", Confidence: 0.81}
	tests := map[string]struct {
		release music.Release
		guess   music.LanguageGuess
		want    string
		told    string
	}{
		"a sure guess":         {singing("Marée", "Une", "Deux"), sure, "fra", "debug detected-scripts, debug guessed-language"},
		"tracks of two media":  {music.Release{Title: "Marée", Media: titled([]string{"Une"}, []string{"Deux"})}, sure, "fra", "debug detected-scripts, debug guessed-language"},
		"a guess that is not":  {singing("Marée", "Une", "Deux"), music.LanguageGuess{Code: "fra", Confidence: 0.8}, "", "debug detected-scripts, debug guessed-language"},
		"a single track":       {singing("Marée", "Une"), sure, "", "debug detected-scripts"},
		"no track":             {singing("Marée"), sure, "", "debug detected-scripts"},
		"no letters":           {singing("1", "2", "3"), sure, "zxx", "debug no-linguistic-content"},
		"a language is stated": {music.Release{Title: "A", Media: titled([]string{"B", "C"}), Language: &music.Language{Code: "mul"}}, sure, "mul", "debug detected-scripts"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			inBothModes(t, func(t *testing.T, o harmonize.Options) {
				t.Helper()
				m := mustMerge(t, guessing(o, test.guess), said("a", test.release))
				got := ""
				if code := m.Release.Language(nil); code != nil {
					got = *code
				}
				if got != test.want || toldOf(m) != test.told {
					t.Errorf("got %q and %q, want %q and %q", got, toldOf(m), test.want, test.told)
				}
				if c := m.Release.LanguageConfidence(nil); (c != nil) != (got == test.guess.Code) {
					t.Errorf("got the confidence %v of %q", c, got)
				}
			})
		})
	}
}

func TestGuessesAreToldIfThereIsSomethingToThem(t *testing.T) {
	t.Parallel()
	o := guessing(harmonize.Default(), music.LanguageGuess{Code: "dan", Confidence: 0.6},
		music.LanguageGuess{Code: "nob", Confidence: 0.3}, music.LanguageGuess{Code: "swe", Confidence: 0.1})
	m := mustMerge(t, o, said("a", singing("Nat", "Vinter", "Sommer")))
	last := m.Messages[len(m.Messages)-1]
	if diff := cmp.Diff(last.Fact("found"), []string{"dan (60 %)", "nob (30 %)"}); diff != "" {
		t.Errorf("got -, want +:\n%s", diff)
	}
	m = mustMerge(t, guessing(harmonize.Default()), said("a", singing("Nat", "Vinter", "Sommer")))
	if got := toldOf(m); got != "debug detected-scripts, debug guessed-language" || m.Release.Language(nil) != nil {
		t.Errorf("without a guess: told %q", got)
	}
}

func TestDefaultModeKeepsAStatedLanguage(t *testing.T) {
	t.Parallel()
	stated := singing("1:1", "2", "3")
	stated.Language = &music.Language{Code: "deu"}
	for name, want := range map[string]string{"default": "deu", "reference": "zxx"} {
		if got := mustMerge(t, modes()[name], said("a", stated)).Release.Language(nil); got == nil || *got != want {
			t.Errorf("%s: got %v, want %s", name, got, want)
		}
		if stated.Language.Code != "deu" {
			t.Fatal("the provider's own release was changed")
		}
	}
	if got := mustMerge(t, harmonize.Default(), said("a", music.Release{Title: "1989"})).Release.Language(nil); got != nil {
		t.Errorf("got %q for a release of unknown tracks", *got)
	}
	if got := mustMerge(t, harmonize.Reference(), said("a", music.Release{Title: "1989"})).Release.Language(nil); got == nil {
		t.Error("the reference judges by the title of the release alone")
	}
}

func TestDefaultModeDetectsMoreScripts(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ title, want, reference, told string }{
		"a script of the ten":         {"Тихая вода", "Cyrl", "Cyrl", "debug detected-scripts"},
		"a script that is not":        {"नमस्ते दुनिया", "Deva", "", "debug detected-scripts"},
		"beside one of the ten":       {"Hello नमस्ते", "", "Latn", "debug detected-scripts"},
		"letters of no script":        {"𝐁𝐨𝐥𝐝", "", "", "warning unsupported-script"},
		"exactly as much as too few":  {"abcdefg бвг", "", "", "debug detected-scripts"},
		"just a bit more than enough": {"abcdefgh бвг", "Latn", "Latn", "debug detected-scripts"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			m := mustMerge(t, harmonize.Default(), said("a", music.Release{Title: test.title}))
			got, reference := m.Release.Script(nil), mustMerge(t, harmonize.Reference(), said("a", music.Release{Title: test.title})).Release.Script(nil)
			if textOf(got) != test.want || textOf(reference) != test.reference || toldOf(m) != test.told {
				t.Errorf("got %q, told %q, in the reference %q", textOf(got), toldOf(m), textOf(reference))
			}
		})
	}
}

func textOf(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}

func TestOnlyWhatIsWantedIsDerived(t *testing.T) {
	t.Parallel()
	asked := 0
	o := harmonize.Default()
	o.Guess = func(string) []music.LanguageGuess { asked++; return nil }
	o.Need = music.PropertiesOf(music.PropTitle, music.PropTrackTitles)
	a := said("a", singing("A", "B", "C"))
	if m := mustMerge(t, o, a); asked != 0 || len(m.Messages) != 0 || m.Release.Script(nil) != nil {
		t.Errorf("nobody wants either: guessed %d times, told %q", asked, toldOf(m))
	}
	o.Need = music.PropertiesOf(music.PropScript)
	if m := mustMerge(t, o, a); asked != 0 || toldOf(m) != "debug detected-scripts" || textOf(m.Release.Script(nil)) != "Latn" {
		t.Errorf("the script alone: guessed %d times, told %q", asked, toldOf(m))
	}
	o.Need = music.PropertiesOf(music.PropLanguage)
	if m := mustMerge(t, o, a); asked != 1 || toldOf(m) != "debug guessed-language" {
		t.Errorf("the language alone: guessed %d times, told %q", asked, toldOf(m))
	}
	o.Need, o.Raw = 0, true
	if m := mustMerge(t, o, a); asked != 1 || len(m.Messages) != 0 {
		t.Errorf("a raw merge: guessed %d times, told %q", asked, toldOf(m))
	}
}

func TestViewsDeriveNothing(t *testing.T) {
	t.Parallel()
	m := mustMerge(t, guessing(harmonize.Default(), music.LanguageGuess{Code: "eng", Confidence: 1}), said("a", singing("A", "B", "C")))
	if v := m.Views[0]; v.Language() != nil || v.Script() != nil {
		t.Errorf("the provider states neither, the view %v and %v", v.Language(), v.Script())
	}
}

func TestProvenanceTellsWhatIsDerived(t *testing.T) {
	t.Parallel()
	plain := said("a", singing("A", "B", "C"))
	stating := said("b", music.Release{Title: "A", Language: &music.Language{Code: "deu"}})
	other := said("c", music.Release{Title: "A", Language: &music.Language{Code: "eng"}})
	o := guessing(harmonize.Default(), music.LanguageGuess{Code: "nld", Confidence: 0.9})
	for name, test := range map[string]struct {
		outcomes []harmonize.Outcome
		chosen   string // provider
		merged   string
		from     string // what c is asked for first
	}{
		"nobody states it": {[]harmonize.Outcome{lacking(plain, music.PropLanguage, music.PropScript)}, "", "nld", "nld"},
		"two state it":     {[]harmonize.Outcome{plain, stating, other}, "b", "deu", "eng"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := mustMerge(t, o, test.outcomes...).Release
			p := r.Provenance().Field("language")
			if p == nil {
				t.Fatal("the language has no provenance")
			}
			chosen := ""
			if c := p.Choice(); c != nil {
				chosen = string(c.Provider())
			}
			if chosen != test.chosen || p.Merged() != test.merged || textOf(r.Language(list("c"))) != test.from {
				t.Errorf("chosen %q, merged %q, with c first %q", chosen, p.Merged(), textOf(r.Language(list("c"))))
			}
			if s := r.Provenance().Field("script"); s == nil || s.Choice() != nil || s.Merged() != "Latn" {
				t.Errorf("the script's is %+v", s)
			}
			if who, ok := r.Source(music.PropLanguage); string(who) != test.chosen || ok != (test.chosen != "") {
				t.Errorf("the source is %q", who)
			}
		})
	}
}

// TestHugeTitlesAreCut holds that neither many nor long titles make a guess slow, and that the guesser sees whole lines first.
func TestHugeTitlesAreCut(t *testing.T) {
	t.Parallel()
	longest := 0
	o := harmonize.Default()
	o.Guess = func(titles string) []music.LanguageGuess { longest = max(longest, len(titles)); return nil }
	mustMerge(t, o, said("a", singing("A", strings.Repeat("lang ", 1<<18), "B")))
	mustMerge(t, o, said("a", singing("A", strings.Split(strings.Repeat("kurz ", 1<<16), " ")...)))
	if longest > 64<<10 || longest < 60<<10 {
		t.Errorf("%d bytes were looked at", longest)
	}
}

// FuzzTitles holds that no titles make a merge fail, and that the same titles always give the same.
func FuzzTitles(f *testing.F) {
	for _, s := range []string{"", "a\x00b", "\u202eabc\u202c", "\xff\xfe", "0", "नमस्ते", strings.Repeat("ü", 1000)} {
		f.Add(s, "Tåget till Kråkmåla")
	}
	o := harmonize.Default()
	o.Guess = language.New().Guess
	f.Fuzz(func(t *testing.T, one, two string) {
		outcomes := []harmonize.Outcome{said("a", singing(one, two, one+two))}
		first, second := mustMerge(t, o, outcomes...), mustMerge(t, o, outcomes...)
		if diff := cmp.Diff(first.Release.Music(), second.Release.Music(), cmp.AllowUnexported(music.TrackNumber{})); diff != "" {
			t.Errorf("first -, then +:\n%s", diff)
		}
		for _, m := range first.Messages {
			if !utf8.ValidString(m.Text) {
				t.Errorf("told %q", m.Text)
			}
		}
	})
}
