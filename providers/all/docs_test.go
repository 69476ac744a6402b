package all_test

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"tutti/internal/golden"
	"tutti/music"
	"tutti/providers"
	"tutti/providers/all"
)

// TestDocs keeps docs/providers.md true. Run with -update after a change of what a provider declares, and look at what changed.
func TestDocs(t *testing.T) {
	t.Parallel()
	var b strings.Builder
	b.WriteString("# Providers\n\nWhat each provider can do, how fast it may be asked, and what its questions cost. This page is made of what the " +
		"providers declare:\n`go test ./providers/all -update` writes it.\n")
	factories := all.Factories()
	writeAbilities(&b, factories)
	writeManners(&b, factories)
	writeTerms(&b, factories)
	writeRankings(t, &b)
	for _, f := range factories {
		writeEndpoints(&b, f)
	}
	golden.Equal(t, "../../docs/providers.md", []byte(b.String()))
}

func writeAbilities(b *strings.Builder, factories []providers.Factory) {
	b.WriteString("\n## What they can be asked\n\nA release by its id or page at any of them. Besides:\n\n" +
		"| provider | categories | release by GTIN | track by ISRC | track by id | artist by id | discography | search: releases | tracks | artists | several at once |\n" +
		"|---|---|---|---|---|---|---|---|---|---|---|\n")
	for _, f := range factories {
		s := providers.NewSource(f, nil)
		cells := []string{f.Info.Display, cmp.Or(joined(f.Info.Categories), "-")}
		for _, by := range []providers.By{
			providers.ByGTIN, providers.ByISRC, providers.ByTrack, providers.ByArtist, providers.ByDiscography,
			providers.BySearchingReleases, providers.BySearchingTracks, providers.BySearchingArtists,
		} {
			cells = append(cells, yes(s.Can(by)))
		}
		var batches []string
		for _, e := range f.Endpoints {
			if e.Batch != nil {
				batches = append(batches, fmt.Sprintf("%s ≤ %d", e.Name, e.Batch.Max))
			}
		}
		writeRow(b, append(cells, cmp.Or(strings.Join(batches, ", "), "-")))
	}
	b.WriteString("\n## What they tell of a release\n\nBy id, if everything is asked for.\n\n| property |")
	for _, f := range factories {
		b.WriteString(" " + f.Info.Display + " |")
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(factories)) + "\n")
	for p := range music.NumProperties {
		cells := []string{p.String()}
		for _, f := range factories {
			cells = append(cells, yes(f.Cover(providers.ByID, music.PropertiesOf(p), providers.Known{}).Yields().Has(p)))
		}
		writeRow(b, cells)
	}
}

func writeManners(b *strings.Builder, factories []providers.Factory) {
	b.WriteString("\n## Pace, regions, credentials\n\n| provider | pace | at the same time | regions | credentials | hosts |\n|---|---|---|---|---|---|\n")
	for _, f := range factories {
		pace, regions := "-", "the same everywhere"
		if f.Limits.Starts > 0 {
			pace = fmt.Sprintf("%d in %s", f.Limits.Starts, f.Limits.Window)
		}
		if n := len(f.Info.Regions); n > 0 {
			regions = fmt.Sprintf("%d, asked one after the other", n)
		}
		var secrets []string
		for _, s := range f.Info.Secrets {
			secrets = append(secrets, "`TUTTI_"+strings.ToUpper(string(f.Info.Name)+"_"+s)+"`")
		}
		simultaneous := "the transport's default"
		if f.Limits.Concurrency > 0 {
			simultaneous = strconv.Itoa(f.Limits.Concurrency)
		}
		writeRow(b, []string{f.Info.Display, pace, simultaneous, regions, cmp.Or(strings.Join(secrets, ", "), "none"), joined(f.Info.Hosts)})
	}
}

// writeTerms tells what services demand of whoever shows their data.
func writeTerms(b *strings.Builder, factories []providers.Factory) {
	b.WriteString("\n## What services demand\n\nThose that are not here demand nothing. Answers that are too old are asked for anew, and are not shown " +
		"where that fails;\nwhoever shows data of these services has to show the notice as well. A replay of an earlier lookup shows what was said then.\n\n" +
		"| provider | notice to show | answers may be shown for |\n|---|---|---|\n")
	for _, f := range factories {
		n, keep := f.Info.Notice, time.Duration(0)
		for _, e := range f.Endpoints {
			if e.Keep > 0 && (keep == 0 || e.Keep < keep) {
				keep = e.Keep
			}
		}
		if n.Text == "" && keep == 0 {
			continue
		}
		notice, age := "-", "-"
		if n.Text != "" {
			notice = "[" + n.Text + "](" + n.URL + ")"
		}
		if keep > 0 {
			age = keep.String()
		}
		writeRow(b, []string{f.Info.Display, notice, age})
	}
}

