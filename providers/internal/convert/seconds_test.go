package convert_test

import (
	"math"
	"testing"

	"tutti/music"
	"tutti/providers/internal/convert"
)

func TestSeconds(t *testing.T) {
	t.Parallel()
	for n, want := range map[int]music.Duration{0: 0, 1: 1000, 239: 239000, -1: 0, math.MaxInt: 0, math.MinInt: 0} {
		if got := convert.Seconds(n); got != want {
			t.Errorf("%d seconds are %d ms, want %d", n, got, want)
		}
	}
}
