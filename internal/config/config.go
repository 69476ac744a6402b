package config

import (
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"net"
	"os"
	"strconv"
	"time"
)

// Config is everything an operator can set. The meaning of each field, its variable and its default stand in table.go.
type Config struct {
	Host            string
	PublicURL       string // without trailing slash; empty: where it listens
	Port            int
	CORSOrigins     []string // nil: off
	Introspection   bool
	GraphiQL        bool
	ShutdownTimeout time.Duration

	DataDir        string
	UpstreamURL    string // without trailing slash; empty: services are asked directly
	MusicBrainzURL string // with trailing slash
	Contact        string

	Limits    Limits
	Caches    Caches
	Freshness Freshness

	LogLevel slog.Level
	Export   Signals

	secrets map[string]map[string]Secret // by provider and name
	otel    map[string]string            // OTEL_* variables that only .env has
	given   map[string]bool              // settings by key that are not left at their defaults
}

// Limits bound what one request may ask for.
type Limits struct {
	BodyBytes int64
	Depth     int
	Aliases   int
	Tokens    int
	Batch     int
	Deadline  time.Duration // of a lookup, where the client says nothing

	MaxDeadline time.Duration // of a lookup, whatever the client says
}

// Caches bound the memory caches, in bytes; 0 turns one off.
type Caches struct {
	ResponseBytes int64
	LookupBytes   int64
}

// Freshness says how long answers of services are good.
type Freshness struct {
	Found    time.Duration
	NotFound time.Duration
	Stale    time.Duration // after that
}

// Signals says which of OpenTelemetry's signals are exported.
type Signals struct {
	Traces, Metrics, Logs bool
}

// Address is what the server listens on.
func (c *Config) Address() string { return net.JoinHostPort(c.Host, strconv.Itoa(c.Port)) }

// DataDirGiven reports whether the operator has said where documents are kept.
func (c *Config) DataDirGiven() bool {
	s := setting{name: dataDirName}
	return c.given[s.key()]
}

// Secrets returns the credentials of a provider by name, as client_id; those that are not set are absent. The map is the caller's.
func (c *Config) Secrets(provider string) map[string]Secret { return maps.Clone(c.secrets[provider]) }

// SetSecret sets one credential of a provider; an absent secret takes it away.
func (c *Config) SetSecret(provider, name string, s Secret) {
	if s.IsZero() {
		delete(c.secrets[provider], name)
		return
	}
	if c.secrets == nil {
		c.secrets = map[string]map[string]Secret{}
	}
	if c.secrets[provider] == nil {
		c.secrets[provider] = map[string]Secret{}
	}
	c.secrets[provider][name] = s
}

// Validate checks that all values make sense, and returns [Errors] that name the variables.
func (c *Config) Validate() error {
	var errs Errors
	for i := range settings {
		s := &settings[i]
		if s.check == nil {
			continue
		}
		if problem := s.check(c); problem != "" {
			errs = append(errs, &Error{Name: s.name, Problem: problem, Want: s.want})
		}
	}
	return errs.orNil()
}

// PrepareDataDir makes the data directory, readable for its owner only, and tries to write there.
func (c *Config) PrepareDataDir() error {
	err := os.MkdirAll(c.DataDir, 0o700)
	var f *os.File
	if err == nil {
		f, err = os.CreateTemp(c.DataDir, ".writable-*")
	}
	if err == nil {
		err = errors.Join(f.Close(), os.Remove(f.Name()))
	}
	if err != nil {
		return Errors{{
			Name: dataDirName, Problem: fmt.Sprintf("%q cannot be written: %v", c.DataDir, cause(err)),
			Want: "a directory that the program may write to",
		}}
	}
	return nil
}

// cause returns the reason alone of an error that names a path.
func cause(err error) error {
	if p, ok := errors.AsType[*os.PathError](err); ok {
		return p.Err
	}
	return err
}

// ApplyOTel puts the OTEL_* variables that only .env has into the process's environment, where OpenTelemetry looks for them. It
// must be called before telemetry is started.
func (c *Config) ApplyOTel() error {
	for name, value := range c.otel {
		if err := os.Setenv(name, value); err != nil {
			return Errors{{Name: name, Problem: "cannot be set: " + err.Error()}}
		}
	}
	return nil
}
