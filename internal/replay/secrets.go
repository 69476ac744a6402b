package replay

import (
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"html"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
)

// Shortest is the length in bytes from which on a secret can be told from other text.
const Shortest = 6

// shortestCookie is the length of a cookie that is taken for a secret: shorter ones hold settings, such as a language.
const shortestCookie = 12

// blank stands where a secret was. It is shorter than anything that is taken for a token.
const blank = "hidden"

// Secrets are texts that must not be written down.
type Secrets struct {
	mu    sync.Mutex // guards texts
	texts map[string]bool
}

// Add makes a text a secret, unless it is shorter than [Shortest].
func (s *Secrets) Add(text string) {
	if len(text) < Shortest {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.texts == nil {
		s.texts = map[string]bool{}
	}
	s.texts[text] = true
}

// AddHeaders makes secret what a request or an answer says in headers: credentials, tokens and cookies. Those that everybody sends,
// and what an answer says about itself, are none.
func (s *Secrets) AddHeaders(h http.Header) {
	for name, values := range h {
		for _, v := range values {
			switch {
			case name == "Set-Cookie":
				s.addCookies(strings.SplitN(v, ";", 2)[0])
			case name == "Cookie":
				s.addCookies(v)
			case sensitive(name):
				s.Add(v)
				_, token, _ := strings.Cut(v, " ")
				s.Add(token)
			}
		}
	}
}

func (s *Secrets) addCookies(text string) {
	for pair := range strings.SplitSeq(text, ";") {
		_, value, _ := strings.Cut(pair, "=")
		if value = strings.Trim(strings.TrimSpace(value), `"`); len(value) >= shortestCookie {
			s.Add(value)
		}
	}
}

// sensitive reports whether a header of a request may hold credentials: any may, but those of every client.
func sensitive(name string) bool {
	if strings.HasPrefix(name, "Accept") || strings.HasPrefix(name, "Content-") || strings.HasPrefix(name, "If-") {
		return false
	}
	return !slices.Contains([]string{"User-Agent", "Referer", "Connection", "Traceparent", "Tracestate", "Cache-Control"}, name)
}

// list returns all secrets, the longest first: one may be part of another.
func (s *Secrets) list() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]string, 0, len(s.texts))
	for text := range s.texts {
		out = append(out, text)
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b)) })
	return out
}

// Blanked returns a body in which each secret is replaced, in the notations of addresses, JSON, pages and encodings.
func (s *Secrets) Blanked(body []byte) []byte {
	for _, secret := range s.list() {
		for _, n := range notations(secret) {
			body = bytes.ReplaceAll(body, []byte(n), []byte(blank))
		}
	}
	return body
}

// notations returns the ways in which a text is usually written, the longest first.
func notations(text string) []string {
	out := []string{text, html.EscapeString(text), quoted(text), strings.ReplaceAll(quoted(text), "/", `\/`)}
	for _, escaped := range []string{url.QueryEscape(text), url.PathEscape(text), strings.ReplaceAll(url.QueryEscape(text), "+", "%20")} {
		out = append(out, escaped, lowerEscapes(escaped))
	}
	for _, e := range []*base64.Encoding{base64.StdEncoding, base64.RawStdEncoding, base64.URLEncoding, base64.RawURLEncoding} {
		out = append(out, e.EncodeToString([]byte(text)))
	}
	out = append(out, hex.EncodeToString([]byte(text)), strings.ToUpper(hex.EncodeToString([]byte(text))))
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b)) })
	return slices.Compact(out)
}

// quoted is a text as it stands between the quotes of JSON.
func quoted(text string) string {
	b, err := json.Marshal(text)
	if err != nil {
		return text
	}
	return string(b[1 : len(b)-1])
}

// lowerEscapes writes %2F as %2f.
func lowerEscapes(text string) string {
	return escape.ReplaceAllStringFunc(text, strings.ToLower)
}

// In returns whether a body holds a secret, however it is wrapped: the notations that are met within each other twice at most.
func (s *Secrets) In(body []byte) bool {
	secrets := s.list()
	if len(secrets) == 0 {
		return false
	}
	views := []string{string(body)}
	for range 2 {
		var inner []string
		for _, v := range views {
			inner = append(inner, unwrapped(v)...)
		}
		views = append(views, inner...)
	}
	return slices.ContainsFunc(views, func(view string) bool {
		view = strings.ToLower(view)
		return slices.ContainsFunc(secrets, func(secret string) bool { return strings.Contains(view, strings.ToLower(secret)) })
	})
}

// unwrapped returns what a text is in other notations: without the escapes of addresses, pages and JSON, and what is encoded in it.
func unwrapped(text string) []string {
	percent := escape.ReplaceAllStringFunc(text, func(e string) string {
		b, _ := hex.DecodeString(e[1:]) // two digits, by the pattern
		return string(b)
	})
	unicode := jsonEscape.ReplaceAllStringFunc(text, func(e string) string {
		var out string
		if json.Unmarshal([]byte(`"`+e+`"`), &out) != nil {
			return e
		}
		return out
	})
	return []string{percent, strings.ReplaceAll(percent, "+", " "), html.UnescapeString(text), unicode, decoded(text)}
}

// decoded returns what runs of letters and digits mean in the usual encodings. A run may begin in the middle of a word, so that all
// offsets are tried.
func decoded(text string) string {
	var out strings.Builder
	for _, run := range encodedRun.FindAllString(text, -1) {
		if b, err := hex.DecodeString(run[:len(run)/2*2]); err == nil {
			out.Write(b)
			out.WriteByte('\n')
		}
		run = strings.NewReplacer("-", "+", "_", "/").Replace(run)
		for from := range 4 {
			part := run[min(from, len(run)):]
			if len(part)%4 == 1 { // no number of bytes has this length
				part = part[:len(part)-1]
			}
			if b, err := base64.RawStdEncoding.DecodeString(part); err == nil {
				out.Write(b)
				out.WriteByte('\n')
			}
		}
	}
	return out.String()
}
