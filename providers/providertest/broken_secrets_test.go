package providertest

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tutti/providers"
)

func brokenSecrets() map[string]broken {
	withAuth := func(authorize func(s providers.Secrets, c *http.Client, r *http.Request) error) func(*testing.T, *providers.Factory, *Spec) {
		return factories(func(f *providers.Factory) {
			f.Info.Secrets = []string{"key"}
			f.Auth = func(s providers.Secrets, c *http.Client) providers.Authorizer {
				return authorizing(func(r *http.Request) error { return authorize(s, c, r) })
			}
		})
	}
	denied := &providers.Error{Kind: providers.ErrDenied}
	return map[string]broken{
		"quotes the answer to a refused token request": {"12", withAuth(func(s providers.Secrets, c *http.Client, r *http.Request) error {
			body, err := fetch(c, r, "https://api.toy.example/token")
			if err != nil || !strings.Contains(body, "access_token") {
				return fmt.Errorf("no token: %s %w", body, denied)
			}
			r.Header.Set("Authorization", body)
			return nil
		}), "when asking for a token ends with status 401, the error holds credentials"},
		"puts its key into addresses": {"12", withAuth(func(s providers.Secrets, _ *http.Client, r *http.Request) error {
			r.URL.RawQuery = "key=" + s["key"]
			return nil
		}), "credentials are put into the address of a request"},
		"asks for tokens elsewhere": {"12", withAuth(func(_ providers.Secrets, c *http.Client, r *http.Request) error {
			_, err := fetch(c, r, "https://login.example/token")
			return errors.Join(err, denied)
		}), "a token is asked for at login.example, which is not declared"},
		"goes on without credentials": {"12", withAuth(func(providers.Secrets, *http.Client, *http.Request) error { return nil }), "without credentials, authorising a request ends with <nil>, and not with ErrDenied"},
		"records a token": {"12", func(t *testing.T, _ *providers.Factory, s *Spec) {
			t.Helper()
			s.Testdata = t.TempDir()
			if err := os.WriteFile(filepath.Join(s.Testdata, "a.json"), []byte(`{"access_token": "0123456789abcdef"}`), 0o600); err != nil {
				t.Fatal(err)
			}
		}, `holds a token: "access_token": "0123`},
	}
}

type authorizing func(*http.Request) error

func (a authorizing) Authorize(r *http.Request) error { return a(r) }

func (authorizing) Drop() {}

// fetch gets a page with the context of a request.
func fetch(c *http.Client, r *http.Request, u string) (string, error) {
	req, err := http.NewRequestWithContext(r.Context(), http.MethodGet, u, http.NoBody)
	if err != nil {
		return "", err
	}
	resp, err := c.Do(req)
	if err != nil {
		return "", err
	}
	body, err := io.ReadAll(resp.Body)
	return string(body), errors.Join(err, resp.Body.Close())
}
