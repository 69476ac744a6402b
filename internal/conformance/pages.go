package conformance

import (
	"encoding/json"
	"net/url"
	"slices"
	"testing"

	"tutti/music"
	"tutti/providers"
)

// page is one row of a table of URLs.
type page struct {
	URL            string  `json:"url"`
	SupportsDomain *bool   `json:"supports_domain"`
	Entity         *entity `json:"entity"`
	EntityKind     string  `json:"entity_kind"`
	SerializedID   string  `json:"serialized_id"`
	Canonical      *bool   `json:"canonical"`
	CanonicalURL   string  `json:"canonical_url"`
}

// entity is a thing in a provider's own terms.
type entity struct {
	Provider string       `json:"provider"`
	Type     string       `json:"type"`
	ID       string       `json:"id"`
	Region   music.Region `json:"region"`
	Slug     string       `json:"slug"`
}

func (e entity) id() providers.ID {
	return providers.ID{Type: e.Type, ID: e.ID, Region: e.Region, Slug: e.Slug}
}

func encodeID(id providers.ID) map[string]any {
	return map[string]any{"type": id.Type, "id": id.ID, "region": textOrNil(string(id.Region)), "slug": textOrNil(id.Slug)}
}

func textOrNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}

// pageTable is urls/NAME.json.
type pageTable struct {
	URLs []page  `json:"urls"`
	IDs  []idRow `json:"ids"`
}

// idRow is one row of a table of ids.
type idRow struct {
	ID     string  `json:"id"`
	Kind   string  `json:"kind"`
	Valid  bool    `json:"valid"`
	Entity *entity `json:"entity"`
}

// Pages checks the tables urls/NAME.json of all corpora against what a provider makes of these pages and ids.
func Pages(t *testing.T, info providers.Info) {
	t.Helper()
	for _, c := range Corpora(t) {
		for _, file := range c.files(t, "urls", string(info.Name)+".json") {
			table := decode[pageTable](t, read(t, file))
			for _, p := range table.URLs {
				Case{T: t, Kind: "url", Provider: string(info.Name), ID: p.URL}.Settle("url", p.differences(t, info))
			}
			for _, row := range table.IDs {
				row.check(Case{T: t, Kind: "id", Provider: string(info.Name), ID: row.Kind + " " + row.ID}, info)
			}
		}
	}
}

func (r idRow) check(out Case, info providers.Info) {
	out.T.Helper()
	if r.Kind != "release" {
		out.Unsupported("ids of other things than releases are not looked up yet", "id")
		return
	}
	id, err := info.ParseID(r.ID)
	got, want := map[string]any{"valid": err == nil}, map[string]any{"valid": r.Valid}
	if r.Valid && r.Entity != nil && err == nil {
		got["entity"], want["entity"] = encodeID(id), encodeID(r.Entity.id())
	}
	out.Compare("id", got, want)
}

// differences compares what is made of a page with all that the row says.
func (p page) differences(t *testing.T, info providers.Info) []Difference {
	t.Helper()
	got := map[string]any{}
	id, ok := info.Recognize(p.URL)
	if p.SupportsDomain != nil {
		got["supports_domain"] = info.Owns(p.URL)
	}
	if ok {
		got["entity"] = encodeID(id)
		if p.EntityKind != "" {
			got["entity_kind"] = kindOf(info, id)
		}
		if p.SerializedID != "" {
			got["serialized_id"] = info.SerializeID(id)
		}
		if p.Canonical != nil {
			got["canonical"] = info.URL(id) == written(p.URL)
		}
		if p.CanonicalURL != "" {
			got["canonical_url"] = info.URL(id)
		}
	}
	raw, err := json.Marshal(p)
	if err != nil {
		t.Fatal(err)
	}
	want := decode[map[string]any](t, raw)
	delete(want, "url")
	for _, key := range []string{"entity_kind", "serialized_id", "canonical_url"} {
		if want[key] == "" {
			delete(want, key)
		}
	}
	if p.Entity != nil {
		want["entity"] = encodeID(p.Entity.id())
	}
	return Compare(got, want)
}

// written is a URL as it is sent: the path of a host alone is a slash.
func written(page string) string {
	u, err := url.Parse(page)
	if err != nil || u.Path != "" {
		return page
	}
	u.Path = "/"
	return u.String()
}

// kindOf is what a provider's type means. A type for videos is one for recordings, where there is no other.
func kindOf(info providers.Info, id providers.ID) any {
	for _, k := range []struct {
		kind  string
		types []string
	}{
		{"release", info.URLs.Types.Release},
		{"artist", info.URLs.Types.Artist},
		{"recording", info.URLs.Types.Track},
		{"label", info.URLs.Types.Label},
		{"release-group", info.URLs.Types.Group},
	} {
		if slices.Contains(k.types, id.Type) {
			return k.kind
		}
	}
	return nil
}
