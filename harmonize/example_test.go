package harmonize_test

import (
	"fmt"

	"tutti/harmonize"
	"tutti/music"
)

func ExampleMerge() {
	shop := &music.Release{
		Title: "Paper Lanterns", GTIN: "0400638133393",
		Media: []music.Medium{{Number: 1, Tracks: []music.Track{{Title: "Dusk", Length: 181_000}}}},
	}
	database := &music.Release{
		Title: "Paper lanterns", GTIN: "400638133393",
		Media:  []music.Medium{{Number: 1, Format: "CD", Tracks: []music.Track{{Title: "Dusk", Length: 181_400}}}},
		Labels: []music.ReleaseLabel{{CatalogNumber: "INV 9"}},
	}
	result, err := harmonize.Merge([]harmonize.Outcome{
		{Provider: "shop", Release: shop, Covers: music.AllProperties, Precision: harmonize.PrecisionSeconds},
		{Provider: "database", Release: database, Covers: music.AllProperties, Precision: harmonize.PrecisionMilliseconds},
	}, harmonize.Default())
	if err != nil {
		fmt.Println(err)
		return
	}
	r := result.Release
	track := r.Media(nil)[0].Tracks()[0]
	fmt.Println(r.Title(nil), *r.Labels(nil)[0].CatalogNumber(), *r.Media(nil)[0].Format(nil))
	fmt.Println(*track.LengthMs(nil), "or", *track.LengthMs([]music.ProviderName{"database"}))
	fmt.Println("conflicts:", len(result.Conflicts()))
	// Output:
	// Paper Lanterns INV 9 CD
	// 181000 or 181400
	// conflicts: 0
}

func ExampleRelease_Provenance() {
	result, err := harmonize.Merge([]harmonize.Outcome{
		{Provider: "shop", Release: &music.Release{Title: "Paper Lanterns"}, Covers: music.AllProperties},
		{Provider: "database", Release: &music.Release{Title: "Lanterns, Paper"}, Covers: music.AllProperties},
	}, harmonize.Default())
	if err != nil {
		fmt.Println(err)
		return
	}
	title := result.Release.Provenance().Title()
	fmt.Println("agreement:", title.Agreement())
	for _, c := range title.Candidates() {
		if reason := c.Rejected(); reason != nil {
			fmt.Println(c.Provider(), "says", c.Display(), "which is rejected:", *reason)
			continue
		}
		fmt.Println(c.Provider(), "says", c.Display(), "which is chosen")
	}
	// Output:
	// agreement: 0.5
	// shop says Paper Lanterns which is chosen
	// database says Lanterns, Paper which is rejected: LOWER_PREFERENCE
}
