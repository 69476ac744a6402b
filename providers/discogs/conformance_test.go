package discogs

import (
	"testing"

	"tutti/internal/conformance"
	"tutti/providers/internal/adaptertest"
)

func TestConformancePages(t *testing.T) {
	t.Parallel()
	conformance.Pages(t, Factory().Info)
}

func TestConformanceCases(t *testing.T) {
	t.Parallel()
	conformance.ProviderCases(t, Factory())
}

func TestConformanceFields(t *testing.T) {
	t.Parallel()
	conformance.Fields(t, Factory(), map[string]conformance.Read{
		`^releases/`:       adaptertest.Reads[wireRelease],
		`^artists/\d+$`:    adaptertest.Reads[wirePerson],
		`^database/search`: adaptertest.Reads[wireSearch],
	})
}

func TestConformanceFunctions(t *testing.T) {
	t.Parallel()
	conformance.Functions(t, "discogs", map[string]conformance.Func{
		"discogs_clean_name": cleanName, "discogs_countries": countryOf, "discogs.country": countryOf,
		"discogs_format":         formatOf(func(i struct{ Format wireFormat }) wireFormat { return i.Format }),
		"discogs.mediumFormats":  formatOf(func(f wireFormat) wireFormat { return f }),
		"discogs_format_details": formatDetails, "discogs.formatDetails": formatDetails,
		"discogs_media": mediaOf(recorded), "discogs.media": mediaOf(synthetic),
		"discogs_sections": sectionsOf,
	})
}

func cleanName(t *testing.T, input []byte) (any, error) {
	t.Helper()
	return withoutNumber(conformance.Arguments[struct{ Name string }](t, input).Name), nil
}

func countryOf(t *testing.T, input []byte) (any, error) {
	t.Helper()
	regions, ok := convertCountry(conformance.Arguments[struct{ Country string }](t, input).Country)
	if !ok {
		return nil, nil //nolint:nilnil // the rows have null for an unknown country
	}
	return regions, nil
}

func formatOf[I any](format func(I) wireFormat) conformance.Func {
	return func(t *testing.T, input []byte) (any, error) {
		t.Helper()
		out := []any{}
		for _, f := range formatsOf(format(conformance.Arguments[I](t, input))) {
			out = append(out, textOrNil(f))
		}
		return out, nil
	}
}

func formatDetails(t *testing.T, input []byte) (any, error) {
	t.Helper()
	in := conformance.Arguments[wireRelease](t, input)
	return map[string]any{
		"status": convertStatus(in.Formats), "types": convertTypes(in.Formats, in.Styles), "packaging": convertPackaging(in.Formats),
	}, nil
}

// writing is how a corpus writes a section.
type writing func(section) map[string]any

func recorded(s section) map[string]any {
	return map[string]any{"heading": textOrNil(s.heading), "positions": positions(s)}
}

func synthetic(s section) map[string]any {
	out := map[string]any{"positions": positions(s)}
	for name, text := range map[string]string{"heading": s.heading, "parentHeading": s.parentHeading, "kind": string(s.kind)} {
		if text != "" {
			out[name] = text
		}
	}
	if s.prefix.form == formDisc {
		out["hasMediumPrefix"] = true
	}
	return out
}

func mediaOf(written writing) conformance.Func {
	return func(t *testing.T, input []byte) (any, error) {
		t.Helper()
		sections, err := divide(conformance.Arguments[wireRelease](t, input).Tracklist)
		if err != nil {
			return nil, err
		}
		out := []any{}
		for _, m := range combine(sections) {
			list := make([]any, len(m.sections))
			for i, s := range m.sections {
				list[i] = written(s)
			}
			out = append(out, map[string]any{"title": textOrNil(m.title), "sections": list})
		}
		return out, nil
	}
}

func sectionsOf(t *testing.T, input []byte) (any, error) {
	t.Helper()
	sections, err := divide(conformance.Arguments[wireRelease](t, input).Tracklist)
	out := make([]any, len(sections))
	for i, s := range sections {
		out[i] = map[string]any{
			"type": textOrNil(string(s.kind)), "heading": textOrNil(s.heading), "parent_heading": textOrNil(s.parentHeading),
			"has_medium_prefix": s.prefix.form == formDisc, "positions": positions(s),
		}
	}
	return out, err
}

func positions(s section) []string {
	out := make([]string, len(s.tracks))
	for i, t := range s.tracks {
		out[i] = t.Position
	}
	return out
}

func textOrNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}
