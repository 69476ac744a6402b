package server

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"github.com/99designs/gqlgen/graphql"

	"tutti/internal/cache"
	"tutti/lookup"
)

// Response is a finished answer as it is kept.
type Response struct {
	Body []byte
	ETag string
}

// responses keeps finished answers, until the first of their parts expires. Answers with errors, of which something is missing, or
// that tell of this very moment are not kept.
type responses struct{ cache *cache.Cache[Response] }

// key is the same for the same question; empty where the answer must not be kept.
func (*responses) key(e envelope) string {
	if len(e.Extensions) > 0 {
		return ""
	}
	b, err := json.Marshal(e)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(b)
	return string(sum[:])
}

func (c *responses) kept(ctx context.Context, key string) (cache.Got[Response], bool) {
	if key == "" {
		return cache.Got[Response]{}, false
	}
	got, err := c.cache.Do(ctx, key, cache.CacheOnly, nil)
	return got, err == nil && got.Status == cache.Hit
}

// keep stores an answer, and says in the headers how long it is good.
func (c *responses) keep(ctx context.Context, h http.Header, key string, resp *graphql.Response, expiry *lookup.Expiry) {
	h.Set("Cache-Control", "no-store")
	at, ok := expiry.At()
	left := time.Until(at)
	if !ok || key == "" || resp == nil || len(resp.Errors) > 0 || left < time.Second {
		return
	}
	body, err := encode(resp)
	if err != nil {
		return
	}
	r := Response{Body: body, ETag: etag(body)}
	fill := func(context.Context) (cache.Filled[Response], error) {
		return cache.Filled[Response]{Value: r, Cost: int64(len(body)), FreshFor: left, AtMost: left}, nil
	}
	if _, err := c.cache.Do(ctx, key, cache.Fresh, fill); err == nil {
		headers(h, r, left, 0)
	}
}

func etag(body []byte) string {
	sum := sha256.Sum256(body)
	return `"` + hex.EncodeToString(sum[:12]) + `"`
}

func headers(h http.Header, r Response, left, age time.Duration) {
	h.Set("Cache-Control", "max-age="+strconv.Itoa(int((left+age).Seconds())))
	h.Set("Age", strconv.Itoa(int(age.Seconds())))
	h.Set("ETag", r.ETag)
}

// resend sends an answer that was kept, or says that the client has it already.
func (*responses) resend(w http.ResponseWriter, r *http.Request, got cache.Got[Response]) {
	headers(w.Header(), got.Value, got.FreshFor, got.Age)
	if r.Method != http.MethodPost && r.Header.Get("If-None-Match") == got.Value.ETag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	sendBody(w, r, http.StatusOK, got.Value.Body)
}
