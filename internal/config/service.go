package config

import (
	"slices"
	"strings"
	"unicode"
)

// Service is one that is asked with credentials, as its provider declares them.
type Service struct {
	Name        string   // of the provider: spotify
	Display     string   // for people: Spotify
	Credentials []string // their names: client_id
}

// Variable is what a credential of a service is set with: TUTTI_SPOTIFY_CLIENT_ID.
func Variable(service, credential string) string {
	return prefix + strings.ToUpper(service+"_"+credential)
}

// withCredentials returns all settings: the table, and those that the services want.
func withCredentials(services []Service) []setting {
	all := slices.Clone(settings)
	for _, s := range services {
		for _, name := range s.Credentials {
			variable := Variable(s.Name, name)
			all = append(all, setting{
				name: variable, fallback: "HARMONY_" + strings.TrimPrefix(variable, prefix),
				meaning: "credential of the " + s.Display + " application", want: wantSecret, set: credential(s.Name, name),
			})
		}
	}
	return all
}

// credential makes the set function of a credential.
func credential(service, name string) func(*Config, string) error {
	return func(c *Config, text string) error {
		if strings.ContainsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }) {
			return problem("the value has a space or a line break in it")
		}
		c.SetSecret(service, name, NewSecret(text))
		return nil
	}
}