// ranking is what providers are ranked by.
type ranking struct {
	name    string
	feature providers.Feature
	of      func(providers.Features) int
}

func rankings() []ranking {
	return []ranking{
		{"images, by size of covers", providers.FeatureCoverSize, func(f providers.Features) int { return f.CoverSize }},
		{"lengths, by precision", providers.FeatureDurationPrecision, func(f providers.Features) int { return int(f.DurationPrecision) }},
		{"labels, by how well they are told", providers.FeatureReleaseLabel, func(f providers.Features) int { return int(f.ReleaseLabel) }},
		{"ids, by how cheaply MBIDs are found", providers.FeatureMBIDResolving, func(f providers.Features) int { return int(f.MBIDResolving) }},
	}
}

func writeRankings(t *testing.T, b *strings.Builder) {
	t.Helper()
	r, err := providers.NewRegistry(all.Factories()...)
	if err != nil {
		t.Fatal(err)
	}
	b.WriteString("\n## Who comes first\n\nOf equals, the first one in `providers/all/all.go`.\n\n| of | order |\n|---|---|\n")
	for _, c := range []providers.Category{providers.All, providers.Default, providers.Digital, providers.Database} {
		writeRow(b, []string{"category " + string(c), joined(r.Category(c))})
	}
	for _, k := range rankings() {
		writeRow(b, []string{k.name, joined(r.Ranking(k.feature))})
	}
}

func writeEndpoints(b *strings.Builder, f providers.Factory) {
	fmt.Fprintf(b, "\n## %s\n\n| question | starts from | follows | requests for one release | tells |\n|---|---|---|---|---|\n", f.Info.Display)
	for _, e := range f.Endpoints {
		var after []string
		for _, a := range e.After {
			after = append(after, a.Name)
		}
		writeRow(b, []string{e.Name, cmp.Or(e.Starts.String(), "-"), cmp.Or(strings.Join(after, ", "), "-"), costOf(e), strings.ReplaceAll(e.Yields.String(), ",", ", ")})
	}
	b.WriteString("\nAt most so many requests for a release of 12 tracks in one region, by what is wanted of it:\n\n| wanted | by id | by GTIN |\n|---|---|---|\n")
	wanted := map[string]music.Properties{
		"1 title": music.PropertiesOf(music.PropTitle), "2 titles of tracks": music.PropertiesOf(music.PropTitle, music.PropTrackTitles),
		"3 and ISRCs": music.PropertiesOf(music.PropTitle, music.PropTrackTitles, music.PropISRCs), "4 all": music.AllProperties,
	}
	for _, name := range slices.Sorted(maps.Keys(wanted)) {
		cells := []string{name[2:]}
		for _, by := range []providers.By{providers.ByID, providers.ByGTIN} {
			cover := f.Cover(by, wanted[name], providers.Known{})
			cells = append(cells, cmp.Or(number(cover.Bound(providers.Shape{Tracks: 12, Listed: 12, Regions: 1, Forms: 1})), "-"))
		}
		writeRow(b, cells)
	}
}

// costOf says how many requests an endpoint takes.
func costOf(e *providers.Endpoint) string {
	c := e.Count
	var parts []string
	switch {
	case c.PerTrack && c.Size > 1:
		parts = append(parts, fmt.Sprintf("1 for %d tracks", c.Size))
	case c.PerTrack:
		parts = append(parts, "1 per track")
	default:
		parts = append(parts, "1")
	}
	for text, holds := range map[string]bool{
		"after the first " + strconv.Itoa(c.Skip): c.Skip > 0, "only on a condition": c.If, "in each region until there is an answer": c.Regions,
	} {
		if holds {
			parts = append(parts, text)
		}
	}
	if c.Forms > 1 {
		parts = append(parts, fmt.Sprintf("in up to %d written forms", c.Forms))
	}
	if c.Max > 0 {
		parts = append(parts, fmt.Sprintf("at most %d", c.Max))
	}
	slices.Sort(parts[1:])
	return strings.Join(parts, ", ")
}

func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func yes(is bool) string { //nolint:revive // it writes a flag
	if is {
		return "yes"
	}
	return "-"
}

func joined[S ~string](list []S) string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = string(s)
	}
	return strings.Join(out, ", ")
}

func writeRow(b *strings.Builder, cells []string) {
	b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}
