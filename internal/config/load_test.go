package config

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// load loads an environment, with a file .env where text is not empty.
func load(t *testing.T, text string, environ ...string) (Config, error) {
	t.Helper()
	dir := t.TempDir()
	if text != "" {
		if err := os.WriteFile(filepath.Join(dir, ".env"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return Load(environ, dir, declared())
}

func mustLoad(t *testing.T, text string, environ ...string) Config {
	t.Helper()
	c, err := load(t, text, environ...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestDefaults(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	c, err := Load(nil, dir, declared())
	if err != nil {
		t.Fatal(err)
	}
	for name, ok := range map[string]bool{
		"address":         c.Address() == ":8000",
		"data directory":  c.DataDir == filepath.Join(dir, "data"),
		"switches":        c.GraphiQL && c.Introspection && c.CORSOrigins == nil,
		"musicbrainz":     c.MusicBrainzURL == "https://musicbrainz.org/ws/2/" && c.UpstreamURL == "",
		"limits":          c.Limits == Limits{1 << 20, 20, 100, 10_000, 100, 30 * time.Second, 2 * time.Minute},
		"caches":          c.Caches == Caches{64 << 20, 64 << 20},
		"freshness":       c.Freshness == Freshness{24 * time.Hour, time.Hour, 720 * time.Hour},
		"log level":       c.LogLevel == slog.LevelInfo,
		"shutdown":        c.ShutdownTimeout == 20*time.Second,
		"nothing is sent": c.Export == Signals{},
		"no credentials":  c.Secrets("spotify") == nil,
	} {
		if !ok {
			t.Errorf("default of %s is wrong: %+v", name, c)
		}
	}
}

func TestValues(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		set  string
		want func(Config) bool
	}{
		"a port":                {"PORT=80", func(c Config) bool { return c.Port == 80 }},
		"a free port":           {"PORT=0", func(c Config) bool { return c.Port == 0 }},
		"nothing is not set":    {"PORT=", func(c Config) bool { return c.Port == 8000 }},
		"space around":          {"PORT= 80 ", func(c Config) bool { return c.Port == 80 }},
		"a host":                {"TUTTI_HOST=127.0.0.1", func(c Config) bool { return c.Address() == "127.0.0.1:8000" }},
		"an IPv6 host":          {"TUTTI_HOST=[::1]", func(c Config) bool { return c.Address() == "[::1]:8000" }},
		"a bare IPv6 host":      {"TUTTI_HOST=::1", func(c Config) bool { return c.Address() == "[::1]:8000" }},
		"an absolute directory": {"TUTTI_DATA_DIR=/srv/tutti", func(c Config) bool { return c.DataDir == "/srv/tutti" }},
		"origins": {"TUTTI_CORS_ORIGINS=https://a.example, http://localhost:3000,", func(c Config) bool {
			return slices.Equal(c.CORSOrigins, []string{"https://a.example", "http://localhost:3000"})
		}},
		"every origin":            {"TUTTI_CORS_ORIGINS=*", func(c Config) bool { return slices.Equal(c.CORSOrigins, []string{"*"}) }},
		"off":                     {"TUTTI_GRAPHIQL=Off", func(c Config) bool { return !c.GraphiQL && c.Introspection }},
		"bytes":                   {"TUTTI_CACHE_LOOKUP_BYTES=1000", func(c Config) bool { return c.Caches.LookupBytes == 1000 }},
		"a cache that is off":     {"TUTTI_CACHE_RESPONSE_BYTES=0", func(c Config) bool { return c.Caches.ResponseBytes == 0 }},
		"kilobytes":               {"TUTTI_MAX_BODY_BYTES=2kB", func(c Config) bool { return c.Limits.BodyBytes == 2000 }},
		"gibibytes":               {"TUTTI_CACHE_LOOKUP_BYTES=2 GiB", func(c Config) bool { return c.Caches.LookupBytes == 2<<30 }},
		"days":                    {"TUTTI_STALE=30d", func(c Config) bool { return c.Freshness.Stale == 720*time.Hour }},
		"hours and minutes":       {"TUTTI_FRESH=1h30m", func(c Config) bool { return c.Freshness.Found == 90*time.Minute }},
		"a level":                 {"TUTTI_LOG_LEVEL=WARN", func(c Config) bool { return c.LogLevel == slog.LevelWarn }},
		"an upstream":             {"TUTTI_UPSTREAM_URL=http://127.0.0.1:9000/", func(c Config) bool { return c.UpstreamURL == "http://127.0.0.1:9000" }},
		"a mirror":                {"TUTTI_MUSICBRAINZ_URL=http://mb.local:5000/ws/2", func(c Config) bool { return c.MusicBrainzURL == "http://mb.local:5000/ws/2/" }},
		"a contact":               {"TUTTI_CONTACT=ops@example.org", func(c Config) bool { return c.Contact == "ops@example.org" }},
		"Harmony's API setting":   {"HARMONY_MB_API_URL=https://beta.musicbrainz.org/ws/2", func(c Config) bool { return c.MusicBrainzURL == "https://beta.musicbrainz.org/ws/2/" }},
		"Harmony's directory":     {"HARMONY_DATA_DIR=/srv/harmony", func(c Config) bool { return c.DataDir == "/srv/harmony" }},
		"a name of the tests":     {"TUTTI_CONFORMANCE_DIR=x", func(c Config) bool { return c.Port == 8000 }},
		"a setting of Harmony":    {"HARMONY_UNKNOWN=x", func(c Config) bool { return c.Port == 8000 }},
		"a variable without sign": {"TUTTI", func(c Config) bool { return c.Port == 8000 }},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := mustLoad(t, "", c.set); !c.want(got) {
				t.Errorf("%s made %+v", c.set, got)
			}
		})
	}
}

func TestOrderOfSources(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		file    string
		environ []string
		want    string
	}{
		"the file alone":                     {"TUTTI_HOST=file\n", nil, "file"},
		"the environment wins":               {"TUTTI_HOST=file\n", []string{"TUTTI_HOST=environment"}, "environment"},
		"an empty variable hides nothing":    {"TUTTI_HOST=file\n", []string{"TUTTI_HOST="}, "file"},
		"quotes, comments and export":        {"# of ours\nexport TUTTI_HOST=\"file\" # here\n", nil, "file"},
		"windows line ends":                  {"PORT=1\r\nTUTTI_HOST=file\r\n", nil, "file"},
		"other variables do not disturb it":  {"PATH=/bin\nTUTTI_HOST=file\nA_B.C=1\n", nil, "file"},
		"the last of several in environment": {"", []string{"TUTTI_HOST=a", "TUTTI_HOST=b"}, "b"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := mustLoad(t, c.file, c.environ...); got.Host != c.want {
				t.Errorf("host %q, want %q", got.Host, c.want)
			}
		})
	}
}

