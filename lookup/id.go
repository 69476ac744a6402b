package lookup

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"tutti/harmonize"
	"tutti/music"
	"tutti/permalink"
	"tutti/providers"
)

// anchor is what a release's id stands for: what it was looked up by, and all options that change the result. Its JSON is the
// same for the same lookup, however its parts were written.
type anchor struct {
	GTIN       string              `json:"g,omitempty"`
	Refs       [][3]string         `json:"r,omitempty"` // provider, id, region
	URLs       []string            `json:"u,omitempty"` // those that hold a region, which replaces all others
	Providers  *[]string           `json:"p,omitempty"`
	Categories *[]string           `json:"c,omitempty"`
	Templates  []string            `json:"t,omitempty"`
	Regions    []string            `json:"x,omitempty"`
	Primary    string              `json:"m,omitempty"`
	Conflict   harmonize.Policy    `json:"o,omitempty"`
	Prefer     map[string][]string `json:"f,omitempty"`
	Reference  bool                `json:"s,omitempty"`
	Sequence   []string            `json:"e,omitempty"` // of the lists in Prefer, where it counts
	AsOf       int64               `json:"a,omitempty"` // milliseconds since 1970
	Link       string              `json:"l,omitempty"` // token of the permalink that is replayed; then there is nothing else
}

// Names of the lists of preferences that are not a property's own.
const (
	preferDefault = "*"
	preferMedia   = "media"
	preferIDs     = "externalIds"
)

// anchorOf returns the anchor of a question as it was planned.
func anchorOf(q Question, p Plan) anchor {
	if q.Link != nil {
		return anchor{Link: q.Link.Token()}
	}
	a := anchor{
		GTIN: p.GTIN.Number(), Templates: names(q.Templates), Primary: string(q.Merge.Primary), Conflict: q.Merge.OnConflict,
		Reference: q.Reference,
	}
	if !q.AsOf.IsZero() {
		a.AsOf = q.AsOf.UnixMilli()
	}
	if q.Providers != nil {
		list := names(q.Providers)
		a.Providers = &list
	}
	if q.Categories != nil {
		list := texts(q.Categories)
		a.Categories = &list
	}
	a.Regions = texts(q.Regions)
	a.Prefer = preferOf(q.Merge.Preferences)
	if q.Reference {
		for _, p := range q.Merge.Sequence {
			a.Sequence = append(a.Sequence, p.String())
		}
	}
	for _, r := range q.Refs {
		a.Refs = append(a.Refs, [3]string{string(r.Provider), r.ID, string(r.Region)})
	}
	for _, u := range q.URLs {
		a.addURL(u, p.ByURL[u])
	}
	return a
}

// addURL takes a URL as the provider's id, or as it is where it holds a region, which replaces all others.
func (a *anchor) addURL(u string, ref Ref) {
	if ref.ID == "" || ref.Region != "" {
		a.URLs = append(a.URLs, u)
		return
	}
	a.Refs = append(a.Refs, [3]string{string(ref.Provider), ref.ID, ""})
}

func preferOf(p harmonize.Preferences) map[string][]string {
	out := map[string][]string{}
	put := func(name string, list []music.ProviderName) {
		if len(list) > 0 {
			out[name] = names(list)
		}
	}
	put(preferDefault, p.Default)
	put(preferMedia, p.Media)
	put(preferIDs, p.ExternalIDs)
	for prop, list := range p.By {
		put(prop.String(), list)
	}
	return out
}

func texts[S ~string](list []S) []string {
	var out []string
	for _, s := range list {
		out = append(out, string(s))
	}
	return out
}

// text is the anchor as JSON.
func (a anchor) text() string {
	b, err := json.Marshal(a)
	if err != nil { // it holds nothing that cannot be written
		return err.Error()
	}
	return string(b)
}

// key is the anchor as one text without special characters.
func (a anchor) key() string { return base64.RawURLEncoding.EncodeToString([]byte(a.text())) }

// question is the anchor as it can be asked again.
func (a anchor) question() (Question, error) {
	if a.Link != "" {
		link, err := permalink.Parse(a.Link)
		if err != nil {
			return Question{}, err
		}
		return Replay(link)
	}
	q := Question{GTIN: a.GTIN, URLs: a.URLs}
	for _, r := range a.Refs {
		q.Refs = append(q.Refs, Ref{Provider: music.ProviderName(r[0]), ID: r[1], Region: music.Region(r[2])})
	}
	if a.Providers != nil {
		q.Providers = append([]music.ProviderName{}, named(*a.Providers)...)
	}
	if a.Categories != nil {
		q.Categories = []providers.Category{}
		for _, c := range *a.Categories {
			q.Categories = append(q.Categories, providers.Category(c))
		}
	}
	for _, r := range a.Regions {
		q.Regions = append(q.Regions, music.Region(r))
	}
	if a.AsOf != 0 {
		q.AsOf = time.UnixMilli(a.AsOf).UTC()
	}
	q.Templates, q.Reference = named(a.Templates), a.Reference
	if a.Reference {
		q.Merge = harmonize.Reference()
	}
	q.Merge.Primary, q.Merge.OnConflict = music.ProviderName(a.Primary), a.Conflict
	prefs, err := a.preferences()
	q.Merge.Preferences = prefs
	return q, err
}

