package config

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

// TestSecretsStayHidden prints a secret, and what holds one, in every way that people print things.
func TestSecretsStayHidden(t *testing.T) {
	t.Parallel()
	const text = "xyzzy"
	s := NewSecret(text)
	c := mustLoad(t, "", "TUTTI_SPOTIFY_CLIENT_SECRET="+text, "TUTTI_SPOTIFY_CLIENT_ID="+text)
	nested := struct {
		Open   Secret
		hidden Secret
		list   []Secret
	}{s, s, []Secret{s}}
	for name, v := range map[string]any{
		"a secret": s, "its address": &s, "secrets of a provider": c.Secrets("spotify"), "the configuration": c,
		"the configuration's address": &c, "a struct": nested, "a list": []Secret{s}, "an error": fmt.Errorf("with %v", s),
		"an error joined": errors.Join(fmt.Errorf("with %s", s)),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, verb := range "vsqdxXtbcoUeEfFgGpT" {
				for _, flags := range []string{"", "+", "#", "-20", "080.3", " "} {
					format := "%" + flags + string(verb)
					if got := fmt.Sprintf(format, v); reveals(got, text) {
						t.Errorf("%s prints %s", format, got)
					}
				}
			}
			if got, err := json.Marshal(v); err != nil || reveals(string(got), text) {
				t.Errorf("JSON is %s, %v", got, err)
			}
			var log bytes.Buffer
			slog.New(slog.NewJSONHandler(&log, nil)).Info("x", "v", v)
			slog.New(slog.NewTextHandler(&log, nil)).Info("x", "v", v)
			if reveals(log.String(), text) {
				t.Errorf("logged: %s", &log)
			}
		})
	}
}

// reveals reports whether output holds the text, as it is, in hexadecimal or as numbers.
func reveals(output, text string) bool {
	numbers := strings.Trim(fmt.Sprintf("%d", []byte(text)), "[]")
	for _, form := range []string{text, fmt.Sprintf("%x", text), fmt.Sprintf("%X", text), numbers} {
		if strings.Contains(output, form) {
			return true
		}
	}
	return false
}

func TestSecret(t *testing.T) {
	t.Parallel()
	if got := fmt.Sprintf("%v %s %+v %#v %q %d", NewSecret("a"), NewSecret("a"), NewSecret("a"), NewSecret("a"), NewSecret("a"), NewSecret("a")); got != strings.TrimSpace(strings.Repeat("[redacted] ", 6)) {
		t.Errorf("printed as %s", got)
	}
	if NewSecret("a").Reveal() != "a" || NewSecret("a").IsZero() || !NewSecret("").IsZero() || (Secret{}).Reveal() != "" {
		t.Error("a secret does not keep its text, or an absent one has one")
	}
	if !NewSecret("a").Equal(NewSecret("a")) || NewSecret("a").Equal(NewSecret("b")) {
		t.Error("secrets do not compare by text")
	}
}