func TestSecretsByProvider(t *testing.T) {
	t.Parallel()
	c := mustLoad(t, "HARMONY_SPOTIFY_CLIENT_ID=old id\nHARMONY_SPOTIFY_CLIENT_SECRET='a$b#c'\nTUTTI_SPOTIFY_CLIENT_ID=new-id\n",
		"TUTTI_DISCOGS_CONSUMER_KEY=key", "HARMONY_TIDAL_CLIENT_ID=tidal", "HARMONY_DISCOGS_CONSUMER_KEY=other")
	for provider, want := range map[string]map[string]string{
		"spotify": {"client_id": "new-id", "client_secret": "a$b#c"},
		"discogs": {"consumer_key": "key"},
		"tidal":   {"client_id": "tidal"},
		"deezer":  {},
	} {
		got := c.Secrets(provider)
		if len(got) != len(want) {
			t.Errorf("%s has %d credentials, want %d", provider, len(got), len(want))
		}
		for name, text := range want {
			if got[name].Reveal() != text {
				t.Errorf("%s of %s is %q, want %q", name, provider, got[name].Reveal(), text)
			}
		}
	}
	got := c.Secrets("tidal")
	got["client_id"] = NewSecret("changed")
	if c.Secrets("tidal")["client_id"].Reveal() != "tidal" {
		t.Error("the caller's map is not its own")
	}
	c.SetSecret("tidal", "client_id", Secret{})
	c.SetSecret("qobuz", "app_id", NewSecret("x"))
	if len(c.Secrets("tidal")) != 0 || c.Secrets("qobuz")["app_id"].Reveal() != "x" {
		t.Error("SetSecret had no effect")
	}
}

// TestCredentialsAreDeclared holds that a new service needs nothing here: its variables follow from what its provider declares.
func TestCredentialsAreDeclared(t *testing.T) {
	t.Parallel()
	qobuz := Service{Name: "qobuz", Display: "Qobuz", Credentials: []string{"app_id"}}
	environ := []string{"TUTTI_QOBUZ_APP_ID=x", "TUTTI_SPOTIFY_CLIENT_ID=y"}
	if _, err := Load(environ, t.TempDir(), []Service{qobuz}); err == nil || !strings.Contains(err.Error(), "TUTTI_SPOTIFY_CLIENT_ID: there is no such setting") {
		t.Errorf("credentials that nobody declares: got %v", err)
	}
	c, err := LoadFor(environ, t.TempDir(), qobuz)
	if err != nil || c.Secrets("qobuz")["app_id"].Reveal() != "x" || len(c.Secrets("spotify")) != 0 {
		t.Errorf("for one service: got %v, %d credentials of another", err, len(c.Secrets("spotify")))
	}
	if _, err = LoadFor([]string{"TUTTI_QOBUZ_APP_ID=a b"}, t.TempDir(), qobuz); err == nil {
		t.Error("for one service: a bad value is accepted")
	}
}

