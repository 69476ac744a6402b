package providers_test

import (
	"testing"

	"tutti/music"
	"tutti/providers"
)

func BenchmarkCover(b *testing.B) {
	for _, f := range skeletons() {
		b.Run(string(f.Info.Name), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f.Cover(providers.ByID, music.AllProperties, providers.Known{})
			}
		})
	}
}

func BenchmarkBound(b *testing.B) {
	c := spotify().Cover(providers.ByGTIN, music.AllProperties, providers.Known{})
	b.ReportAllocs()
	for b.Loop() {
		c.Bound(providers.Shape{Tracks: 12, Regions: 2, Forms: 3})
	}
}
