package harmonize_test

import (
	"testing"

	"tutti/harmonize"
)

func BenchmarkMerge(b *testing.B) {
	sizes := []struct {
		name              string
		providers, tracks int
	}{
		{"three answers of 12 tracks", 3, 12},
		{"ten answers of 20 tracks", 10, 20},
	}
	for _, s := range sizes {
		outcomes := albums(s.providers, s.tracks)
		b.Run(s.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := harmonize.Merge(outcomes, harmonize.Default()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkProvenance(b *testing.B) {
	result, err := harmonize.Merge(albums(3, 12), harmonize.Default())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		result.Release.Provenance().All(nil, false)
	}
}

func BenchmarkConflicts(b *testing.B) {
	outcomes := albums(3, 12)
	b.ReportAllocs()
	for b.Loop() {
		result, err := harmonize.Merge(outcomes, harmonize.Default())
		if err != nil {
			b.Fatal(err)
		}
		result.Conflicts()
	}
}
