package config

import "time"

const (
	prefix      = "TUTTI_"
	dataDirName = "TUTTI_DATA_DIR"
	year        = 365 * 24 * time.Hour
)

// setting is one variable: what people must know about it, and how its text becomes a value.
type setting struct {
	name     string
	fallback string // Harmony's name for it
	def      string // as it would be set; empty: not set
	meaning  string
	want     string // what is expected, for errors
	set      func(*Config, string) error
	check    func(*Config) string // nil: set checks all there is
}

// settings is every variable the program obeys but the credentials of services, in the order of docs/configuration.md.
var settings = []setting{
	{
		name: "PORT", def: "8000", meaning: "port of the server; 0 takes a free one", want: "a port from 0 to 65535",
		set: number(port), check: between(port, 0, 65535),
	},
	{name: "TUTTI_HOST", meaning: "address to listen on; not set: all", want: "an IP address or a host name", set: setHost},
	{
		name:    "TUTTI_PUBLIC_URL",
		meaning: "address at which clients reach the service, for permalinks; not set: `http://localhost` with the port", want: wantURL, set: setPublicURL,
	},
	{
		name: dataDirName, fallback: "HARMONY_DATA_DIR", def: "data",
		meaning: "where documents are kept; made when missing; a relative path begins at the working directory",
		want:    "a directory", set: setDataDir, check: hasDataDir,
	},
	{
		name: "TUTTI_CONTACT", fallback: "HARMONY_CODE_URL",
		meaning: "address of a person or a page, sent to MusicBrainz and Discogs, who may block clients without one",
		want:    "a mail address or a URL in plain letters, without brackets", set: setContact,
	},
	{
		name: "TUTTI_MUSICBRAINZ_URL", fallback: "HARMONY_MB_API_URL", def: "https://musicbrainz.org/ws/2/",
		meaning: "API of the MusicBrainz server to ask: another one may be a mirror", want: wantURL, set: setMusicBrainz,
		check: hasMusicBrainz,
	},
	{
		name:    "TUTTI_UPSTREAM_URL",
		meaning: "sends every request for `https://HOST/PATH` to this address followed by `/HOST/PATH`: a mirror, an egress proxy, a test",
		want:    wantURL, set: setUpstream,
	},
	{
		name: "TUTTI_CORS_ORIGINS", meaning: "web sites whose pages may ask, separated by commas, or `*`; not set: none",
		want: "origins like https://example.org, separated by commas, or *", set: setOrigins,
	},
	{name: "TUTTI_INTROSPECTION", def: "true", meaning: "clients may ask for the schema", want: wantBool, set: truth(introspection)},
	{name: "TUTTI_GRAPHIQL", def: "true", meaning: "the query editor at `/graphiql`", want: wantBool, set: truth(graphiql)},
	{
		name: "TUTTI_MAX_BODY_BYTES", def: "1MiB", meaning: "largest body of a request", want: "a size from 1 kB: " + sizes,
		set: size(bodyBytes), check: atLeast(bodyBytes, 1000),
	},
	{
		name: "TUTTI_MAX_DEPTH", def: "20", meaning: "deepest nesting of a query", want: "a whole number from 1 to 1000",
		set: number(depth), check: between(depth, 1, 1000),
	},
	{
		name: "TUTTI_MAX_ALIASES", def: "100", meaning: "most aliases in a query", want: "a whole number from 0 to 100000",
		set: number(aliases), check: between(aliases, 0, 100_000),
	},
	{
		name: "TUTTI_MAX_TOKENS", def: "10000", meaning: "most words and signs in a query", want: "a whole number from 10 to 1000000",
		set: number(tokens), check: between(tokens, 10, 1_000_000),
	},
	{
		name: "TUTTI_MAX_BATCH", def: "100", meaning: "most releases that one field may ask for", want: "a whole number from 1 to 10000",
		set: number(batch), check: between(batch, 1, 10_000),
	},
	{
		name: "TUTTI_DEADLINE", def: "30s", meaning: "how long a lookup may take where the client says nothing",
		want: "a duration from 10ms to 10m: " + durations, set: duration(deadline), check: lasting(deadline, 10*time.Millisecond, 10*time.Minute),
	},
	{
		name: "TUTTI_MAX_DEADLINE", def: "2m", meaning: "the same, whatever the client says: a longer `deadlineMs` is cut to it",
		want: "a duration from 10ms to 10m: " + durations, set: duration(maxDeadline), check: lasting(maxDeadline, 10*time.Millisecond, 10*time.Minute),
	},
	{
		name: "TUTTI_CACHE_RESPONSE_BYTES", def: "64MiB", meaning: "memory for finished answers; 0 turns this cache off",
		want: wantSize, set: size(responseBytes), check: atLeast(responseBytes, 0),
	},
	{
		name: "TUTTI_CACHE_LOOKUP_BYTES", def: "64MiB", meaning: "memory for merged releases; 0 turns this cache off",
		want: wantSize, set: size(lookupBytes), check: atLeast(lookupBytes, 0),
	},
	{
		name: "TUTTI_FRESH", def: "24h", meaning: "how long what a service said is new, where its endpoint says nothing else",
		want: wantAge, set: duration(found), check: lasting(found, 0, 10*year),
	},
	{
		name: "TUTTI_FRESH_NOT_FOUND", def: "1h", meaning: "the same for “there is no such release”",
		want: wantAge, set: duration(notFound), check: lasting(notFound, 0, 10*year),
	},
	{
		name: "TUTTI_STALE", def: "720h", meaning: "how much longer it is served while it is asked for anew",
		want: wantAge, set: duration(stale), check: lasting(stale, 0, 10*year),
	},
	{name: "TUTTI_LOG_LEVEL", def: "info", meaning: "from which level on lines are logged", want: "debug, info, warn or error", set: setLevel},
	{
		name: "TUTTI_SHUTDOWN_TIMEOUT", def: "20s", meaning: "how long running requests may take after a signal to stop; what they leave behind has about 10s more",
		want: "a duration from 0s to 10m: " + durations, set: duration(shutdown), check: lasting(shutdown, 0, 10*time.Minute),
	},
}

