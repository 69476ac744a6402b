package music_test

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strconv"
	"testing"

	"tutti/internal/conformance"
	"tutti/music"
)

func TestConformanceFunctions(t *testing.T) {
	t.Parallel()
	all := map[string]conformance.Func{}
	for _, table := range []map[string]conformance.Func{codes(), texts(), times(), lists(), types(), scripts()} {
		maps.Copy(all, table)
	}
	conformance.Functions(t, "music", all)
}

// function makes a Func of one that reads typed arguments and never fails.
func function[A any](f func(A) any) conformance.Func {
	return func(t *testing.T, input []byte) (any, error) {
		t.Helper()
		return f(conformance.Arguments[A](t, input)), nil
	}
}

// orNil is null for what is not there.
func orNil[T any](v T, ok bool) any { //nolint:revive // the second result of a lookup
	if !ok {
		return nil
	}
	return v
}

type gtinInput struct {
	GTIN   conformance.Code
	Length int
}

func (i gtinInput) gtin() music.GTIN { return music.GTIN(i.GTIN.String()) }

func codes() map[string]conformance.Func {
	checkDigit := func(t *testing.T, input []byte) (any, error) {
		t.Helper()
		return music.GTINCheckDigit(string(conformance.Arguments[gtinInput](t, input).gtin()))
	}
	validate := func(t *testing.T, input []byte) (any, error) {
		t.Helper()
		err := conformance.Arguments[gtinInput](t, input).gtin().Valid()
		return err == nil, err
	}
	isValid := function(func(i gtinInput) any {
		err := i.gtin().Valid()
		row := conformance.Row{"value": err == nil}
		if e, ok := errors.AsType[*music.GTINError](err); ok {
			row["reason"] = string(e.Reason)
		}
		return row
	})
	format := function(func(i gtinInput) any { return i.gtin().Format(i.Length) })
	cleanBarcode := function(func(i struct{ Barcode string }) any { return orNil(music.CleanBarcode(i.Barcode)) })
	return map[string]conformance.Func{
		"gtin_check_digit": checkDigit, "gtin.checkDigit": checkDigit,
		"gtin_validate": validate, "gtin_is_valid": isValid, "gtin.validate": isValid,
		"gtin_format": format, "gtin.format": format,
		"gtin_equal": function(equal), "gtin.equal": function(equal),
		"gtin_unique": function(unique), "gtin.unique": function(unique),
		"gtin_clean_barcode": cleanBarcode, "gtin.cleanBarcode": cleanBarcode,
		"isrc_normalize": function(normalISRC), "isrc.normalize": function(normalISRC),
		"isrc_parse": parseISRC("hyphenated", "spaced"), "isrc.parse": parseISRC("formatted", ""),
	}
}

// equal compares numbers, or where it has to be strict texts, which is a comparison that nobody needs.
func equal(i struct {
	A, B   conformance.Code
	Strict bool
},
) any {
	a, b := music.GTIN(i.A.String()), music.GTIN(i.B.String())
	if i.Strict {
		return a == b
	}
	return a.Equal(b)
}

func unique(i struct{ GTINs []conformance.Code }) any {
	var gtins []music.GTIN
	for _, g := range i.GTINs {
		gtins = append(gtins, music.GTIN(g.String()))
	}
	out := []json.Number{}
	for _, g := range music.UniqueGTINs(gtins) {
		out = append(out, json.Number(g.Number()))
	}
	return out
}

func normalISRC(i struct{ ISRC music.ISRC }) any { return orNil(music.NormalizeISRC(i.ISRC)) }

func parseISRC(hyphenated, spaced string) conformance.Func {
	return func(t *testing.T, input []byte) (any, error) {
		t.Helper()
		p, err := music.ParseISRC(conformance.Arguments[struct{ ISRC string }](t, input).ISRC)
		out := map[string]any{
			"country": p.Country, "registrant": p.Registrant, "year": p.Year, "designation": p.Designation,
			"normalized": p.Format(""), hyphenated: p.Format("-"),
		}
		if spaced != "" {
			out[spaced] = p.Format(" ")
		} else {
			out["raw"] = p.Raw
		}
		return out, err
	}
}

func texts() map[string]conformance.Func {
	similar := function(func(i struct{ A, B string }) any { return music.SimilarNames(i.A, i.B) })
	return map[string]conformance.Func{
		"similar_names": similar, "name.similar": similar,
		"simplify_name":         function(func(i struct{ Name string }) any { return music.SimplifyName(i.Name) }),
		"match_by_similar_name": function(match),
		"format_copyright": function(func(i struct {
			Copyright      string
			ExpectedSymbol string `json:"expected_symbol"`
		},
		) any {
			return music.FormatCopyright(i.Copyright, i.ExpectedSymbol)
		}),
		"copyright.format": function(func(i struct{ Text, Expected string }) any { return music.FormatCopyright(i.Text, i.Expected) }),
		"region.flag":      function(func(i struct{ Code music.Region }) any { return i.Code.Flag() }),
		"region.name":      function(func(i struct{ Code music.Region }) any { return i.Code.Name() }),
		"region.list":      function(func(i struct{ Codes []music.Region }) any { return music.RegionList(i.Codes) }),
	}
}

