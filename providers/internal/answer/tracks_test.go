package answer_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
)

// said is Documents that have a text for each key; what it has none for is a fault.
type said map[string]string

var errFault = errors.New("a fault")

// Get implements providers.Documents.
func (s said) Get(_ context.Context, asks ...providers.Ask) []providers.Document {
	docs := make([]providers.Document, len(asks))
	for i, a := range asks {
		docs[i].Ask = a
		body, ok := s[a.String()]
		if docs[i].Body = []byte(body); !ok {
			docs[i].Err = errFault
		}
	}
	return docs
}

// read reads a page of words; - is an entry that is no track, and NONE is no list.
func read(doc providers.Document) (answer.Page[string], error) {
	if doc.Err != nil || string(doc.Body) == "NONE" {
		return answer.Page[string]{}, doc.Err
	}
	words := strings.Fields(string(doc.Body))
	page := answer.Page[string]{Tracks: []string{}, Sent: len(words)}
	for _, w := range words {
		if w != "-" {
			page.Tracks = append(page.Tracks, w)
		}
	}
	return page, nil
}

func TestTracksPages(t *testing.T) {
	t.Parallel()
	e := &providers.Endpoint{Name: "page", Count: providers.Count{PerTrack: true, Size: 2, Max: 5}}
	for name, c := range map[string]struct {
		docs said
		want string
		err  error
		text string
	}{
		"all":                              {said{"1": "a b", "1#2": "c d", "1#4": "e"}, "a b c d e", nil, ""},
		"the last one may be short":        {said{"1": "a b", "1#2": "c d", "1#4": ""}, "a b c d", nil, ""},
		"entries that are no tracks count": {said{"1": "a -", "1#2": "c d", "1#4": "e"}, "a c d e", nil, ""},
		"a page that is missing":           {said{"1": "a b", "1#4": "e"}, "a b", errFault, ""},
		"a page that is short":             {said{"1": "a b", "1#2": "c", "1#4": "e"}, "a b c", providers.ErrMalformed, "page 1#2: malformed: the page has 1 tracks"},
		"a page that is too long":          {said{"1": "a b x", "1#2": "c d", "1#4": "e"}, "a b x", providers.ErrMalformed, "page 1: malformed: the page has 3 tracks"},
		"a last page without a list":       {said{"1": "a b", "1#2": "c d", "1#4": "NONE"}, "a b c d", providers.ErrMalformed, "page 1#4: malformed: the page has 0 tracks"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := answer.Tracks[string]{Release: "1", List: []string{}}
			asks, _ := answer.Pages(e.Of("1"), 0, 5)
			err := l.Pages(t.Context(), c.docs, asks, read)
			if got := strings.Join(l.List, " "); got != c.want || !errors.Is(err, c.err) || (err == nil) != (c.err == nil) {
				t.Errorf("got %q, %v, want %q, %v", got, err, c.want, c.err)
			}
			if c.text != "" && err != nil && err.Error() != c.text {
				t.Errorf("got the error %q, want %q", err, c.text)
			}
		})
	}
}

