package providertest

import (
	"bytes"
	"encoding/json"
	"net/http"

	"tutti/providers"
)

func brokenByHostility() map[string]broken {
	return map[string]broken{
		"judges what is not there": {"15", factories(func(f *providers.Factory) {
			endpoint(f, "search").Judge = func(_ *http.Response, body []byte) error {
				var found *wireSearch
				if json.Unmarshal(body, &found) == nil && len(*found.Data) == 0 {
					return &providers.Error{Kind: providers.ErrNotFound}
				}
				return nil
			}
		}), `Judge of the endpoint search panics on "null": runtime error: invalid memory address or nil pointer dereference`},
		"judges by a request that it does not know": {"15", factories(func(f *providers.Factory) {
			endpoint(f, "album").Judge = func(resp *http.Response, body []byte) error {
				if resp.Request.URL.Path == "/albums" {
					return nil
				}
				return judgeToy(resp, body)
			}
		}), "Judge of the endpoint album panics on"},
		"counts on a part for every key": {"15", factories(func(f *providers.Factory) {
			endpoint(f, "track").Batch.Split = func(body []byte, keys []providers.Key) (map[providers.Key][]byte, error) {
				var found struct{ Tracks []rawMessage }
				if err := json.Unmarshal(body, &found); err != nil {
					return nil, err
				}
				parts := map[providers.Key][]byte{}
				for i, k := range keys {
					parts[k] = found.Tracks[i]
				}
				return parts, nil
			}
		}), `Split of the endpoint track panics on "null": runtime error: index out of range`},
		"gives parts away that nobody asked for": {"15", factories(func(f *providers.Factory) {
			endpoint(f, "album").Batch.Split = func([]byte, []providers.Key) (map[providers.Key][]byte, error) {
				return map[providers.Key][]byte{{ID: "stranger"}: nil}, nil
			}
		}), `Split of the endpoint album has a part for "stranger", which was not asked for`},
		"takes every id for one": {"15", factories(func(f *providers.Factory) {
			endpoint(f, "album").Request = func(k providers.Key) (providers.Request, error) {
				return providers.Get(toyAPI + "albums/" + k.ID[:1] + k.ID[1:]), nil
			}
		}), `Request of the endpoint album panics on "": runtime error: slice bounds out of range`},
		"takes every multi-get for one": {"15", factories(func(f *providers.Factory) {
			b := endpoint(f, "track").Batch
			good := b.Request
			b.Request = func(keys []providers.Key) (providers.Request, error) {
				_ = keys[0]
				return good(keys)
			}
		}), `the multi-get's Request of the endpoint track panics on "[]": runtime error: index out of range`},
		"scrubs what it takes for an object": {"15", factories(func(f *providers.Factory) {
			endpoint(f, "search").Scrub = func(body []byte) []byte {
				return body[bytes.IndexByte(body, '{'):]
			}
		}), `Scrub of the endpoint search panics on "": runtime error: slice bounds out of range`},
	}
}
