package providers

import (
	"errors"
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tutti/music"
)

// MaxID is how many bytes an id may have.
const MaxID = 256

// ErrMangled is the cause of an ErrInvalid for an id in which a query parameter got stuck, because some program took &reg or &gt
// in a URL for an HTML entity. It is worth its own words: people meet it in links that look right.
var ErrMangled = errors.New("a link was damaged: the id contains a parameter that was read as an HTML entity")

// anyLabel stands, as the first label of a declared host, for any one label.
const anyLabel = "*"

// Declares reports whether a host may be contacted: it is one of Hosts, or has exactly one label in the place of the star of one
// such as *.example.org.
func (i Info) Declares(host string) bool {
	label, rest, _ := strings.Cut(host, ".")
	if strings.Contains(host, anyLabel) || label == "" {
		return false
	}
	return slices.Contains(i.Hosts, host) || slices.Contains(i.Hosts, anyLabel+"."+rest)
}

// Owns reports whether the host of a URL is the service's, whatever its path.
func (i Info) Owns(u string) bool {
	parsed, err := url.Parse(u)
	return err == nil && i.groups(i.URLs.Host, strings.ToLower(parsed.Hostname()), nil)
}

// Recognize returns the entity that a page of the service is about. Host and whole path decide; scheme, port, query and fragment
// do not matter. Hosts are compared in lower case, paths as they are: an id may be percent-encoded, though none that can be looked
// up is.
func (i Info) Recognize(u string) (ID, bool) {
	parsed, err := url.Parse(u)
	if err != nil {
		return ID{}, false
	}
	found := map[string]string{}
	if !i.groups(i.URLs.Host, strings.ToLower(parsed.Hostname()), found) ||
		!i.groups(i.URLs.Path, parsed.EscapedPath(), found) {
		return ID{}, false
	}
	id, ok := i.read(found)
	if !ok || !readable(id.ID) || !plausibleRegion(id.Region) {
		return ID{}, false
	}
	return id, true
}

// groups matches a whole text and adds the named groups to found, if there is a place for them.
func (Info) groups(re *regexp.Regexp, text string, found map[string]string) bool {
	if re == nil {
		return false
	}
	m := re.FindStringSubmatchIndex(text)
	if m == nil || m[0] != 0 || m[1] != len(text) {
		return false
	}
	if found == nil {
		return true
	}
	for g, name := range re.SubexpNames() {
		if name != "" && m[2*g] >= 0 {
			found[name] = text[m[2*g]:m[2*g+1]]
		}
	}
	return true
}

func (i Info) read(groups map[string]string) (ID, bool) {
	if i.URLs.Read != nil {
		return i.URLs.Read(groups)
	}
	id := ID{
		Type: groups["type"], ID: groups["id"],
		Region: music.Region(strings.ToUpper(groups["region"])), Slug: groups["slug"],
	}
	return id, id.Type != ""
}

// URL returns the canonical page of an entity, or empty text where the service has no page for it.
func (i Info) URL(id ID) string {
	if i.URLs.Link == nil {
		return ""
	}
	return i.URLs.Link(id)
}

// Links says what one can do at the page of an entity, where nothing else is known of it; nil: nothing is known.
func (i Info) Links(id ID) []music.LinkType {
	if i.URLs.Links == nil {
		return nil
	}
	return i.URLs.Links(id)
}

// ReleaseType reports whether the entity is a release, as the service types it.
func (i Info) ReleaseType(id ID) bool { return slices.Contains(i.URLs.Types.Release, id.Type) }

// SerializeID writes a release's id as one text, which ParseID reads again.
func (i Info) SerializeID(id ID) string {
	if i.URLs.Serialize == nil {
		return id.ID
	}
	return i.URLs.Serialize(id)
}

// ParseID reads a release's id as SerializeID writes it. What the service cannot have written is ErrInvalid.
func (i Info) ParseID(text string) (ID, error) {
	if err := i.checkID(text); err != nil {
		return ID{}, err
	}
	if i.URLs.Parse == nil {
		if len(i.URLs.Types.Release) == 0 {
			return ID{}, i.invalid(text, errors.New("the service has no releases"))
		}
		return ID{Type: i.URLs.Types.Release[0], ID: text}, nil
	}
	id, err := i.URLs.Parse(text)
	switch {
	case errors.Is(err, ErrInvalid):
		return ID{}, err
	case err != nil:
		return ID{}, i.invalid(text, err)
	case !plausible(id.ID) || !i.ReleaseType(id):
		return ID{}, i.invalid(text, errors.New("it is not the id of a release"))
	}
	return id, nil
}

