package language_test

import (
	"fmt"

	"tutti/internal/language"
)

func Example() {
	g := language.New()
	for _, guess := range g.Guess("Mañana será otro río\nDonde duermen los barcos") {
		fmt.Printf("%s %.1f\n", guess.Code, guess.Confidence)
	}
	// Output:
	// spa 1.0
}
