package permalink

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"net/url"
	"strings"
	"time"

	"tutti/music"
)

// Link is a lookup written down: what was asked, for what, when, and which documents were used.
type Link struct {
	// Lookup is the question with all options that change the result, as package lookup writes it.
	Lookup string
	// Need is what the answer was wanted for, Views what of one provider's own view beyond that.
	Need  music.Properties
	Views map[music.ProviderName]music.Properties
	// AsOf is when the newest of the documents was fetched, to the millisecond.
	AsOf time.Time
	// Digest is over the documents used, Content over the merged release; both SHA-256 in lower-case hex.
	Digest, Content string
	// Sources are the providers asked, in order, and how they fared.
	Sources []Source
	// FirstPhase says that the time was up before anybody was asked by the GTIN that was found.
	FirstPhase bool
	// Pins are the documents that are not the newest at AsOf, and those that could not be had.
	Pins []Pin
}

// Source is one provider that was asked.
type Source struct {
	Provider music.ProviderName `json:"p"`
	Status   string             `json:"s"`           // as in its report
	Code     string             `json:"c,omitempty"` // of its failure; empty: none
	// Denied and Single are endpoints that the service was known to refuse, as a whole or for several keys at once.
	Denied []string `json:"d,omitempty"`
	Single []string `json:"n,omitempty"`
	// Refused are those that its report names.
	Refused []string `json:"x,omitempty"`
}

// Pin is one document that a replay would not find by itself.
type Pin struct {
	Provider music.ProviderName `json:"p"`
	Endpoint string             `json:"e"`
	ID       string             `json:"i"`
	Region   music.Region       `json:"r,omitempty"`
	Page     string             `json:"g,omitempty"`
	Time     int64              `json:"t,omitempty"` // when it was fetched, in milliseconds since 1970
	Hash     string             `json:"h,omitempty"` // how its SHA-256 begins; empty with a time: a "no"
	Code     string             `json:"c,omitempty"` // what kept us from it; empty: nothing
	Status   int                `json:"s,omitempty"` // of HTTP, of a failure
}

// written is a Link as JSON. Names of properties are stable, their numbers are not.
type written struct {
	Version    int                           `json:"v"`
	Lookup     string                        `json:"q"`
	Need       string                        `json:"w,omitempty"`
	Views      map[music.ProviderName]string `json:"o,omitempty"`
	AsOf       int64                         `json:"t"`
	Digest     string                        `json:"d"`
	Content    string                        `json:"c"`
	Sources    []Source                      `json:"s"`
	FirstPhase bool                          `json:"f,omitempty"`
	Pins       []Pin                         `json:"p,omitempty"`
}

const (
	version  = 1
	path     = "/permalink/" // of the page that shows one
	maxToken = 64 << 10      // bytes of a token
	maxBody  = 1 << 20       // bytes of a token's content
	sumBytes = 9             // of the check sum
)

// Errors of Parse.
var (
	// ErrMalformed means that a text is no permalink.
	ErrMalformed = errors.New("this is no permalink")
	// ErrAltered means that it was one before somebody changed it.
	ErrAltered = errors.New("this permalink was altered or cut off")
	// ErrNewer means that a newer version wrote it.
	ErrNewer = errors.New("this permalink was written by a newer version")
)

// Token writes a link as one text of letters, digits, hyphens and underscores, with a dot before its check sum. The same link gives
// the same text.
func (l *Link) Token() string {
	w := written{
		Version: version, Lookup: l.Lookup, Need: l.Need.String(), AsOf: l.AsOf.UnixMilli(), Digest: l.Digest, Content: l.Content,
		Sources: l.Sources, FirstPhase: l.FirstPhase, Pins: l.Pins,
	}
	for p, need := range l.Views {
		if w.Views == nil {
			w.Views = map[music.ProviderName]string{}
		}
		w.Views[p] = need.String()
	}
	body, _ := json.Marshal(w) // it holds nothing that cannot be written
	return base64.RawURLEncoding.EncodeToString(pack(body)) + "." + sum(body)
}

// pack compresses. Writing to memory does not fail.
func pack(body []byte) []byte {
	var packed bytes.Buffer
	f, _ := flate.NewWriter(&packed, flate.BestCompression)
	_, _ = f.Write(body)
	_ = f.Close()
	return packed.Bytes()
}

func sum(body []byte) string {
	h := sha256.Sum256(body)
	return base64.RawURLEncoding.EncodeToString(h[:sumBytes])
}

// URL returns the address of a token at a server.
func URL(base, token string) string { return strings.TrimSuffix(base, "/") + path + token }

// TokenOf returns the token in a URL, of whatever server, or the text itself where it is no URL; false for another page.
func TokenOf(text string) (string, bool) {
	u, err := url.Parse(text)
	if err != nil || u.Host == "" {
		return text, !strings.ContainsAny(text, "/?")
	}
	i := strings.LastIndex(u.Path, path)
	if i < 0 {
		return "", false
	}
	return u.Path[i+len(path):], true
}

// Parse reads a token, or the URL of one. The error is [ErrMalformed], [ErrAltered] or [ErrNewer].
func Parse(text string) (*Link, error) {
	token, ok := TokenOf(text)
	if !ok || len(token) > maxToken {
		return nil, ErrMalformed
	}
	body, err := unpack(token)
	if err != nil {
		return nil, err
	}
	var w written
	if err := json.Unmarshal(body, &w); err != nil {
		return nil, ErrMalformed
	}
	if w.Version > version {
		return nil, ErrNewer
	}
	return w.link()
}

// unpack returns the content of a token once its check sum fits.
func unpack(token string) ([]byte, error) {
	packed, check, ok := strings.Cut(token, ".")
	b, err := base64.RawURLEncoding.DecodeString(packed)
	if !ok || err != nil {
		return nil, ErrMalformed
	}
	body, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(b)), maxBody+1))
	if err != nil || len(body) > maxBody || sum(body) != check {
		return nil, ErrAltered
	}
	return body, nil
}

func (w *written) link() (*Link, error) {
	l := &Link{
		Lookup: w.Lookup, AsOf: time.UnixMilli(w.AsOf).UTC(), Digest: w.Digest, Content: w.Content,
		Sources: w.Sources, FirstPhase: w.FirstPhase, Pins: w.Pins,
	}
	var err error
	if l.Need, err = properties(w.Need); err != nil {
		return nil, err
	}
	for p, names := range w.Views {
		if l.Views == nil {
			l.Views = map[music.ProviderName]music.Properties{}
		}
		if l.Views[p], err = properties(names); err != nil {
			return nil, err
		}
	}
	return l, nil
}

// properties reads names, separated by commas. One that is not known is of a newer version.
func properties(names string) (music.Properties, error) {
	var out music.Properties
	if names == "" {
		return 0, nil
	}
	for name := range strings.SplitSeq(names, ",") {
		p, ok := music.ParseProperty(name)
		if !ok {
			return 0, ErrNewer
		}
		out |= music.PropertiesOf(p)
	}
	return out, nil
}
