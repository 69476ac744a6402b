package music_test

import (
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
)

func TestDetectScripts(t *testing.T) {
	t.Parallel()
	third := 1.0 / 3
	tests := map[string]struct {
		text string
		want []music.Script
	}{
		"nothing":                         {"", nil},
		"no letters":                      {"#1, 2:3", nil},
		"one script":                      {"Hello", []music.Script{{Code: "Latn", Frequency: 1}}},
		"signs weigh more":                {"桜 sakura", []music.Script{{Code: "Latn", Frequency: 0.6}, {Code: "Hani", Frequency: 0.4}}},
		"one of the Japanese scripts":     {"サクラ", []music.Script{{Code: "Kana", Frequency: 1}}},
		"two of the Japanese scripts":     {"かな カナ", []music.Script{{Code: "Jpan", Frequency: 1}, {Code: "Kana", Frequency: 0.5}, {Code: "Hira", Frequency: 0.5}}},
		"a long vowel is of no script":    {"ー", nil},
		"equal shares keep their order":   {"ж a ω", []music.Script{{Code: "Latn", Frequency: third}, {Code: "Cyrl", Frequency: third}, {Code: "Grek", Frequency: third}}},
		"vowel signs are no letters":      {"हिन्दी", []music.Script{{Code: "Deva", Frequency: 1}}},
		"invalid bytes, NUL and bidi":     {"a\xff\x00\u202eb", []music.Script{{Code: "Latn", Frequency: 1}}},
		"a script that is seldom written": {"ᚠᚢᚦ", []music.Script{{Code: "Runr", Frequency: 1}}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(test.want, music.DetectScripts(test.text)); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestMainScript(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"": "", "abc б": "Latn", "ab б": "", "桜 sakura": "", "हिन्दी": "Deva"} {
		if got, ok := music.MainScript(text); got != want || ok != (want != "") {
			t.Errorf("%q: got %q, %t, want %q", text, got, ok, want)
		}
	}
}

// FuzzDetectScripts holds that shares of any text are shares, the largest first, and those of single scripts make a whole.
func FuzzDetectScripts(f *testing.F) {
	for _, s := range []string{"", "Hello Мир", "君の名は。", "한국어 漢字", "\xff\x00\u202e", "नमस्ते"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		sum, last, letters := 0.0, 1.0, false
		for _, r := range text {
			letters = letters || unicode.IsLetter(r)
		}
		if got := music.HasLetter(text); got != letters {
			t.Errorf("has a letter: got %t, want %t", got, letters)
		}
		for _, s := range music.DetectScripts(text) {
			if s.Frequency > last || s.Frequency <= 0 || len(s.Code) != 4 {
				t.Errorf("got %+v after %f", s, last)
			}
			last = s.Frequency
			if s.Code != "Jpan" && s.Code != "Kore" {
				sum += s.Frequency
			}
		}
		if sum != 0 && (sum < 0.999 || sum > 1.001) {
			t.Errorf("the shares of %q add up to %f", text, sum)
		}
	})
}