// TestBadValues holds the message an operator sees: one line with the variable, the problem and what is expected.
func TestBadValues(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ set, want string }{
		"no number":            {"PORT=http", `PORT: "http" is not a whole number; expected a port from 0 to 65535`},
		"too large a port":     {"PORT=70000", `PORT: 70000 is too large; expected a port from 0 to 65535`},
		"below zero":           {"PORT=-1", `PORT: -1 is too small; expected`},
		"a host with a port":   {"TUTTI_HOST=localhost:80", `TUTTI_HOST: "localhost:80" is not a host name or an address without port`},
		"no truth":             {"TUTTI_GRAPHIQL=maybe", `TUTTI_GRAPHIQL: "maybe" is not true or false; expected true or false`},
		"no size":              {"TUTTI_MAX_BODY_BYTES=big", `TUTTI_MAX_BODY_BYTES: "big" is not a size; expected a size from 1 kB: bytes, or`},
		"unknown unit":         {"TUTTI_MAX_BODY_BYTES=1TB", `"1TB" is not a size`},
		"too large a size":     {"TUTTI_MAX_BODY_BYTES=9999999999GiB", `"9999999999GiB" is not a size`},
		"too small a size":     {"TUTTI_MAX_BODY_BYTES=1", `TUTTI_MAX_BODY_BYTES: 1 bytes is too small`},
		"a size below zero":    {"TUTTI_CACHE_LOOKUP_BYTES=-1", `"-1" is not a size`},
		"no duration":          {"TUTTI_DEADLINE=30", `TUTTI_DEADLINE: "30" is not a duration; expected a duration from 10ms to 10m: as 90s`},
		"too short":            {"TUTTI_DEADLINE=1ms", `TUTTI_DEADLINE: 1ms is too short`},
		"too long":             {"TUTTI_FRESH=4000d", `TUTTI_FRESH: 96000h0m0s is too long`},
		"below zero days":      {"TUTTI_FRESH=-1d", `TUTTI_FRESH: -24h0m0s is too short`},
		"far too many days":    {"TUTTI_FRESH=2000000000d", `"2000000000d" is not a duration`},
		"no depth":             {"TUTTI_MAX_DEPTH=0", `TUTTI_MAX_DEPTH: 0 is too small; expected a whole number from 1`},
		"an origin with path":  {"TUTTI_CORS_ORIGINS=https://a.example/x", `"https://a.example/x" is not an origin; expected origins like`},
		"an origin without //": {"TUTTI_CORS_ORIGINS=a.example", `"a.example" is not an origin`},
		"no address":           {"TUTTI_UPSTREAM_URL=localhost:9000", `TUTTI_UPSTREAM_URL: "localhost:9000" is not an address; expected an address like`},
		"a query":              {"TUTTI_UPSTREAM_URL=http://x/?a=b", `is not an address`},
		"a user in an address": {"TUTTI_UPSTREAM_URL=http://me:hidden@host", `TUTTI_UPSTREAM_URL: the value is not an address`},
		"a fallback":           {"HARMONY_MB_API_URL=musicbrainz.org", `HARMONY_MB_API_URL: "musicbrainz.org" is not an address`},
		"a level":              {"TUTTI_LOG_LEVEL=loud", `TUTTI_LOG_LEVEL: "loud" is not a level; expected debug, info, warn or error`},
		"a contact of 2 lines": {"TUTTI_CONTACT=a\nb", `TUTTI_CONTACT: the value does not fit into a header; expected a mail address`},
		"a secret of 2 lines":  {"TUTTI_SPOTIFY_CLIENT_SECRET=hidden\nhidden", `TUTTI_SPOTIFY_CLIENT_SECRET: the value has a space or a line break in it`},
		"a misspelt name":      {"TUTTI_SPOTIFY_CLIENT_SECRT=hidden", `TUTTI_SPOTIFY_CLIENT_SECRT: there is no such setting; expected perhaps TUTTI_SPOTIFY_CLIENT_SECRET`},
		"a misspelt limit":     {"TUTTI_MAXDEPTH=3", `TUTTI_MAXDEPTH: there is no such setting; expected perhaps TUTTI_MAX_DEPTH`},
		"a long value":         {"PORT=" + strings.Repeat("x", 500), strings.Repeat("x", 60) + `…" is not a whole number`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := load(t, "", c.set)
			if err == nil {
				t.Fatalf("%s is accepted", c.set)
			}
			if got := err.Error(); !strings.Contains(got, c.want) || strings.Contains(got, "\n") || strings.Contains(got, "hidden") {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			if _, ok := errors.AsType[*Error](err); !ok {
				t.Errorf("%T holds no *Error", err)
			}
		})
	}
}

