package scalar_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"tutti/graph/scalar"
	"tutti/harmonize"
	"tutti/lookup"
	"tutti/music"
	"tutti/providers"
)

func written(m graphql.Marshaler) string {
	var b bytes.Buffer
	m.MarshalGQL(&b)
	return b.String()
}

func TestValuesAreWritten(t *testing.T) {
	t.Parallel()
	for want, m := range map[string]graphql.Marshaler{
		`"DEEZER"`:                   scalar.MarshalProviderName("deezer"),
		`"DEFAULT"`:                  scalar.MarshalProviderCategory(providers.Default),
		`"WARNING"`:                  scalar.MarshalSeverity(music.Warning),
		`"FRESH"`:                    scalar.MarshalFreshness(lookup.FreshOnly),
		`"CLUSTER"`:                  scalar.MarshalConflictPolicy(harmonize.Cluster),
		`"GTIN"`:                     scalar.MarshalLookupMethod(providers.ByGTIN),
		`"ASSUMED_VALID"`:            scalar.MarshalDateQuality(music.DateAssumedValid),
		`"VIDEO"`:                    scalar.MarshalTrackKind(music.Video),
		`"1994-08"`:                  scalar.MarshalPartialDate(music.PartialDate{Year: 1994, Month: 8}),
		`"2026-01-31T12:00:00.120Z"`: scalar.MarshalDateTime(time.Date(2026, 1, 31, 13, 0, 0, 120_999_999, time.FixedZone("", 3600))),
		`null`:                       scalar.MarshalDateTime(time.Time{}),
		`"a \"b\""`:                  scalar.MarshalFieldPath(`a "b"`),
	} {
		if got := written(m); got != want {
			t.Errorf("wrote %s, want %s", got, want)
		}
	}
}

func TestCodesAreReadAndCheckedOnlyForTypeAndLength(t *testing.T) {
	t.Parallel()
	for in, want := range map[any]music.GTIN{
		"602475093060": "602475093060", json.Number("602475093060"): "602475093060", 602475093060: "602475093060", "no code": "no code",
	} {
		if got, err := scalar.UnmarshalGTIN(in); err != nil || got != want {
			t.Errorf("%v: read %q, error %v; want %q", in, got, err, want)
		}
	}
	if got, err := scalar.UnmarshalCountryCode("gb"); err != nil || got != "GB" {
		t.Errorf("read the region %q, error %v", got, err)
	}
	if got, err := scalar.UnmarshalDateTime("2026-01-31T13:00:00.1209+01:00"); err != nil || got.Nanosecond() != 120_000_000 {
		t.Errorf("read the moment %s, error %v", got, err)
	}
}

func TestBadValuesAreTheClientsToMend(t *testing.T) {
	t.Parallel()
	second := func(_ any, err error) error { return err }
	for name, err := range map[string]error{
		"a list as a GTIN":        second(scalar.UnmarshalGTIN([]any{1})),
		"a fraction as a GTIN":    second(scalar.UnmarshalGTIN(json.Number("1.5"))),
		"a URL without end":       second(scalar.UnmarshalURL(strings.Repeat("x", 3000))),
		"an unknown region":       second(scalar.UnmarshalCountryCode("G1")),
		"a day that is none":      second(scalar.UnmarshalPartialDate("2024-1")),
		"a moment without zone":   second(scalar.UnmarshalDateTime("2026-01-31T12:00:00")),
		"a severity that is none": second(scalar.UnmarshalSeverity("LOUD")),
		"an MBID that is none":    second(scalar.UnmarshalMBID(true)),
		"an ISRC that is none":    second(scalar.UnmarshalISRC(nil)),
	} {
		if _, ok := errors.AsType[*scalar.InputError](err); !ok {
			t.Errorf("%s: got %v, want an InputError", name, err)
		}
	}
}
