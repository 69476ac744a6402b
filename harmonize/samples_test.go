package harmonize_test

import (
	"fmt"
	"strconv"

	"tutti/harmonize"
	"tutti/music"
)

// album is an invented release as the provider of this number would describe it.
func album(provider, tracks int) harmonize.Outcome {
	name := music.ProviderName(fmt.Sprintf("shop%d", provider))
	status, notice := "Official", "℗ 2021 Invented Records"
	r := &music.Release{
		Title:       "Paper Lanterns",
		GTIN:        "0400638133393",
		Artists:     []music.ArtistCredit{{Entity: music.Entity{Name: "The Inventions", IDs: []music.ExternalID{{Provider: name, Type: "artist", ID: "1"}}}}},
		Links:       []music.ExternalLink{{URL: fmt.Sprintf("https://%s.example/1", name), Types: []music.LinkType{music.PaidStreaming}}},
		Status:      &status,
		Types:       []string{"Album"},
		Date:        &music.ReleaseDate{Date: music.PartialDate{Year: 2021, Month: 4, Day: 9}, Quality: music.DateAssumedValid},
		Labels:      []music.ReleaseLabel{{Entity: music.Entity{Name: "Invented Records"}, CatalogNumber: "INV 9"}},
		Images:      []music.Image{{URL: fmt.Sprintf("https://%s.example/1.jpg", name), Width: 100 * (provider + 1)}},
		Copyright:   &notice,
		AvailableIn: []music.Region{"GB", "DE"},
	}
	list := make([]music.Track, tracks)
	for i := range list {
		code := music.ISRC(fmt.Sprintf("XXAAA21%05d", i))
		list[i] = music.Track{
			Title:     fmt.Sprintf("Lantern Number %d", i+1),
			Artists:   []music.ArtistCredit{{Entity: music.Entity{Name: "The Inventions", IDs: []music.ExternalID{{Provider: name, Type: "artist", ID: "1"}}}}},
			Number:    music.Numbered(i + 1),
			Length:    music.Duration(180_000 + 1000*i + provider),
			ISRC:      &code,
			Recording: &music.Entity{IDs: []music.ExternalID{{Provider: name, Type: "track", ID: strconv.Itoa(i)}}},
		}
	}
	r.Media = []music.Medium{{Number: 1, Format: "Digital Media", Tracks: list}}
	return harmonize.Outcome{Provider: name, Release: r, Covers: music.AllProperties, Precision: harmonize.PrecisionMilliseconds}
}

func albums(providers, tracks int) []harmonize.Outcome {
	out := make([]harmonize.Outcome, providers)
	for i := range out {
		out[i] = album(i, tracks)
	}
	return out
}
