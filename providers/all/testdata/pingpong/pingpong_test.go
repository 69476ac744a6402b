package pingpong

import (
	"testing"

	"tutti/providers"
	"tutti/providers/providertest"
)

func TestProvider(t *testing.T) {
	t.Parallel()
	providertest.Run(t, Factory(), providertest.Spec{
		Folder:   "pingpong",
		URLs:     []providertest.URL{{URL: "https://pingpong.example/album/1", ID: providers.ID{Type: "album", ID: "1"}, Canonical: true}},
		Foreign:  []string{"https://pingpong.example/artist/1"},
		BadIDs:   []string{"one"},
		Releases: []providertest.Case{{Name: "album", ID: "1"}},
		Missing:  []providertest.Case{{ID: "9"}},
	})
}