func match(i struct {
	Main       struct{ Name string }
	Candidates []struct{ Name string }
},
) any {
	var names []string
	for _, c := range i.Candidates {
		names = append(names, c.Name)
	}
	return orNil(music.MatchName(names, i.Main.Name))
}

func encodeDate(d music.PartialDate, _ bool) any {
	out := map[string]int{}
	for name, part := range map[string]int{"year": d.Year, "month": d.Month, "day": d.Day} {
		if part != 0 {
			out[name] = part
		}
	}
	return out
}

func times() map[string]conformance.Func {
	parseDate := function(func(i struct{ Date string }) any { return encodeDate(music.ParseDate(i.Date)) })
	parseTime := function(func(i struct{ DateTime string }) any { return encodeDate(music.ParseDateTime(i.DateTime)) })
	formatDate := function(func(i struct{ Date music.PartialDate }) any { return i.Date.String() })
	return map[string]conformance.Func{
		"parse_date": parseDate, "date.parse": parseDate,
		"parse_datetime": parseTime, "date.parseDateTime": parseTime,
		"format_date": formatDate, "date.format": formatDate,
		"format_duration": function(func(i struct {
			MS      music.Duration
			Options struct{ ShowMS *bool }
		},
		) any {
			return i.MS.Format(style(i.Options.ShowMS))
		}),
		"duration.format": function(func(i struct {
			MS     music.Duration
			ShowMS *bool
		},
		) any {
			return i.MS.Format(style(i.ShowMS))
		}),
		"parse_iso_duration":  function(func(i struct{ Duration string }) any { return music.ParseISODuration(i.Duration) }),
		"duration.parseISO":   function(func(i struct{ Text string }) any { return music.ParseISODuration(i.Text) }),
		"parse_duration":      function(func(i struct{ Duration string }) any { return seconds(i.Duration) }),
		"duration.parseColon": function(func(i struct{ Text string }) any { return seconds(i.Text) }),
	}
}

func style(showMS *bool) music.DurationStyle {
	switch {
	case showMS == nil:
		return music.DurationAuto
	case *showMS:
		return music.DurationExact
	default:
		return music.DurationRounded
	}
}

func seconds(text string) any {
	d, ok := music.ParseColonDuration(text)
	return orNil(float64(d)/1000, ok)
}

func lists() map[string]conformance.Func {
	return map[string]conformance.Func{
		"split_labels":        function(func(i struct{ Labels string }) any { return named(music.SplitLabels(i.Labels)) }),
		"label.split":         function(func(i struct{ Text string }) any { return named(music.SplitLabels(i.Text)) }),
		"clean_labels":        cleanLabels,
		"label.cleanUp":       cleanLabels,
		"fill_tracklist_gaps": fillMedium,
		"tracklist.fillGaps":  fillMedia,
		"track_count_summary": function(func(i struct {
			TrackCounts []int `json:"track_counts"`
		},
		) any {
			return summary(i.TrackCounts)
		}),
		"tracklist.summary": function(func(i struct{ TrackCounts []int }) any { return summary(i.TrackCounts) }),
		"track_ranges":      function(func(i struct{ Numbers []int }) any { return music.TrackRanges(i.Numbers) }),
		"tracklist.ranges":  function(func(i struct{ Numbers []int }) any { return music.TrackRanges(i.Numbers) }),
		"select_image":      function(chooseImage),
		"image.choose":      function(chooseImage),
	}
}

func named(names []string) any {
	out := []map[string]string{}
	for _, n := range names {
		out = append(out, map[string]string{"name": n})
	}
	return out
}

func summary(counts []int) any {
	var media []music.Medium
	for _, n := range counts {
		media = append(media, music.Medium{Tracks: make([]music.Track, n)})
	}
	return orNil(music.TrackSummary(media))
}

// release reads a release of which only some parts are given.
func release(t *testing.T, input []byte) *music.Release {
	t.Helper()
	a, err := conformance.DecodeRelease(input)
	if err != nil {
		t.Fatal(err)
	}
	return a.Release
}

