package bandcamp

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/providers"
	"tutti/providers/internal/adaptertest"
)

// TestRemarks holds what is said about a release, and in which order.
func TestRemarks(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ page, player, want string }{
		"nothing to say": {`{}`, "", ""},
		"track of an album": {
			`{"tralbum":{"item_type":"track","album_url":"/album/signals","current":{"type":"track"}}}`, "",
			"part-of-release url [https://band.bandcamp.com/album/signals]",
		},
		"track of no album":        {`{"tralbum":{"item_type":"track","album_url":null,"current":{"type":"track"}}}`, "", ""},
		"album address of a track": {`{"tralbum":{"item_type":"track","album_url":"javascript:x","current":{"type":"track"}}}`, "", ""},
		"album with an album":      {`{"tralbum":{"item_type":"album","album_url":"/album/x"}}`, "", ""},
		"no packages":              {`{"tralbum":{"packages":[]}}`, "", ""},
		"all at once": {
			`{"og:description":"3 track album","tralbum":{"album_is_preorder":true,"current":{"upc":"770000000019"},
				"packages":[{"upc":"770000000019"},{}],"trackinfo":[{},{}]}}`,
			`{"tracks":[{"tracknum":1,"art_id":1},{"tracknum":0,"art_id":2},{"tracknum":3,"art_id":3}]}`,
			"pre-order track-artwork tracks [1-2 4] hidden-tracks count [1] physical-packages count [2] gtin-of-package gtin [770000000019]",
		},
		"track of a pre-order": {`{"tralbum":{"album_is_preorder":true,"current":{"type":"track"}}}`, "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := &providers.Answer{Warnings: remarks(read(t, c.page, c.player))}
			if diff := cmp.Diff(c.want, adaptertest.Warnings(a)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestNothingIsTakenForMarkdown holds that a title does not escape from its quotes.
func TestNothingIsTakenForMarkdown(t *testing.T) {
	t.Parallel()
	said := remarks(read(t, `{"tralbum":{"packages":[{"title":"A`+"`"+`\n[x](y)","type_name":"Cassette","edition_size":5,"label":"L"}]}}`, ""))
	want := "Bandcamp also sells this release as:\n- `A' [x](y)`, `Cassette`, edition of 5, label `L`"
	if len(said) != 1 || said[0].Text != want {
		t.Errorf("got %q, want %q", said, want)
	}
}
