package resolvers

import (
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"tutti/graph"
	"tutti/harmonize"
	"tutti/music"
	"tutti/providers"
	"tutti/providers/all"
)

// planned are the types whose fields are made of what providers say.
func planned() []string {
	return []string{
		"Release", "ReleaseFields", "ProviderRelease", "Medium", "Track", "ReleaseProvenance", "TrackProvenance", "ReleaseLookup",
		"ProviderReport",
	}
}

func schema() *ast.Schema { return graph.NewExecutableSchema(graph.Config{}).Schema() }

// TestEveryFieldSaysWhatItNeeds finds fields that were added to the schema and forgotten here, and entries without a field.
func TestEveryFieldSaysWhatItNeeds(t *testing.T) {
	t.Parallel()
	fields := map[string]bool{}
	for _, name := range planned() {
		for _, f := range schema().Types[name].Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			coordinate := name + "." + f.Name
			fields[coordinate] = true
			_, needed := needs[coordinate]
			if needed == nothing[coordinate] {
				t.Errorf("%s must be either in needs or in nothing", coordinate)
			}
		}
	}
	for coordinate := range needs {
		if !fields[coordinate] {
			t.Errorf("needs has %s, which is no field", coordinate)
		}
	}
	for coordinate := range nothing {
		if !fields[coordinate] {
			t.Errorf("nothing has %s, which is no field", coordinate)
		}
	}
}

// pays reports whether some registered provider may send more for p than for base, at 12 tracks on one medium.
func pays(base, p music.Properties) bool {
	shape := providers.Shape{Tracks: 12, Listed: 12, Regions: 1, Forms: 1}
	return slices.ContainsFunc(all.Factories(), func(f providers.Factory) bool {
		return slices.ContainsFunc([]providers.By{providers.ByID, providers.ByGTIN}, func(by providers.By) bool {
			bound := func(need music.Properties) int {
				return f.Cover(by, harmonize.Requires(need), providers.Known{}).Bound(shape)
			}
			return bound(base|p) > bound(base)
		})
	})
}

// TestUpstreamStandsWhereSomebodyPays compares the directive with the providers' costs: beyond a title for the release, and beyond
// titles of tracks for media and tracks. A field that cannot be null never carries it.
func TestUpstreamStandsWhereSomebodyPays(t *testing.T) {
	t.Parallel()
	title := music.PropertiesOf(music.PropTitle)
	bases := map[string]music.Properties{
		"Release": title, "ProviderRelease": title, "ReleaseProvenance": title,
		"Medium": title | music.PropertiesOf(music.PropTrackTitles), "Track": title | music.PropertiesOf(music.PropTrackTitles),
		"TrackProvenance": title | music.PropertiesOf(music.PropTrackTitles),
	}
	for name, base := range bases {
		for _, f := range schema().Types[name].Fields {
			p, ok := needs[name+"."+f.Name]
			marked := f.Directives.ForName("upstream") != nil
			want := ok && !f.Type.NonNull && pays(base, p)
			if marked != want {
				t.Errorf("%s.%s: carries @upstream %v, want %v", name, f.Name, marked, want)
			}
		}
	}
}
