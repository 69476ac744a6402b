// Package chains makes the transport chain of a service of what its provider declares and what the operator has set, for the program
// and for recording answers alike.
package chains

import (
	"fmt"
	"net/http"
	"net/url"

	"tutti/internal/config"
	"tutti/internal/telemetry"
	"tutti/internal/transport"
	"tutti/providers"
)

// Setup is what all services have in common.
type Setup struct {
	Config  *config.Config
	Version string            // of the program, as services are told
	Base    http.RoundTripper // sends the requests; nil: each chain makes its own
	Kit     telemetry.Kit     // the zero Kit records nothing
}

// New returns the chain of a service, and the variables of credentials that are missing: without them it must not be asked. A service
// that answers without credentials too is asked so if it has none at all. The error is an address of Config that cannot be read.
func New(f providers.Factory, s Setup) (chain *transport.Chain, missing []string, err error) {
	var upstream *url.URL
	if s.Config.UpstreamURL != "" {
		if upstream, err = url.Parse(s.Config.UpstreamURL); err != nil {
			return nil, nil, err
		}
	}
	secrets, missing := Secrets(f.Info, s.Config)
	limits, authorize := f.Limits, f.Auth
	if f.Anonymous != nil && len(missing) == len(f.Info.Secrets) {
		limits, authorize, missing = *f.Anonymous, nil, nil
	}
	service := transport.Service{
		Name: string(f.Info.Name), Hosts: f.Info.Hosts, APIBase: f.Info.APIBase, Concurrency: limits.Concurrency, Timeout: limits.Timeout,
		Pace: transport.Pace{Starts: limits.Starts, Window: limits.Window}, Header: headers(limits, s),
	}
	if authorize != nil {
		service.Auth = func(c *http.Client) transport.Authorizer { return authorize(secrets, c) }
	}
	return transport.New(service, transport.Options{Base: s.Base, Upstream: upstream, Mirror: mirror(f.Info, s.Config), Kit: s.Kit}), missing, nil
}

// Service is what the configuration has to know of a provider.
func Service(i providers.Info) config.Service {
	return config.Service{Name: string(i.Name), Display: i.Display, Credentials: i.Secrets}
}

// Secrets returns the credentials of a provider, and the variables of those that are missing.
func Secrets(i providers.Info, c *config.Config) (secrets providers.Secrets, missing []string) {
	secrets = providers.Secrets{}
	given := c.Secrets(string(i.Name))
	for _, name := range i.Secrets {
		secrets[name] = given[name].Reveal()
		if secrets[name] == "" {
			missing = append(missing, config.Variable(string(i.Name), name))
		}
	}
	return secrets, missing
}

// mirror is the server that the operator has chosen in place of a service's own; empty: none.
func mirror(i providers.Info, c *config.Config) string {
	if !i.MBIDs || c.MusicBrainzURL == i.APIBase {
		return ""
	}
	return c.MusicBrainzURL
}

// headers are sent with each request: who asks, and what the service wants besides.
func headers(l providers.Limits, s Setup) http.Header {
	h := http.Header{}
	if l.Headers != nil {
		h = l.Headers(s.Config.Contact)
	}
	if h.Get("User-Agent") == "" {
		h.Set("User-Agent", fmt.Sprintf("Tutti/%s ( %s )", s.Version, s.Config.Contact))
	}
	return h
}
