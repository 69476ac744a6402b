package replay

import (
	"bytes"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

// ErrSecret means that an answer holds something secret in a form that could not be taken out. It was not written.
var ErrSecret = errors.New("it holds a secret that could not be taken out")

// Fate is what became of an answer.
type Fate string

// What becomes of answers.
const (
	Written   Fate = "written"   // it was not there
	Rewritten Fate = "rewritten" // it had changed
	Differs   Fate = "differs"   // it has changed, and the old one was kept
	Same      Fate = "same"
)

// Answer is what a service said.
type Answer struct {
	Status    int
	MediaType string // as the service names it
	Body      []byte
}

// Keeper writes answers into a folder.
type Keeper struct {
	Folder  string
	Mode    Mode // All writes what has changed, too
	Secrets *Secrets
}

// Kept is an answer as it is written down.
type Kept struct {
	Path string // within the folder
	Body []byte // without secrets
	Fate Fate
}

// Keep writes an answer to a file of this name, to which a status that is not 200 and the kind of body are added. With an error nothing
// is written, and only Path is set.
func (k Keeper) Keep(name string, a Answer) (Kept, error) {
	kept := Kept{Path: name + endingOf(a)}
	body := k.Secrets.Blanked(a.Body)
	switch {
	case k.Secrets.In(body) || k.Secrets.In([]byte(name)):
		return kept, ErrSecret
	case Token(body) != "":
		return kept, fmt.Errorf("%w: a token, which Endpoint.Scrub has to remove", ErrSecret)
	}
	fate, err := k.write(kept.Path, name, body)
	if err != nil {
		return kept, err
	}
	kept.Body, kept.Fate = body, fate
	return kept, nil
}

// Token returns a field of a body that holds a token, as services name them; empty: there is none, or it was blanked.
func Token(body []byte) string { return string(token.Find(body)) }

// write compares with what is there, and writes what the mode says.
func (k Keeper) write(path, name string, body []byte) (Fate, error) {
	old, err := k.recorded(name)
	if err != nil {
		return "", err
	}
	file := filepath.Join(k.Folder, filepath.FromSlash(path))
	if len(old) == 1 && old[0] == file {
		stored, err := os.ReadFile(filepath.Clean(file))
		if err != nil {
			return "", err
		}
		if bytes.Equal(stored, body) {
			return Same, nil
		}
	}
	if len(old) > 0 && k.Mode != All {
		return Differs, nil
	}
	for _, o := range old {
		if err := os.Remove(o); err != nil {
			return "", err
		}
	}
	if err := os.MkdirAll(filepath.Dir(file), 0o750); err != nil {
		return "", err
	}
	fate := Written
	if len(old) > 0 {
		fate = Rewritten
	}
	return fate, os.WriteFile(file, body, 0o600)
}

// recorded returns the files that hold an answer of this name, whatever their endings.
func (k Keeper) recorded(name string) ([]string, error) {
	file := filepath.Join(k.Folder, filepath.FromSlash(name))
	entries, err := os.ReadDir(filepath.Dir(file))
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		if rest, ok := strings.CutPrefix(e.Name(), filepath.Base(file)); ok && ending.MatchString(rest) && !e.IsDir() {
			out = append(out, filepath.Join(filepath.Dir(file), e.Name()))
		}
	}
	return out, nil
}

// endingOf is what follows the name of an answer.
func endingOf(a Answer) string {
	status := ""
	if a.Status != 0 && a.Status != http.StatusOK {
		status = fmt.Sprintf(".%d", a.Status)
	}
	media, _, err := mime.ParseMediaType(a.MediaType)
	switch {
	case err == nil && (strings.HasSuffix(media, "json") || strings.HasSuffix(media, "javascript")):
		return status + ".json"
	case err == nil && strings.Contains(media, "html"):
		return status + ".html"
	case looksLikeJSON(a.Body):
		return status + ".json"
	default:
		return status + ".txt"
	}
}

// looksLikeJSON is for services that call everything a text.
func looksLikeJSON(body []byte) bool {
	body = bytes.TrimSpace(body)
	return len(body) > 0 && (body[0] == '{' || body[0] == '[')
}