// Of returns the service's own types of such entities, the usual one first.
func (t Types) Of(e music.EntityType) []string {
	switch e {
	case music.EntityRelease:
		return t.Release
	case music.EntityTrack:
		return t.Track
	case music.EntityArtist:
		return t.Artist
	case music.EntityLabel:
		return t.Label
	}
	return nil
}

// EntityType is what an entity is, by the service's own type. False: it is none of ours.
func (i Info) EntityType(id ID) (music.EntityType, bool) {
	for _, e := range []music.EntityType{music.EntityRelease, music.EntityTrack, music.EntityArtist, music.EntityLabel} {
		if slices.Contains(i.URLs.Types.Of(e), id.Type) {
			return e, true
		}
	}
	return "", false
}

// ParseEntity reads the id of an entity of a type, as it stands in the service's pages. What cannot be one is ErrInvalid.
func (i Info) ParseEntity(e music.EntityType, text string) (ID, error) {
	types := i.URLs.Types.Of(e)
	switch {
	case e == music.EntityRelease:
		return i.ParseID(text)
	case len(types) == 0:
		return ID{}, &Error{Provider: i.Name, Kind: ErrUnsupported, Err: fmt.Errorf("the service has no ids of a %s", e)}
	}
	id := ID{Type: types[0], ID: text}
	if err := i.checkEntity(id, e); err != nil {
		return ID{}, i.invalid(text, err)
	}
	return id, nil
}

// checkEntity says why an id cannot be one of such an entity: its page would not be recognised as its own.
func (i Info) checkEntity(id ID, e music.EntityType) error {
	switch {
	case !slices.Contains(i.URLs.Types.Of(e), id.Type):
		return fmt.Errorf("%q is not a type of a %s", clip(id.Type), e)
	case !plausible(id.ID) || !plausibleRegion(id.Region):
		return errors.New("it cannot be an id")
	}
	if back, ok := i.Recognize(i.URL(id)); !ok || back.ID != id.ID || back.Type != id.Type {
		return errors.New("it does not look like an id of this service")
	}
	return nil
}

// check says whether a lookup of the id may be begun: it is one of a release, and could have come out of ParseID or Recognize.
func (i Info) check(id ID) error {
	switch text := i.SerializeID(id); {
	case !i.ReleaseType(id):
		return i.invalid(id.ID, fmt.Errorf("%q is not a type of releases", clip(id.Type)))
	case !plausible(id.ID) && !mangled(id.ID):
		return i.invalid(id.ID, errors.New("it cannot be an id"))
	case !plausibleRegion(id.Region):
		return i.invalid(id.ID, errors.New("its region is not a country code"))
	default:
		return i.checkID(text)
	}
}

// checkID checks the text of a release's id.
func (i Info) checkID(text string) error {
	switch {
	case mangled(text):
		return i.invalid(text, ErrMangled)
	case !plausible(text):
		return i.invalid(text, errors.New("it cannot be an id"))
	case i.URLs.ID == nil && strings.ContainsFunc(text, func(r rune) bool { return !isWord(r) }):
		return i.invalid(text, errors.New("it contains more than letters, digits and underscores"))
	case i.URLs.ID != nil && !i.groups(i.URLs.ID, text, nil):
		return i.invalid(text, errors.New("it does not look like an id of this service"))
	}
	return nil
}

func (i Info) invalid(id string, cause error) error {
	return &Error{Provider: i.Name, Op: fmt.Sprintf("id %q", clip(id)), Kind: ErrInvalid, Err: cause}
}

func isWord(r rune) bool {
	return r == '_' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
}

func mangled(id string) bool {
	return len(id) <= MaxID && (strings.Contains(id, "®ion=") || strings.Contains(id, ">in="))
}

// plausible refuses what no service has as an id and what could lead a request astray.
func plausible(id string) bool {
	if id == "" || len(id) > MaxID || !utf8.ValidString(id) || strings.ContainsAny(id, `\?#%`) ||
		strings.ContainsFunc(id, func(r rune) bool { return unicode.IsControl(r) || unicode.IsSpace(r) }) {
		return false
	}
	for segment := range strings.SplitSeq(id, "/") {
		if segment == "" || segment == "." || segment == ".." {
			return false
		}
	}
	return true
}

// readable reports whether what stands in a path is plausible as what it stands for.
func readable(id string) bool {
	plain, err := url.PathUnescape(id)
	return err == nil && len(id) <= MaxID && plausible(plain)
}

func plausibleRegion(r music.Region) bool {
	if r == "" {
		return true
	}
	return len(r) == 2 && r[0] >= 'A' && r[0] <= 'Z' && r[1] >= 'A' && r[1] <= 'Z'
}

// clip shortens what somebody sent, so that it can be quoted.
func clip(s string) string {
	const most = 64
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}