func TestAllErrorsAtOnce(t *testing.T) {
	t.Parallel()
	_, err := load(t, "TUTTI_NONSENSE=1\n", "PORT=x", "TUTTI_LOG_LEVEL=y")
	var errs Errors
	if !errors.As(err, &errs) || len(errs) != 3 || strings.Contains(err.Error(), "\n") {
		t.Errorf("got %v, want three errors in one line", err)
	}
}

func TestBadFiles(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, want string }{
		"no assignment": {"PORT=1\n\n# x\nhidden hidden\n", ".env: line 4 is not an assignment; expected lines in the form NAME=value"},
		"an open quote": {"TUTTI_SPOTIFY_CLIENT_SECRET=\"hidden\nPORT=1\n", ".env: a quotation mark is not closed"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := load(t, c.text)
			if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "hidden") {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
	t.Run("a directory", func(t *testing.T) {
		t.Parallel()
		dir := t.TempDir()
		if err := os.Mkdir(filepath.Join(dir, ".env"), 0o700); err != nil {
			t.Fatal(err)
		}
		if _, err := Load(nil, dir, declared()); err == nil || !strings.Contains(err.Error(), ".env: cannot be read: is a directory") {
			t.Errorf("got %v", err)
		}
	})
}

func TestValidate(t *testing.T) {
	t.Parallel()
	c := mustLoad(t, "")
	if err := c.Validate(); err != nil {
		t.Errorf("the defaults are not valid: %v", err)
	}
	c.Limits.Batch, c.DataDir = 0, ""
	err := c.Validate()
	for _, want := range []string{"TUTTI_MAX_BATCH: 0 is too small", "TUTTI_DATA_DIR: there is none"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestDataDir(t *testing.T) {
	t.Parallel()
	c := mustLoad(t, "")
	if err := c.PrepareDataDir(); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(c.DataDir); err != nil || len(left) != 0 {
		t.Errorf("left in the directory: %v, %v", left, err)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	c.DataDir = file
	err := c.PrepareDataDir()
	if err == nil || !strings.Contains(err.Error(), "TUTTI_DATA_DIR: \""+file+"\" cannot be written: not a directory; expected") {
		t.Errorf("got %v", err)
	}
}

func TestExport(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		set  []string
		want Signals
	}{
		"an address for all":        {[]string{"OTEL_EXPORTER_OTLP_ENDPOINT=http://x"}, Signals{true, true, true}},
		"an address for one":        {[]string{"OTEL_EXPORTER_OTLP_LOGS_ENDPOINT=http://x"}, Signals{Logs: true}},
		"a named exporter":          {[]string{"OTEL_TRACES_EXPORTER=console"}, Signals{Traces: true}},
		"none beats an address":     {[]string{"OTEL_EXPORTER_OTLP_ENDPOINT=http://x", "OTEL_LOGS_EXPORTER=none"}, Signals{true, true, false}},
		"empty variables":           {[]string{"OTEL_TRACES_EXPORTER=", "OTEL_EXPORTER_OTLP_ENDPOINT="}, Signals{}},
		"the whole is turned off":   {[]string{"OTEL_EXPORTER_OTLP_ENDPOINT=http://x", "OTEL_SDK_DISABLED=true"}, Signals{}},
		"other variables of OTEL_*": {[]string{"OTEL_SERVICE_NAME=x"}, Signals{}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := mustLoad(t, "", c.set...).Export; got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
			if got := mustLoad(t, strings.Join(c.set, "\n")+"\n").Export; got != c.want {
				t.Errorf("from .env: got %+v, want %+v", got, c.want)
			}
		})
	}
}

// TestApplyOTel holds that OpenTelemetry sees what only .env has, and that the environment wins.
func TestApplyOTel(t *testing.T) {
	t.Setenv("OTEL_SERVICE_NAME", "of the environment")
	t.Setenv("OTEL_TRACES_SAMPLER", "")
	c := mustLoad(t, "OTEL_SERVICE_NAME=file\nOTEL_TRACES_SAMPLER=always_off\n", os.Environ()...)
	if err := c.ApplyOTel(); err != nil {
		t.Fatal(err)
	}
	if got := os.Getenv("OTEL_SERVICE_NAME"); got != "of the environment" {
		t.Errorf("OTEL_SERVICE_NAME = %q", got)
	}
	if got := os.Getenv("OTEL_TRACES_SAMPLER"); got != "always_off" {
		t.Errorf("OTEL_TRACES_SAMPLER = %q", got)
	}
}
