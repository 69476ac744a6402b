package config

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/knadh/koanf/parsers/dotenv"
	"github.com/knadh/koanf/providers/confmap"
	"github.com/knadh/koanf/providers/env/v2"
	"github.com/knadh/koanf/v2"
)

// envFile is the one file that is read, in the working directory.
const envFile = ".env"

// Load makes the configuration from an environment (as os.Environ returns it) and the file .env in dir, which is the working
// directory: relative paths begin there. Credentials are those of the services. The error is [Errors].
func Load(environ []string, dir string, services []Service) (Config, error) {
	l := newLoader(withCredentials(services))
	l.unknown = unknown
	return l.load(environ, dir)
}

// LoadFor is Load for what asks one service alone: variables that are not known may be credentials of others.
func LoadFor(environ []string, dir string, service Service) (Config, error) {
	return newLoader(withCredentials([]Service{service})).load(environ, dir)
}

func newLoader(all []setting) loader {
	return loader{settings: all, values: koanf.New("."), names: map[string]string{}, given: map[string]bool{}}
}

func (l loader) load(environ []string, dir string) (Config, error) {
	file, errs := readEnvFile(filepath.Join(dir, envFile))
	if err := l.layers(environ, file); err != nil {
		return Config{}, append(errs, &Error{Name: envFile, Problem: err.Error()})
	}
	var c Config
	for i := range l.settings {
		s := &l.settings[i]
		text := l.values.String(s.key())
		if text == "" {
			continue
		}
		if err := s.set(&c, text); err != nil {
			errs = append(errs, &Error{Name: l.names[s.key()], Problem: err.Error(), Want: s.want})
		}
	}
	if l.unknown != nil {
		errs = append(errs, l.unknown(l.settings, slices.Concat(environ, file))...)
	}
	c.given = l.given
	c.Export, c.otel = openTelemetry(environ, file)
	if c.DataDir != "" && !filepath.IsAbs(c.DataDir) {
		c.DataDir = filepath.Join(dir, c.DataDir)
	}
	if len(errs) > 0 {
		return Config{}, errs
	}
	return c, l.named(c.Validate())
}

// key is the setting's place in a layer.
func (s *setting) key() string { return strings.ToLower(strings.TrimPrefix(s.name, prefix)) }

// loader puts one layer of values over the other.
type loader struct {
	settings []setting
	values   *koanf.Koanf
	names    map[string]string // by key: the variable that the value is from
	given    map[string]bool   // by key: it is not the default
	// unknown finds names that are no settings; nil: they are nobody's concern.
	unknown func(all []setting, environ []string) Errors
}

// layers loads all values, from the weakest to the strongest.
func (l loader) layers(environ, file []string) error {
	defaults, own, fallback := map[string]any{}, map[string]string{}, map[string]string{}
	for i := range l.settings {
		s := &l.settings[i]
		own[s.name] = s.key()
		if s.fallback != "" {
			fallback[s.fallback] = s.key()
		}
		if s.def != "" {
			defaults[s.key()] = s.def
		}
		l.names[s.key()] = s.name
	}
	if err := l.values.Load(confmap.Provider(defaults, ""), nil); err != nil {
		return err
	}
	for _, layer := range []struct {
		from []string
		keys map[string]string
	}{{file, fallback}, {environ, fallback}, {file, own}, {environ, own}} {
		if err := l.layer(layer.from, layer.keys); err != nil {
			return err
		}
	}
	return nil
}

// layer loads the variables that have a key. Empty ones count as not set.
func (l loader) layer(from []string, keys map[string]string) error {
	return l.values.Load(env.Provider("", env.Opt{
		EnvironFunc: func() []string { return from },
		TransformFunc: func(name, value string) (string, any) {
			key, value := keys[name], strings.TrimSpace(value)
			if key == "" || value == "" {
				return "", nil
			}
			l.names[key], l.given[key] = name, true
			return key, value
		},
	}), nil)
}

// named gives errors the names that were really set: a bad value may be from a fallback.
func (l loader) named(err error) error {
	var errs Errors
	if !errors.As(err, &errs) {
		return err
	}
	for _, e := range errs {
		key := strings.ToLower(strings.TrimPrefix(e.Name, prefix))
		e.Name = l.names[key]
	}
	return errs
}

// readEnvFile returns the variables of a file in the form of an environment. A missing file has none.
func readEnvFile(path string) ([]string, Errors) {
	text, err := os.ReadFile(path) //nolint:gosec // the path is the operator's
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, Errors{{Name: envFile, Problem: "cannot be read: " + cause(err).Error(), Want: "a file that the program may read"}}
	}
	values, err := dotenv.Parser().Unmarshal(text)
	if err != nil { // its text is not passed on: it quotes the line, which may hold a credential
		return nil, Errors{{Name: envFile, Problem: badLine(string(text)), Want: "lines in the form NAME=value"}}
	}
	var out []string
	for name, value := range values {
		if s, ok := value.(string); ok {
			out = append(out, name+"="+s)
		}
	}
	slices.Sort(out)
	return out, nil
}

// badLine says where a file that could not be read is probably wrong, without quoting it.
func badLine(text string) string {
	good := regexp.MustCompile(`^\s*(#.*|(export\s+)?[A-Za-z_][A-Za-z0-9_.]*\s*[=:].*)?$`)
	n := 0
	for line := range strings.Lines(text) {
		n++
		if !good.MatchString(strings.TrimRight(line, "\r\n")) {
			return "line " + strconv.Itoa(n) + " is not an assignment"
		}
	}
	return "a quotation mark is not closed"
}

// unknown finds names that look like settings and are none.
func unknown(all []setting, environ []string) Errors {
	known := slices.Clone(otherNames)
	for i := range all {
		known = append(known, all[i].name)
	}
	var errs Errors
	seen := map[string]bool{}
	for _, pair := range environ {
		name, _, _ := strings.Cut(pair, "=")
		if !strings.HasPrefix(name, prefix) || seen[name] || slices.Contains(known, name) {
			continue
		}
		seen[name] = true
		errs = append(errs, &Error{Name: name, Problem: "there is no such setting", Want: "perhaps " + nearest(all, name)})
	}
	return errs
}

// nearest returns the setting whose name is most like another.
func nearest(all []setting, name string) string {
	return slices.MinFunc(all, func(a, b setting) int {
		return levenshtein.ComputeDistance(name, a.name) - levenshtein.ComputeDistance(name, b.name)
	}).name
}
