package conformance

import (
	"path/filepath"
	"strings"
	"testing"

	"tutti/providers"
)

// Unregistered reports the cases and tables of the corpora that concern one provider, where that is not registered.
func Unregistered(t *testing.T, factories []providers.Factory) {
	t.Helper()
	r := newRegistry(t, factories)
	for _, c := range Corpora(t) {
		for _, file := range c.cases(t, providerKinds()...) {
			if !isRegistered(r, file.Provider) {
				Case{T: t, Kind: file.Kind, Provider: file.Provider, ID: file.ID}.Unsupported("not registered: "+file.Provider, partsOf(t, file)...)
			}
		}
		c.unregisteredPages(t, r)
	}
}

func (c Corpus) unregisteredPages(t *testing.T, r *providers.Registry) {
	t.Helper()
	for _, file := range c.files(t, "urls", ".json") {
		name := strings.TrimSuffix(filepath.Base(file), ".json")
		if isRegistered(r, name) {
			continue
		}
		table := decode[pageTable](t, read(t, file))
		for _, p := range table.URLs {
			Case{T: t, Kind: "url", Provider: name, ID: p.URL}.Unsupported("not registered: "+name, "url")
		}
		for _, row := range table.IDs {
			Case{T: t, Kind: "id", Provider: name, ID: row.Kind + " " + row.ID}.Unsupported("not registered: "+name, "id")
		}
	}
}

// partsOf are the parts that a case of one provider has.
func partsOf(t *testing.T, f caseFile) []string {
	t.Helper()
	switch f.Kind {
	case "release_lookup":
		r := decode[releaseCase](t, f.raw)
		if r.ExpectedError != nil {
			return []string{"error"}
		}
		if len(r.Facts) > 0 {
			return []string{partRelease, partMessages, "facts"}
		}
		return []string{partRelease, partMessages}
	case "response_error":
		return []string{"error"}
	case "retry":
		return []string{"wait", partRelease, partMessages}
	case "redirect":
		return []string{"redirect"}
	case "url_resolution":
		return []string{"mbids"}
	case "entity_links":
		return []string{"links"}
	case "page_extraction":
		return []string{"extraction"}
	default:
		return []string{"facts"}
	}
}
