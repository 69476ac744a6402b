package config

import (
	"fmt"
	"log/slog"
	"math"
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// problem is what is wrong with a text, in words that follow the variable's name.
type problem string

func (p problem) Error() string { return string(p) }

// notA says that a text cannot be read. A text that may hold credentials is not repeated.
func notA(text, what string) error {
	if strings.Contains(text, "@") {
		return problem("the value is not " + what)
	}
	return problem(fmt.Sprintf("%s is not %s", quoted(text), what))
}

// quoted returns a text as it may stand in an error: in one line, and not too long.
func quoted(text string) string {
	const longest = 60
	if r := []rune(text); len(r) > longest {
		text = string(r[:longest]) + "…"
	}
	return strconv.Quote(text)
}

// The functions below make the set function of a setting for one field of the configuration.

func number(field func(*Config) *int) func(*Config, string) error {
	return func(c *Config, text string) error {
		n, err := strconv.Atoi(text)
		if err != nil {
			return notA(text, "a whole number")
		}
		*field(c) = n
		return nil
	}
}

func truth(field func(*Config) *bool) func(*Config, string) error {
	return func(c *Config, text string) error {
		switch strings.ToLower(text) {
		case "true", "1", "on", "yes":
			*field(c) = true
		case "false", "0", "off", "no":
			*field(c) = false
		default:
			return notA(text, "true or false")
		}
		return nil
	}
}

func size(field func(*Config) *int64) func(*Config, string) error {
	return func(c *Config, text string) error {
		n, ok := parseSize(text)
		if !ok {
			return notA(text, "a size")
		}
		*field(c) = n
		return nil
	}
}

// parseSize reads bytes, with an optional unit of powers of 1000 or 1024.
func parseSize(text string) (int64, bool) {
	digits := strings.TrimRightFunc(text, func(r rune) bool { return !unicode.IsDigit(r) })
	factor, ok := map[string]int64{
		"": 1, "b": 1, "kb": 1e3, "mb": 1e6, "gb": 1e9, "kib": 1 << 10, "mib": 1 << 20, "gib": 1 << 30,
	}[strings.ToLower(strings.TrimSpace(text[len(digits):]))]
	n, err := strconv.ParseInt(digits, 10, 64)
	if err != nil || !ok || n < 0 || n > math.MaxInt64/factor {
		return 0, false
	}
	return n * factor, true
}

func duration(field func(*Config) *time.Duration) func(*Config, string) error {
	return func(c *Config, text string) error {
		d, ok := parseDuration(text)
		if !ok {
			return notA(text, "a duration")
		}
		*field(c) = d
		return nil
	}
}

// parseDuration reads what Go reads, and whole days.
func parseDuration(text string) (time.Duration, bool) {
	const day = 24 * time.Hour
	if days, ok := strings.CutSuffix(text, "d"); ok {
		n, err := strconv.ParseInt(days, 10, 32)
		return time.Duration(n) * day, err == nil && n <= int64(math.MaxInt64/day)
	}
	d, err := time.ParseDuration(text)
	return d, err == nil
}

func setHost(c *Config, text string) error {
	if strings.ContainsAny(text, "/@ \t\n") || strings.Count(text, ":") == 1 {
		return notA(text, "a host name or an address without port")
	}
	c.Host = strings.Trim(text, "[]")
	return nil
}

func setOrigins(c *Config, text string) error {
	var origins []string
	for part := range strings.SplitSeq(text, ",") {
		part = strings.TrimSpace(part)
		if part == "" {
			continue
		}
		u, err := url.Parse(part)
		if part != "*" && (err != nil || !isWeb(u) || u.Path != "" || part != u.Scheme+"://"+u.Host) {
			return notA(part, "an origin")
		}
		origins = append(origins, part)
	}
	c.CORSOrigins = origins
	return nil
}

func setDataDir(c *Config, text string) error {
	if strings.ContainsRune(text, 0) {
		return notA(text, "a directory")
	}
	c.DataDir = text
	return nil
}

func setPublicURL(c *Config, text string) error {
	base, err := baseURL(text)
	c.PublicURL = base
	return err
}

func setUpstream(c *Config, text string) error {
	base, err := baseURL(text)
	c.UpstreamURL = base
	return err
}

func setMusicBrainz(c *Config, text string) error {
	base, err := baseURL(text)
	c.MusicBrainzURL = base + "/"
	return err
}

// baseURL reads an address to which paths are appended; it comes back without trailing slash.
func baseURL(text string) (string, error) {
	u, err := url.Parse(text)
	if err != nil || !isWeb(u) || u.RawQuery != "" || u.Fragment != "" {
		return "", notA(text, "an address")
	}
	return strings.TrimRight(text, "/"), nil
}

func isWeb(u *url.URL) bool {
	return (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil
}

func setContact(c *Config, text string) error {
	const longest = 200
	if len(text) > longest || strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' || r == '(' || r == ')' }) {
		return problem("the value does not fit into a header")
	}
	c.Contact = text
	return nil
}

func setLevel(c *Config, text string) error {
	level, ok := map[string]slog.Level{
		"debug": slog.LevelDebug, "info": slog.LevelInfo, "warn": slog.LevelWarn, "error": slog.LevelError,
	}[strings.ToLower(text)]
	if !ok {
		return notA(text, "a level")
	}
	c.LogLevel = level
	return nil
}

// The functions below make the check of a setting; they return what is wrong, or nothing.

func between(field func(*Config) *int, least, most int) func(*Config) string {
	return func(c *Config) string {
		switch n := *field(c); {
		case n < least:
			return strconv.Itoa(n) + " is too small"
		case n > most:
			return strconv.Itoa(n) + " is too large"
		}
		return ""
	}
}

func atLeast(field func(*Config) *int64, least int64) func(*Config) string {
	return func(c *Config) string {
		if n := *field(c); n < least {
			return strconv.FormatInt(n, 10) + " bytes is too small"
		}
		return ""
	}
}

func lasting(field func(*Config) *time.Duration, least, most time.Duration) func(*Config) string {
	return func(c *Config) string {
		switch d := *field(c); {
		case d < least:
			return d.String() + " is too short"
		case d > most:
			return d.String() + " is too long"
		}
		return ""
	}
}
