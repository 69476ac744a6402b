package oauth

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"sync"
	"time"

	"golang.org/x/oauth2"
	"golang.org/x/oauth2/clientcredentials"

	"tutti/providers"
)

// Style is how a client says who it is when it asks for a token.
type Style uint8

// Styles.
const (
	InHeader Style = iota // in an Authorization header, as the standard prefers
	InParams              // in the body
)

const (
	// patience is how long fetching a token may take, whoever waits for it.
	patience = 20 * time.Second
	// margin is how long before its end a token is renewed, if it lives much longer than that.
	margin = 30 * time.Second
)

// Config says where tokens come from and for whom.
type Config struct {
	TokenURL     string
	ClientID     string
	ClientSecret string
	Style        Style
	Params       url.Values // further parameters of a token request; nil: none
}

// ClientCredentials returns an authorizer that gets its tokens through the client. A token request is not paced, and the client is
// expected to stop at the context's deadline.
func ClientCredentials(c Config, client *http.Client) providers.Authorizer {
	style := oauth2.AuthStyleInHeader
	if c.Style == InParams {
		style = oauth2.AuthStyleInParams
	}
	return &authorizer{client: client, config: clientcredentials.Config{
		ClientID: c.ClientID, ClientSecret: c.ClientSecret, TokenURL: c.TokenURL, AuthStyle: style, EndpointParams: c.Params,
	}}
}

// authorizer keeps one token.
type authorizer struct {
	config clientcredentials.Config
	client *http.Client

	mu     sync.Mutex // guards the rest
	token  *oauth2.Token
	renew  time.Time // when the token is to be renewed
	flight *flight   // nil: no token is being fetched
}

// flight is a token on its way. Its results may be read once done is closed.
type flight struct {
	done  chan struct{}
	token *oauth2.Token
	err   error
}

// Authorize implements providers.Authorizer.
func (a *authorizer) Authorize(r *http.Request) error {
	token, err := a.get(r.Context())
	if err != nil {
		return err
	}
	token.SetAuthHeader(r)
	return nil
}

// Drop implements providers.Authorizer. A token that is on its way is kept: what was refused is an older one.
func (a *authorizer) Drop() {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.token = nil
}

// get returns a token that is valid now.
func (a *authorizer) get(ctx context.Context) (*oauth2.Token, error) {
	if a.config.ClientID == "" || a.config.ClientSecret == "" {
		return nil, failure(providers.ErrDenied, errors.New("credentials are missing"))
	}
	token, f := a.have(ctx)
	if f == nil {
		return token, nil
	}
	select {
	case <-f.done:
	case <-ctx.Done():
		return nil, ended(ctx)
	}
	switch {
	case f.err == nil:
		return f.token, nil
	case valid(token):
		return token, nil
	default:
		return nil, f.err
	}
}

// have returns the token as it is, and the flight to wait for if it is none or to be renewed.
func (a *authorizer) have(ctx context.Context) (*oauth2.Token, *flight) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if valid(a.token) && (a.renew.IsZero() || time.Now().Before(a.renew)) {
		return a.token, nil
	}
	if a.flight == nil {
		a.flight = &flight{done: make(chan struct{})}
		go a.fetch(context.WithoutCancel(ctx), a.flight)
	}
	return a.token, a.flight
}

func valid(t *oauth2.Token) bool {
	return t != nil && (t.Expiry.IsZero() || time.Now().Before(t.Expiry))
}

// fetch gets a token for all who wait. It ends with its own deadline at the latest.
func (a *authorizer) fetch(ctx context.Context, f *flight) {
	ctx, cancel := context.WithTimeout(context.WithValue(ctx, oauth2.HTTPClient, a.client), patience)
	defer cancel()
	began := time.Now()
	token, err := a.config.Token(ctx)
	a.mu.Lock()
	defer a.mu.Unlock()
	defer close(f.done)
	a.flight = nil
	if err != nil {
		f.err = explain(ctx, err)
		return
	}
	f.token = token
	a.token, a.renew = token, time.Time{}
	if !token.Expiry.IsZero() {
		a.renew = token.Expiry.Add(-min(margin, token.Expiry.Sub(began)/10))
	}
}

var _ providers.Authorizer = (*authorizer)(nil)
