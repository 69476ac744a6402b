package providertest

import (
	"context"
	"crypto/sha1" //nolint:gosec // shortens file names, protects nothing
	"encoding/hex"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"tutti/providers"
)

// Reply is an answer of the service.
type Reply struct {
	Status int // 0: 200
	Header http.Header
	Body   []byte
}

const maxSegment = 64

// FilePath returns where the answer to a URL is kept below testdata, without its ending: a folder for the scheme, one for the host
// with its labels reversed, one per segment of the path; the last segment has the query. Characters that file names cannot have
// are written as !, and long segments are cut and told apart by a hash.
//
// The ending is .json, .html or .txt for status 200, and .404.json and the like for others.
func FilePath(u string) string {
	parts := strings.Split(u, "/")
	var out []string
	for i, p := range parts {
		if p == "" {
			continue
		}
		if decoded, err := url.PathUnescape(p); err == nil {
			p = decoded
		}
		if i == 2 && parts[1] == "" && strings.HasSuffix(parts[0], ":") {
			p = reversed(p)
		}
		out = append(out, segment(p, maxSegment))
	}
	return path.Join(out...)
}

// reversed turns the labels of a host around, unless it is an address.
func reversed(host string) string {
	if !strings.ContainsFunc(host, unicode.IsLetter) {
		return host
	}
	name, port, _ := strings.Cut(host, ":")
	labels := strings.Split(name, ".")
	slices.Reverse(labels)
	name = strings.Join(labels, ".")
	if port != "" {
		name += ":" + port
	}
	return name
}

// segment makes a file name of a part of a URL.
func segment(p string, most int) string {
	p = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '!'
		}
		return r
	}, p)
	runes := []rune(p)
	if len(runes) <= most {
		return p
	}
	sum := sha1.Sum([]byte(p)) //nolint:gosec // shortens file names, protects nothing
	const hash = 7
	return string(runes[:most-hash-1]) + "#" + hex.EncodeToString(sum[:])[:hash]
}

// reply returns what is recorded for a request, or an error that names the file that is missing.
func (s *suite) reply(r providers.Request) (Reply, error) {
	if s.spec.Answer != nil {
		if a := s.spec.Answer(r); a != nil {
			return *a, nil
		}
	}
	name := filepath.Join(s.testdata(), filepath.FromSlash(FilePath(r.URL)))
	entries, err := os.ReadDir(filepath.Dir(name))
	if err != nil && !os.IsNotExist(err) {
		return Reply{}, fmt.Errorf("read recorded answers: %w", err)
	}
	for _, e := range entries {
		rest, ok := strings.CutPrefix(e.Name(), filepath.Base(name))
		if m := fileEnding.FindStringSubmatch(rest); ok && m != nil && !e.IsDir() {
			return load(filepath.Join(filepath.Dir(name), e.Name()), m)
		}
	}
	return Reply{}, fmt.Errorf("no answer is recorded for %s: write %s.json (or .html, .404.json …)", r.URL, name)
}

// say returns what the service says to a request for one document or several.
func (s *suite) say(ctx context.Context, r providers.Request, asks []providers.Ask) (Reply, error) {
	if s.service != nil {
		return s.service.reply(ctx, r, asks)
	}
	return s.reply(r)
}

func load(name string, m []string) (Reply, error) {
	body, err := os.ReadFile(filepath.Clean(name))
	if err != nil {
		return Reply{}, fmt.Errorf("read recorded answer: %w", err)
	}
	mediaType := map[string]string{"json": "application/json; charset=utf-8", "html": "text/html; charset=utf-8", "txt": "text/plain; charset=utf-8"}[m[2]]
	r := Reply{Status: http.StatusOK, Body: body, Header: http.Header{"Content-Type": {mediaType}}}
	if m[1] != "" {
		if r.Status, err = strconv.Atoi(m[1]); err != nil {
			return Reply{}, fmt.Errorf("status of recorded answer %s: %w", name, err)
		}
	}
	return r, nil
}

// response is the reply as a judge sees it.
func (r Reply) response() *http.Response {
	status := r.Status
	if status == 0 {
		status = http.StatusOK
	}
	h := r.Header.Clone()
	if h == nil {
		h = http.Header{}
	}
	return &http.Response{
		StatusCode: status, Status: fmt.Sprintf("%d %s", status, http.StatusText(status)), Header: h,
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1, ContentLength: int64(len(r.Body)), Body: http.NoBody,
	}
}