func encoded(t *testing.T, r *music.Release) map[string]any {
	t.Helper()
	out, err := conformance.EncodeRelease(r)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func cleanLabels(t *testing.T, input []byte) (any, error) {
	t.Helper()
	r := release(t, input)
	r.Labels = music.CleanLabels(r.Labels)
	return encoded(t, r)["labels"], nil
}

func fillMedium(t *testing.T, input []byte) (any, error) {
	t.Helper()
	i := conformance.Arguments[struct {
		Medium     json.RawMessage
		TrackCount int `json:"track_count"`
	}](t, input)
	r := release(t, []byte(`{"media":[`+string(i.Medium)+`]}`))
	r.Media[0].Tracks = music.FillGaps(r.Media[0].Tracks, i.TrackCount)
	return encoded(t, r)["media"].([]any)[0], nil //nolint:errcheck // made above
}

func fillMedia(t *testing.T, input []byte) (any, error) {
	t.Helper()
	r := release(t, input)
	count := conformance.Arguments[struct{ TrackCount int }](t, input).TrackCount
	if len(r.Media) > 1 { // a total says nothing of one medium then
		count = 0
	}
	for i := range r.Media {
		r.Media[i].Tracks = music.FillGaps(r.Media[i].Tracks, count)
	}
	out := []any{}
	for _, m := range encoded(t, r)["media"].([]any) { //nolint:errcheck // made above
		out = append(out, m.(map[string]any)["tracklist"]) //nolint:errcheck // made above
	}
	return out, nil
}

func chooseImage(i struct {
	Images []struct {
		URL           string
		Width, Height int
	}
	Types []string
},
) any {
	var images []music.Image
	for _, img := range i.Images {
		images = append(images, music.Image{URL: img.URL, Width: img.Width, Height: img.Height})
	}
	best, ok := music.ChooseImage(images)
	return orNil(map[string]any{"url": best.URL, "thumbUrl": orNil(best.Thumb, best.Thumb != ""), "types": i.Types}, ok)
}

func scripts() map[string]conformance.Func {
	detect := function(func(i struct{ Text string }) any {
		out := []any{}
		for _, s := range music.DetectCommonScripts(i.Text) {
			out = append(out, map[string]any{"code": s.Code, "frequency": s.Frequency})
		}
		return out
	})
	return map[string]conformance.Func{
		"detect_scripts": detect, "script.detect": detect,
		"script.main": function(func(i struct{ Text string }) any { return orNil(music.MainScript(i.Text)) }),
	}
}

func types() map[string]conformance.Func {
	fromTitle := function(func(i struct{ Title string }) any { return music.GuessTypes(i.Title) })
	capitalize := function(func(i struct{ Type string }) any { return music.CapitalizeType(i.Type) })
	merge := function(func(i struct{ Lists [][]string }) any { return music.MergeTypes(i.Lists...) })
	sorted := function(func(i struct{ Types []string }) any { return music.SortTypes(i.Types) })
	return map[string]conformance.Func{
		"release_types_from_title": fromTitle, "types.guessFromTitle": fromTitle,
		"release_type_capitalize": capitalize, "types.capitalize": capitalize,
		"release_types_merge": merge, "types.merge": merge,
		"release_types_sort": sorted, "types.sort": sorted,
		"release_types_for_release": func(t *testing.T, input []byte) (any, error) {
			t.Helper()
			return music.GuessTypesOfRelease(release(t, conformance.Arguments[struct{ Release json.RawMessage }](t, input).Release)), nil
		},
		"types.guessForRelease": func(t *testing.T, input []byte) (any, error) {
			t.Helper()
			return music.GuessTypesOfRelease(release(t, input)), nil
		},
		"release_is_live":   function(func(i struct{ Tracks []music.Track }) any { return guesses("Live", i.Tracks) }),
		"types.guessLive":   function(func(i struct{ Tracks []string }) any { return guesses("Live", tracksTitled(i.Tracks)) }),
		"release_is_dj_mix": isDJMix,
		"types.guessDjMix": function(func(i struct{ Media [][]string }) any {
			var media [][]music.Track
			for _, titles := range i.Media {
				media = append(media, tracksTitled(titles))
			}
			return guesses("DJ-mix", media...)
		}),
	}
}

func tracksTitled(titles []string) []music.Track {
	var tracks []music.Track
	for i, title := range titles {
		tracks = append(tracks, music.Track{Title: title, Number: music.Printed(strconv.Itoa(i + 1))})
	}
	return tracks
}

// guesses tells whether a type is guessed from the tracks alone.
func guesses(name string, media ...[]music.Track) any {
	r := &music.Release{}
	for _, tracks := range media {
		r.Media = append(r.Media, music.Medium{Tracks: tracks})
	}
	return slices.Contains(music.GuessTypesOfRelease(r), name)
}

func isDJMix(t *testing.T, input []byte) (any, error) {
	t.Helper()
	return slices.Contains(music.GuessTypesOfRelease(release(t, input)), "DJ-mix"), nil
}
