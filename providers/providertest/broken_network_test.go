package providertest

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"testing"

	"tutti/providers"
)

// carried puts something between the program's transport and the network.
func carried(link func(http.RoundTripper) http.RoundTripper) func(*testing.T, *providers.Factory, *Spec) {
	return specs(func(s *Spec) {
		s.Documents = func(f providers.Factory, net http.RoundTripper) Plumbing { return Real(f, link(net)) }
	})
}

// carrier is a transport as a function.
type carrier func(*http.Request) (*http.Response, error)

// RoundTrip implements http.RoundTripper.
func (c carrier) RoundTrip(r *http.Request) (*http.Response, error) { return c(r) }

func brokenByNetwork() map[string]broken {
	return map[string]broken{
		"goes wherever it is sent": {"17", carried(func(net http.RoundTripper) http.RoundTripper {
			return carrier(func(r *http.Request) (*http.Response, error) {
				resp, err := net.RoundTrip(r)
				if err != nil || resp.StatusCode != http.StatusFound {
					return resp, err
				}
				to, err := r.URL.Parse(resp.Header.Get("Location"))
				if err != nil || to.Host == r.URL.Host {
					return resp, nil //nolint:nilerr // somebody else's business
				}
				next := r.Clone(r.Context())
				next.URL, next.Host = to, ""
				return net.RoundTrip(next)
			})
		}), "album by id, a redirect to a foreign host at album 1: elsewhere.example is contacted, which is not declared"},
		"reads whatever it is sent": {"17", carried(func(net http.RoundTripper) http.RoundTripper {
			return carrier(func(r *http.Request) (*http.Response, error) {
				resp, err := net.RoundTrip(r)
				if err == nil {
					_, err = io.Copy(io.Discard, io.LimitReader(resp.Body, 3*huge))
				}
				return resp, err
			})
		}), "album by id, a body of 10 MB at album 1: 10485760 bytes of an answer are read"},
		"leaves bodies open when they end early": {"17", carried(func(net http.RoundTripper) http.RoundTripper {
			return carrier(func(r *http.Request) (*http.Response, error) {
				resp, err := net.RoundTrip(r)
				if err != nil {
					return nil, err
				}
				all, err := io.ReadAll(io.LimitReader(resp.Body, huge))
				if err != nil {
					return nil, err
				}
				return resp, swap(resp, all)
			})
		}), "album by id, a cut body at album 1: 1 bodies are not closed"},
		"takes a silent network for a no": {"17", between(func(d providers.Documents) providers.Documents {
			return told(func(doc *providers.Document) {
				if errors.Is(doc.Err, providers.ErrTimeout) {
					doc.Err = &providers.Error{Kind: providers.ErrNotFound}
				}
			})(d)
		}), "album by id, silence at album 1: the lookup ends with ErrNotFound"},
		"takes half a body for a whole one": {"17", carried(func(net http.RoundTripper) http.RoundTripper {
			return carrier(func(r *http.Request) (*http.Response, error) {
				resp, err := net.RoundTrip(r)
				if err != nil {
					return nil, err
				}
				all, _ := io.ReadAll(io.LimitReader(resp.Body, huge)) // what there is will do
				return resp, swap(resp, all)
			})
		}), "album by id, a cut body at album 1: the error is of the wrong kind: toy: album 1: malformed"},
		"asks for nothing that was planned": {"17", specs(func(s *Spec) {
			s.Documents = func(providers.Factory, http.RoundTripper) Plumbing {
				return Plumbing{Documents: getting(func(_ context.Context, asks ...providers.Ask) []providers.Document {
					docs := make([]providers.Document, len(asks))
					for i, a := range asks {
						docs[i] = failed(a, &providers.Error{Kind: providers.ErrUnavailable})
					}
					return docs
				})}
			}
		}), "album by id, a reset connection at album 1: the real documents do not ask for https://api.toy.example/albums/1"},
	}
}

// swap gives an answer another body, and closes the old one.
func swap(resp *http.Response, body []byte) error {
	err := resp.Body.Close()
	resp.Body, resp.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	return err
}
