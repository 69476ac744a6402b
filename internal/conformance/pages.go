package conformance

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"tutti/music"
	"tutti/providers"
)

// page is one row of a table of URLs.
type page struct {
	URL          string          `json:"url"`
	Entity       *providerEntity `json:"entity"`
	SerializedID string          `json:"serialized_id"`
	CanonicalURL string          `json:"canonical_url"`
}

type providerEntity struct {
	Type   string       `json:"type"`
	ID     string       `json:"id"`
	Region music.Region `json:"region"`
	Slug   string       `json:"slug"`
}

// Pages checks the tables urls/NAME.json of all corpora against what a provider makes of these pages and ids.
func Pages(t *testing.T, info providers.Info) {
	t.Helper()
	folders, err := Folders()
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, folder := range folders {
		text, err := os.ReadFile(filepath.Join(folder, "urls", string(info.Name)+".json")) //nolint:gosec // the operator's folder
		if os.IsNotExist(err) {
			continue
		}
		var table struct {
			URLs []page `json:"urls"`
			IDs  []struct {
				ID    string `json:"id"`
				Kind  string `json:"kind"`
				Valid bool   `json:"valid"`
			} `json:"ids"`
		}
		if err == nil {
			err = json.Unmarshal(text, &table)
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range table.URLs {
			checkPage(t, info, p)
			checked++
		}
		for _, row := range table.IDs {
			if row.Kind != "release" {
				continue
			}
			checked++
			if _, err := info.ParseID(row.ID); (err == nil) != row.Valid {
				t.Errorf("id %q: error %v, want valid %v", row.ID, err, row.Valid)
			}
		}
	}
	if checked == 0 {
		t.Skip("no corpus is here: the tables of pages and ids were not checked")
	}
}

func checkPage(tb testing.TB, info providers.Info, p page) {
	tb.Helper()
	id, ok := info.Recognize(p.URL)
	if ok != (p.Entity != nil) {
		tb.Errorf("%s: recognised %v, want %v", p.URL, ok, p.Entity != nil)
		return
	}
	if !ok {
		return
	}
	if want := (providers.ID{Type: p.Entity.Type, ID: p.Entity.ID, Region: p.Entity.Region, Slug: p.Entity.Slug}); id != want {
		tb.Errorf("%s: got %+v, want %+v", p.URL, id, want)
	}
	if p.SerializedID != "" && info.SerializeID(id) != p.SerializedID {
		tb.Errorf("%s: serialised %q, want %q", p.URL, info.SerializeID(id), p.SerializedID)
	}
	if p.CanonicalURL != "" && info.URL(id) != p.CanonicalURL {
		tb.Errorf("%s: canonical %q, want %q", p.URL, info.URL(id), p.CanonicalURL)
	}
}
