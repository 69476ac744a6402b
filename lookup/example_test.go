package lookup_test

import (
	"fmt"

	"tutti/lookup"
	"tutti/music"
	"tutti/providers"
	"tutti/providers/all"
)

// A plan says before any request is sent who will be asked what, and how much it may take: a title is one request, all artists of all
// tracks are one more for each track.
func ExamplePlanner_Plan() {
	registry, err := providers.NewRegistry(all.Factories()...)
	if err != nil {
		fmt.Println(err)
		return
	}
	planner := lookup.Planner{Registry: registry, Sources: map[music.ProviderName]*providers.Source{}}
	for _, f := range registry.Factories() {
		planner.Sources[f.Info.Name] = providers.NewSource(f, nil) // plans do not ask
	}
	question := lookup.Question{URLs: []string{"https://www.deezer.com/album/302127"}, Options: lookup.Options{Providers: []music.ProviderName{}}}
	for _, need := range []music.Properties{
		music.PropertiesOf(music.PropTitle), music.PropertiesOf(music.PropTitle, music.PropTrackArtists),
	} {
		for _, a := range planner.Plan(question, lookup.Need{Common: need}).First {
			fmt.Print(a.Provider, " ", a.ID.ID, ":")
			for _, step := range a.Cover.Steps {
				fmt.Print(" ", step.Name)
			}
			fmt.Println(",", a.Cover.Bound(providers.Shape{Tracks: 14}), "requests for 14 tracks")
		}
	}
	// Output:
	// deezer 302127: album, 1 requests for 14 tracks
	// deezer 302127: album tracks track, 15 requests for 14 tracks
}
