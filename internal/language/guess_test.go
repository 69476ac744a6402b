package language

import (
	"math"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"tutti/music"
)

// TestModelIsWhole holds what is embedded: fifty languages with their traits, and weights for all of them.
func TestModelIsWhole(t *testing.T) {
	t.Parallel()
	n, err := load()
	if err != nil {
		t.Fatal(err)
	}
	if len(n.languages) != 50 || len(n.output.biases) != 50 || len(n.hidden.weights) != len(n.inputs) {
		t.Errorf("%d languages, %d outputs; %d inputs, %d weighed", len(n.languages), len(n.output.biases), len(n.inputs), len(n.hidden.weights))
	}
	for _, code := range n.languages {
		if len(traits[code].scripts) == 0 {
			t.Errorf("%s has no traits", code)
		}
	}
	for code := range traits {
		if !slices.Contains(n.languages, code) {
			t.Errorf("%s has traits, but the network does not know it", code)
		}
	}
	info, err := os.Stat("network.json")
	if err != nil || info.Size() > 2<<20 {
		t.Errorf("the network has %d bytes: %v", info.Size(), err)
	}
}

func TestGuess(t *testing.T) {
	t.Parallel()
	g := New()
	tests := map[string]struct {
		text, want string
		sure       bool
	}{
		"nothing":                          {"", "", false},
		"no letters":                       {"1:1 / #2 …", "", false},
		"a script of none of them":         {"น้ำนิ่ง เมืองไร้นาม", "", false},
		"an unknown script beside a known": {"เมืองไร้นาม ฝนบนหลังคา donde duermen los barcos", "spa", false},
		"kana":                             {"夢の途中で\nさよならの練習", "jpn", true},
		"no kana":                          {"没有名字的街\n慢慢天亮", "cmn", true},
		"capitals":                         {"DIE STADT SCHLÄFT NIE\nKEIN WORT ZU VIEL", "deu", true},
		"letters in parts":                 {"Où est l'e\u0301te\u0301?\nJe n'ai pas oublie\u0301", "fra", true},
		"Serbian in its other letters":     {"Где си била\nНоћ без тебе\nЉубав моја ђе си", "srp", true},
		"punctuation all around":           {"«¿Dónde — estás? (¡no!)»\n[El último] verano...", "spa", true},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := g.Guess(test.text)
			if test.want == "" {
				if len(got) != 0 {
					t.Errorf("got %v", got)
				}
				return
			}
			if len(got) == 0 || got[0].Code != test.want || got[0].Confidence > 0.8 != test.sure {
				t.Errorf("got %v, want %s", got, test.want)
			}
		})
	}
}

func TestGuesserIsSafeForSeveral(t *testing.T) {
	t.Parallel()
	g := New()
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if got := g.Guess("Der letzte Bus nach Hause\nKein Wort zu viel"); len(got) == 0 || got[0].Code != "deu" {
				t.Errorf("got %v", got)
			}
		})
	}
	wait.Wait()
}

// TestHugeTextTakesBoundedTime guesses from texts of a megabyte.
func TestHugeTextTakesBoundedTime(t *testing.T) {
	t.Parallel()
	g := New()
	for name, unit := range map[string]string{
		"letters": "å", "words": "la noche ", "signs": "漢", "NULs": "\x00", "bidirectional controls": "\u202eא\u202c", "bytes that are no text": "\xff\xc3",
		"marks on one letter": "\u0301", "a word": "x", "lines": "a\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			began := time.Now()
			hold(t, g.Guess(strings.Repeat(unit, (1<<20)/len(unit))))
			if took := time.Since(began); took > 2*time.Second { // some milliseconds, where nothing else is done
				t.Errorf("it took %s", took)
			}
		})
	}
}

// hold holds that guesses are known languages with confidences, the surest first, that are no more than one together.
func hold(t *testing.T, guesses []music.LanguageGuess) {
	t.Helper()
	sum, last := 0.0, 1.0
	for _, g := range guesses {
		if traits[g.Code].scripts == nil || !(g.Confidence > 0 && g.Confidence <= last) {
			t.Errorf("got %+v after %f", g, last)
		}
		sum, last = sum+g.Confidence, g.Confidence
	}
	if sum > 1.01 || math.IsNaN(sum) {
		t.Errorf("all together are %f sure", sum)
	}
}

// FuzzGuess holds that no text makes a guess fail, and that the same text has the same guesses.
func FuzzGuess(f *testing.F) {
	for _, s := range []string{
		"", "a", "Tåget till Kråkmåla", "君の名は。", "न", "\x00", "\u202eabc\u202c", "\xff\xfe", "I\u0307", "ſß", "한 漢 か a", strings.Repeat("ü", 100),
	} {
		f.Add(s)
	}
	g := New()
	f.Fuzz(func(t *testing.T, text string) {
		first := g.Guess(text)
		hold(t, first)
		if second := New().Guess(text); !slices.Equal(first, second) {
			t.Errorf("first %v, then %v", first, second)
		}
	})
}
