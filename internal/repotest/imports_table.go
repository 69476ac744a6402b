package repotest

// layer is one row of the picture: files below Folder may import what May lists.
// An entry names one package; with "/..." it names all below as well; "..." is everything but cmd.
// A layer may always import itself and what lies below it.
type layer struct {
	Folder string
	May    []string
	// Outside lists the foreign modules that are allowed; nil: any.
	Outside []string
}

// picture is who may import whom; the longest folder that fits decides. docs/architecture.md draws it.
var picture = []layer{
	{Folder: "cmd", May: []string{"..."}},
	{Folder: "internal/server", May: []string{
		"graph/...", "resolvers", "lookup", "web",
		"internal/cache", "internal/config", "internal/documents", "internal/telemetry",
	}},
	{Folder: "resolvers", May: []string{
		"graph/...", "lookup", "harmonize/...", "music", "providers", "musicbrainz", "permalink", "jobs", "internal/telemetry",
	}},
	{Folder: "graph", May: []string{"music", "harmonize", "lookup", "permalink", "providers"}},
	{Folder: "lookup", May: []string{
		"providers", "harmonize/...", "music", "permalink", "internal/documents", "internal/cache", "internal/telemetry",
	}},
	{Folder: "jobs", May: []string{"lookup", "harmonize", "music", "internal/telemetry"}},
	{Folder: "internal/documents", May: []string{
		"providers", "music", "internal/snapshot", "internal/telemetry", "internal/transport",
	}},
	{Folder: "harmonize", May: []string{"music"}, Outside: []string{"golang.org/x/text"}},
	{Folder: "musicbrainz", May: []string{"music"}, Outside: []string{"golang.org/x/text"}},
	{Folder: "permalink", May: []string{"music"}, Outside: []string{"golang.org/x/text"}},
	{Folder: "music", Outside: []string{"golang.org/x/text"}},
	{Folder: "providers", May: []string{"music"}},
	{Folder: "providers/*", May: []string{"providers", "providers/internal/...", "music"}},
	{Folder: "providers/all", May: []string{"providers", "providers/..."}},
	{Folder: "providers/internal", May: []string{"providers", "music"}},
	{Folder: "providers/providertest", May: []string{
		"providers", "music", "internal/documents", "internal/transport", "internal/snapshot/...", "internal/golden",
		"internal/replay", "internal/chains", "internal/config",
	}},
	{Folder: "internal/transport", May: []string{"internal/telemetry"}},
	{Folder: "internal/snapshot", May: []string{"internal/telemetry"}},
	{Folder: "internal/cache", May: []string{"internal/telemetry"}},
	{Folder: "internal/backup", May: []string{"internal/snapshot", "internal/telemetry"}},
	{Folder: "internal/chains", May: []string{"providers", "internal/config", "internal/transport", "internal/telemetry"}},
	{Folder: "internal/telemetry"},
	{Folder: "internal/config"},
	{Folder: "internal/language", May: []string{"music"}},
	{Folder: "internal/emulator", May: []string{"music"}},
	{Folder: "internal/conformance", May: []string{"..."}},
	{Folder: "internal/replay"},
	{Folder: "internal/golden"},
	{Folder: "internal/repotest"},
	{Folder: "web"},
	{Folder: "e2e", May: []string{"..."}},
	{Folder: ".", Outside: []string{"github.com/99designs/gqlgen"}}, // tools.go alone
}