func (a anchor) preferences() (harmonize.Preferences, error) {
	var p harmonize.Preferences
	for name, list := range a.Prefer {
		switch name {
		case preferDefault:
			p.Default = named(list)
		case preferMedia:
			p.Media = named(list)
		case preferIDs:
			p.ExternalIDs = named(list)
		default:
			prop, ok := music.ParseProperty(name)
			if !ok {
				return p, errID
			}
			if p.By == nil {
				p.By = map[music.Property][]music.ProviderName{}
			}
			p.By[prop] = named(list)
		}
	}
	for _, name := range a.Sequence {
		prop, ok := music.ParseProperty(name)
		if !ok {
			return p, errID
		}
		p.Sequence = append(p.Sequence, prop)
	}
	return p, nil
}

func named(list []string) []music.ProviderName {
	var out []music.ProviderName
	for _, s := range list {
		out = append(out, music.ProviderName(s))
	}
	return out
}

// NodeKind is what an id stands for.
type NodeKind string

// Kinds of node.
const (
	NodeRelease         NodeKind = "r"
	NodeProviderRelease NodeKind = "s"
	NodeTrack           NodeKind = "t"
	NodeTrackAlone      NodeKind = "k" // found without its release
)

// NodeID is a parsed id.
type NodeID struct {
	Kind     NodeKind
	Question Question
	Provider music.ProviderName   // whose view; empty: the merged release
	Track    int                  // place in the release from 0, however it is divided into media
	From     []music.ProviderName // the order given to the release's media, for a track
}

// maxID bounds ids, in bytes.
const maxID = 128 << 10

var errID = errors.New("this is no id of a Release, ProviderRelease or Track that was given out here")

// ReleaseID is the id of the merged release of a lookup.
func (r *Result) ReleaseID() string { return string(NodeRelease) + "." + r.anchor.key() }

// ID is the id of one provider's view.
func (p *ProviderRelease) ID() string {
	return string(NodeProviderRelease) + "." + string(p.Provider()) + "." + p.result.anchor.key()
}

// TrackID is the id of a track: its release, the view, and its place. The place counts through all media, since a cheap selection
// does not know how the tracks are divided.
func TrackID(t *harmonize.Track) string {
	parts := append([]string{strconv.Itoa(t.Running())}, names(t.From())...)
	place := strings.Join(parts, "~")
	if r := Of(t.Release()); r.track {
		return string(NodeTrackAlone) + "." + r.anchor.key()
	}
	owner, _ := t.Release().Solo()
	return strings.Join([]string{string(NodeTrack), string(owner), place, Of(t.Release()).anchor.key()}, ".")
}

// ParseNodeID reads an id that was given out by one of the above.
func ParseNodeID(id string) (NodeID, error) {
	parts := strings.Split(id, ".")
	if len(id) > maxID || len(parts) < 2 {
		return NodeID{}, errID
	}
	n := NodeID{Kind: NodeKind(parts[0])}
	var err error
	switch {
	case (n.Kind == NodeRelease || n.Kind == NodeTrackAlone) && len(parts) == 2:
	case n.Kind == NodeProviderRelease && len(parts) == 3:
		n.Provider = music.ProviderName(parts[1])
	case n.Kind == NodeTrack && len(parts) == 4:
		n.Provider = music.ProviderName(parts[1])
		err = n.place(parts[2])
	default:
		return NodeID{}, errID
	}
	if err == nil {
		n.Question, err = questionOf(parts[len(parts)-1])
	}
	if err != nil {
		return NodeID{}, errID
	}
	return n, nil
}

func (n *NodeID) place(text string) error {
	parts := strings.Split(text, "~")
	n.From = named(parts[1:])
	place, err := strconv.Atoi(parts[0])
	if err != nil || place < 0 {
		return errID
	}
	n.Track = place
	return nil
}

func questionOf(key string) (Question, error) {
	b, err := base64.RawURLEncoding.DecodeString(key)
	if err != nil {
		return Question{}, fmt.Errorf("id: %w", err)
	}
	var a anchor
	if err := json.Unmarshal(b, &a); err != nil {
		return Question{}, fmt.Errorf("id: %w", err)
	}
	return a.question()
}

// ParseEntityID reads an id that EntityID has made of an entity of that kind, if a provider can be asked for it again.
func ParseEntityID(kind, id string) (music.ExternalID, error) {
	text, ok := strings.CutPrefix(id, kind+".")
	b, err := base64.RawURLEncoding.DecodeString(text)
	parts := strings.SplitN(string(b), ":", 3)
	switch {
	case !ok || err != nil || len(id) > maxID:
		return music.ExternalID{}, errID
	case len(parts) == 3:
		return music.ExternalID{Provider: music.ProviderName(parts[0]), Type: parts[1], ID: parts[2]}, nil
	default:
		return music.ExternalID{}, errors.New("nothing but a name is known of this " + kind + ", so that nobody can be asked about it")
	}
}

// EntityID is the id of an artist or label: its first id at a provider, else its MBID, else its name.
func EntityID(kind string, e *music.Entity) string {
	text := "name:" + music.SimplifyName(e.Name)
	if e.MBID != "" {
		text = "mbid:" + string(e.MBID)
	}
	if len(e.IDs) > 0 {
		id := e.IDs[0]
		text = string(id.Provider) + ":" + id.Type + ":" + id.ID
	}
	return kind + "." + base64.RawURLEncoding.EncodeToString([]byte(text))
}