func TestTracksAreShort(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		list        []string
		count       int
		gap         error
		short       bool
		unexplained bool
		warnings    string // the fact got
	}{
		"complete":                       {[]string{"a", "b"}, 2, nil, false, false, "2"},
		"more than counted":              {[]string{"a", "b"}, 1, nil, false, false, "2"},
		"not counted":                    {[]string{"a"}, 0, nil, false, false, ""},
		"known to be empty":              {[]string{}, 0, nil, false, false, ""},
		"too few":                        {[]string{"a"}, 2, nil, true, true, "1"},
		"too few, for a reason":          {[]string{"a"}, 2, errFault, true, false, "1"},
		"no list":                        {nil, 0, nil, true, true, ""},
		"no list, though one is counted": {nil, 2, nil, true, true, "0"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := answer.Tracks[string]{Release: "1", List: c.list, Count: c.count}
			l.Gaps.Add(c.gap, music.PropertiesOf(music.PropTrackTitles))
			if l.IsShort() != c.short || l.IsUnexplained() != c.unexplained {
				t.Errorf("got %t and %t, want %t and %t", l.IsShort(), l.IsUnexplained(), c.short, c.unexplained)
			}
			l.Warn(providers.Info{Display: "Shop"})
			var listed []string
			for _, w := range l.Warnings {
				listed = append(listed, w.Fact("got")...)
			}
			if got := strings.Join(listed, " "); got != c.warnings {
				t.Errorf("got warnings of %q listed tracks, want %q", got, c.warnings)
			}
		})
	}
	l := answer.Tracks[string]{Release: "7", List: []string{"a"}, Count: 3}
	const want = "tracks of release 7: malformed: 1 of 3 tracks are listed"
	if err := l.Shortfall(); err.Error() != want || !errors.Is(err, providers.ErrMalformed) {
		t.Errorf("got %q, want %q", err, want)
	}
}

func TestTracksSingles(t *testing.T) {
	t.Parallel()
	missing := music.PropertiesOf(music.PropISRCs)
	for name, c := range map[string]struct {
		list []string // ids; "": none
		docs said
		want string
		gap  error
	}{
		"all":                        {[]string{"1", "2"}, said{"1": "a", "2": "b"}, "a b", nil},
		"one cannot be had":          {[]string{"1", "2"}, said{"2": "b"}, "1 b", errFault},
		"one has no id":              {[]string{"1", "", "3"}, said{"1": "a", "3": "c"}, "a  c", providers.ErrMalformed},
		"none has an id":             {[]string{"", ""}, said{}, " ", providers.ErrMalformed},
		"one is not what it seems":   {[]string{"1", "2"}, said{"1": "a", "2": "bad"}, "a 2", providers.ErrMismatch},
		"more than are asked for":    {[]string{"1", "2", "3", "4"}, said{"1": "a", "2": "b", "3": "c"}, "a b c 4", providers.ErrCut},
		"no tracks, nothing to miss": {nil, said{}, "", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			e := &providers.Endpoint{Name: "track", Count: providers.Count{PerTrack: true, Max: 3}}
			l := answer.Tracks[string]{List: c.list}
			l.Singles(t.Context(), c.docs, answer.Single[string]{
				Endpoint: e, Missing: missing, ID: func(id string) string { return id },
				Use: func(place int, doc providers.Document) error {
					switch {
					case doc.Err != nil:
						return doc.Err
					case string(doc.Body) == "bad":
						return providers.ErrMismatch
					}
					l.List[place] = string(doc.Body)
					return nil
				},
			})
			if got := strings.Join(l.List, " "); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			gaps := l.Gaps.List()
			if (len(gaps) > 0) != (c.gap != nil) || len(gaps) > 0 && (!errors.Is(gaps[0].Err, c.gap) || l.Gaps.Missing() != missing) {
				t.Errorf("got the gaps %+v, want them for %v", gaps, c.gap)
			}
		})
	}
}

func TestAbout(t *testing.T) {
	t.Parallel()
	e := &providers.Endpoint{Name: "e", Request: func(k providers.Key) (providers.Request, error) {
		if k.ID == "" {
			return providers.Request{}, errFault
		}
		return providers.Get("https://shop.example/" + k.ID), nil
	}}
	id := providers.ID{Type: "album", ID: "1"}
	if a := answer.About(e.Of("1"), id); a.ID != id || a.APIURL != "https://shop.example/1" {
		t.Errorf("got %+v at %q", a.ID, a.APIURL)
	}
	if a := answer.About(e.Of(""), providers.ID{Type: "album"}); a.ID != (providers.ID{}) || a.APIURL != "" {
		t.Errorf("got %+v at %q, want an answer about nothing", a.ID, a.APIURL)
	}
}
