package main

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"
	"pgregory.net/rapid"

	"tutti/graph"
	"tutti/internal/emulator"
)

// deepest is how deep a drawn selection is nested below the release.
const deepest = 3

var services3 = []emulator.Service{emulator.Deezer, emulator.Spotify, emulator.MusicBrainz}

// drawSelection draws some fields of a type, and of the types below it.
func drawSelection(t *rapid.T, schema *ast.Schema, typeName string, depth int) string {
	var fields []string
	for _, f := range schema.Types[typeName].Fields {
		lookedUpApart := typeName == "Artist" && (f.Name == "images" || f.Name == "releases")
		if strings.HasPrefix(f.Name, "__") || lookedUpApart || !rapid.Bool().Draw(t, typeName+"."+f.Name) {
			continue
		}
		text := f.Name
		if a := f.Arguments.ForName("provider"); a != nil && a.Type.NonNull {
			text += "(provider: " + rapid.SampledFrom([]string{"DEEZER", "SPOTIFY", "MUSICBRAINZ"}).Draw(t, "whose") + ")"
		} else if slices.ContainsFunc(f.Arguments, func(a *ast.ArgumentDefinition) bool { return a.Type.NonNull && a.DefaultValue == nil }) {
			continue
		}
		if schema.Types[f.Type.Name()].IsCompositeType() {
			if depth == 0 {
				continue
			}
			text += drawSelection(t, schema, f.Type.Name(), depth-1)
		}
		fields = append(fields, text)
	}
	return " { __typename " + strings.Join(fields, " ") + " }"
}

// drawLookup draws a lookup of a release of the catalogue under an alias.
func drawLookup(t *rapid.T, schema *ast.Schema, alias string) (query string, most int) {
	all := emulator.Releases()
	r := all[rapid.IntRange(0, len(all)-1).Draw(t, "release")]
	by := `gtin: "` + r.GTIN + `"`
	if s := rapid.SampledFrom(services3).Draw(t, "service"); rapid.Bool().Draw(t, "by id") {
		if id, _, ok := r.At(s); ok {
			by = fmt.Sprintf(`provider: {provider: %s, id: %q}`, strings.ToUpper(string(s)), id)
		}
	}
	options := "freshness: FRESH"
	if rapid.Bool().Draw(t, "some providers") {
		asked := rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"DEEZER", "SPOTIFY", "MUSICBRAINZ"}), 0, 3, rapid.ID).Draw(t, "providers")
		options += ", providers: [" + strings.Join(asked, ",") + "]"
	} else {
		options += ", categories: [ALL]"
	}
	if rapid.Bool().Draw(t, "bounded") {
		most = rapid.IntRange(1, 6).Draw(t, "most")
		options += fmt.Sprintf(", maxRequests: %d", most)
	}
	tracks := ""
	if rapid.Bool().Draw(t, "tracks") { // most of what costs requests lies there
		tracks = " release { media { tracks" + drawSelection(t, schema, "Track", 1) + " } }"
	}
	return fmt.Sprintf("%s: releaseLookup(by: {%s}, options: {%s}) { ...cost release%s%s }\n",
		alias, by, options, drawSelection(t, schema, "Release", deepest), tracks), most
}

const costFragment = "fragment cost on ReleaseLookup { reports { provider { name } status requests { planned sent retries } } }"

// TestSentIsNeverMoreThanPlanned asks for any selection with any options, and counts at the services: each report keeps to its
// plan, each lookup to its bound, and all that came in is on somebody's account.
func TestSentIsNeverMoreThanPlanned(t *testing.T) {
	t.Parallel()
	schema := graph.NewExecutableSchema(graph.Config{}).Schema()
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		first, mostFirst := drawLookup(rt, schema, "first")
		second, mostSecond := drawLookup(rt, schema, "second")
		query, most := "{ "+first+" }", map[string]int{"first": mostFirst, "second": mostSecond}
		if rapid.Bool().Draw(rt, "two at once") {
			query = "{ " + first + second + " }"
		}
		isDevelopment := rapid.Bool().Draw(rt, "multi-gets denied")
		n++
		t.Run(fmt.Sprint("draw ", n), func(t *testing.T) {
			h := newHouse(t)
			h.services.Behave(func(b *emulator.Behaviour) { b.IsDevelopment = isDevelopment })
			for _, problem := range overspent(t, h, query+costFragment, most) {
				rt.Errorf("%s\n%s", problem, query)
			}
		})
	})
}

// overspent asks a query and returns what does not fit the plan.
func overspent(t *testing.T, h *house, query string, most map[string]int) (problems []string) {
	t.Helper()
	type count struct{ Planned, Sent, Retries int }
	var answer struct {
		Data map[string]struct {
			Reports []struct {
				Provider struct{ Name string }
				Requests count
			}
		}
		Errors []struct{ Message string }
	}
	text := h.ask(t, query)
	if err := json.Unmarshal([]byte(text), &answer); err != nil || len(answer.Errors) > 0 || len(answer.Data) == 0 {
		return []string{fmt.Sprint(err, answer.Errors)}
	}
	accounted := 0
	for alias, lookup := range answer.Data {
		ofLookup := 0
		for _, r := range lookup.Reports {
			if r.Requests.Sent > r.Requests.Planned {
				problems = append(problems, fmt.Sprintf("%s: %s sent more than planned: %+v", alias, r.Provider.Name, r.Requests))
			}
			ofLookup += r.Requests.Sent + r.Requests.Retries
		}
		if most[alias] > 0 && ofLookup > most[alias] {
			problems = append(problems, fmt.Sprintf("%s: %d requests, at most %d were allowed", alias, ofLookup, most[alias]))
		}
		accounted += ofLookup
	}
	if got := len(h.services.Requests()) - h.sent("accounts.spotify.com"); got != accounted { // tokens are nobody's
		problems = append(problems, fmt.Sprintf("%d requests came in, %d are on accounts: %v", got, accounted, h.services.Counts()))
	}
	return problems
}
