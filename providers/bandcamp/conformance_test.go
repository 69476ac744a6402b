package bandcamp

import (
	"testing"

	"tutti/internal/conformance"
	"tutti/music"
	"tutti/providers"
)

func TestConformancePages(t *testing.T) {
	t.Parallel()
	conformance.Pages(t, info())
}

func TestConformanceCases(t *testing.T) {
	t.Parallel()
	conformance.ProviderCases(t, Factory(), played)
}

// played is what a page of the player says of tracks.
func played(page providers.Document) (any, error) {
	player, err := extractPlayer(page)
	tracks := make([]map[string]any, len(player.Tracks))
	for i, t := range player.Tracks {
		tracks[i] = map[string]any{"tracknum": t.TrackNum, "title": t.Title, "duration": t.Duration}
	}
	return tracks, err
}

func TestConformanceFields(t *testing.T) {
	t.Parallel()
	conformance.Fields(t, Factory(), map[string]conformance.Read{
		`^(?:album|track)/`: func(page providers.Document) error {
			_, err := extract(page)
			return err
		},
		`^EmbeddedPlayer/`: func(page providers.Document) error {
			_, err := extractPlayer(page)
			return err
		},
	})
}

func TestConformanceFunctions(t *testing.T) {
	t.Parallel()
	conformance.Functions(t, "bandcamp", map[string]conformance.Func{
		"bandcamp_track_links": func(t *testing.T, input []byte) (any, error) {
			t.Helper()
			links := trackLinkTypes(conformance.Arguments[struct{ Track wireTrack }](t, input).Track)
			return append([]music.LinkType{}, links...), nil
		},
	})
}