// otherNames begin with TUTTI_ too, but are read by the project's tests.
var otherNames = []string{"TUTTI_CONFORMANCE_DIR", "TUTTI_CONFORMANCE_REPORT"}

const (
	sizes      = "bytes, or with a unit as 64MiB"
	durations  = "as 90s, 1h30m or 30d"
	wantBool   = "true or false"
	wantSecret = "the text as the service shows it"
	wantSize   = "a size: " + sizes
	wantAge    = "a duration from 0s to 10 years: " + durations
	wantURL    = "an address like https://host:port/path, without user, query and fragment"
)

func port(c *Config) *int                  { return &c.Port }
func depth(c *Config) *int                 { return &c.Limits.Depth }
func aliases(c *Config) *int               { return &c.Limits.Aliases }
func tokens(c *Config) *int                { return &c.Limits.Tokens }
func batch(c *Config) *int                 { return &c.Limits.Batch }
func introspection(c *Config) *bool        { return &c.Introspection }
func graphiql(c *Config) *bool             { return &c.GraphiQL }
func bodyBytes(c *Config) *int64           { return &c.Limits.BodyBytes }
func responseBytes(c *Config) *int64       { return &c.Caches.ResponseBytes }
func lookupBytes(c *Config) *int64         { return &c.Caches.LookupBytes }
func deadline(c *Config) *time.Duration    { return &c.Limits.Deadline }
func maxDeadline(c *Config) *time.Duration { return &c.Limits.MaxDeadline }
func shutdown(c *Config) *time.Duration    { return &c.ShutdownTimeout }
func found(c *Config) *time.Duration       { return &c.Freshness.Found }
func notFound(c *Config) *time.Duration    { return &c.Freshness.NotFound }
func stale(c *Config) *time.Duration       { return &c.Freshness.Stale }

func hasDataDir(c *Config) string {
	if c.DataDir == "" {
		return "there is none"
	}
	return ""
}

func hasMusicBrainz(c *Config) string {
	if c.MusicBrainzURL == "" {
		return "there is none"
	}
	return ""
}
