package discogs

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers/internal/adaptertest"
)

// listOf writes a track list in short: positions of tracks, headings after a hash sign, and indexes with their parts: T(1a 1b).
func listOf(text string) []wireTrack {
	var list []wireTrack
	for word := range strings.SplitSeq(text, " ") {
		title, parts, isIndex := strings.Cut(strings.TrimSuffix(word, ")"), "(")
		heading, isHeading := strings.CutPrefix(word, "#")
		switch {
		case isHeading:
			list = append(list, wireTrack{Type: elementHeading, Title: heading})
		case isIndex:
			index := wireTrack{Type: elementIndex, Title: title}
			for part := range strings.SplitSeq(parts, ",") {
				index.SubTracks = append(index.SubTracks, wireTrack{Type: elementTrack, Position: part, Title: "p" + part})
			}
			list = append(list, index)
		default:
			list = append(list, wireTrack{Type: elementTrack, Position: word, Title: "t" + word})
		}
	}
	return list
}

// TestDivide holds which positions and headings make which sections.
func TestDivide(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ list, want string }{
		"numbers":                              {"1 2 3", "medium 1 2 3"},
		"numbers with gaps":                    {"1 3 7", "medium 1 3 7"},
		"numbered discs":                       {"1-1 1-2 2-1", "medium 1-1 1-2; medium 2-1"},
		"numbered discs of formats":            {"CD1-1 CD1-2 DVD2-1 BR3-1", "medium CD1-1 CD1-2; medium DVD2-1; medium BR3-1"},
		"discs with two digits":                {"10-1 11-1", "medium 10-1; medium 11-1"},
		"formats without a number":             {"CD-1 DVD-1", " CD-1 DVD-1"},
		"sides":                                {"A1 A2 B1", "side A1 A2; side B1"},
		"sides of one track":                   {"A AA", "side A; side AA"},
		"numbers, then sides":                  {"1 2 A1 B", "medium 1 2; side A1; side B"},
		"sides, then numbers":                  {"A B 1", "side A; side B; medium 1"},
		"another form goes on":                 {"Video1 x", " Video1 x"},
		"another form, then numbers":           {"x 1 2", "medium x 1 2"},
		"another form after numbers":           {"1 x 2", "medium 1; medium x 2"},
		"parts of a track":                     {"S(1.1,1.2) 2", "medium 1 2"},
		"parts with letters":                   {"1 S(2a,2b)", "medium 1 2"},
		"parts with dots and letters":          {"S(A1.a,A1.b) A2", "side A1 A2"},
		"parts that go on as tracks":           {"1-1 S(1-2,1-3) 1-4", "medium 1-1; track group #S 1-2 1-3; track group 1-4"},
		"parts of different tracks":            {"S(1a,2a)", " #S 1a 2a"},
		"heading between tracks":               {"1 #H: 2", "medium 1; track group #H 2"},
		"heading of another side":              {"A #H B", "side A; side #H B"},
		"heading before another":               {"#P #H 1-1 #I 2-1", "medium #H (P) 1-1; medium #I 2-1"},
		"heading before parts that are tracks": {"#P S(1,2) 3", "medium #S (P) 1 2; track group 3"},
		"heading that ends a heading":          {"#H 1 #- 2", "medium #H 1; track group 2"},
		"heading of several sides":             {"#H A B", "side #H A; side #H B"},
		"heading without tracks":               {"1 #H", "medium 1"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sections, err := divide(listOf(c.list))
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, s := range sections {
				words := []string{string(s.kind)}
				if s.heading != "" {
					words = append(words, "#"+s.heading)
				}
				if s.parentHeading != "" {
					words = append(words, "("+s.parentHeading+")")
				}
				got = append(got, strings.Join(append(words, positions(s)...), " "))
			}
			if text := strings.Join(got, "; "); text != c.want {
				t.Errorf("got %q, want %q", text, c.want)
			}
		})
	}
	if sections, err := divide([]wireTrack{{Type: "film"}}); err == nil {
		t.Errorf("an element that is not known is divided to %d sections", len(sections))
	}
}

// TestMedia holds how sections are put onto media, and what numbers and titles of tracks are then.
func TestMedia(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ list, want string }{
		"two sides a medium":                  {"A B C D E", `1 "": A tA, B tB; 2 "": C tC, D tD; 3 "": E tE`},
		"sides after a disc":                  {"1 A B", `1 "": 1 t1; 2 "": A tA, B tB`},
		"number of the disc is left out":      {"CD1-10 DVD2-1", `1 "": 10 tCD1-10; 2 "": 1 tDVD2-1`},
		"letter after a number stays":         {"1a", `1 "": 1a t1a`},
		"one heading is the title":            {"#H 1 2", `1 "H": 1 t1, 2 t2`},
		"headings of parts are in the titles": {"1 #H 2 #I 3", `1 "": 1 t1, 2 H: t2, 3 I: t3`},
		"heading above another is the title":  {"#P #H 1-1 2-1", `1 "P": 1 H: t1-1; 2 "H": 1 t2-1`},
		"heading of two sides is the title":   {"#H A B #I C D", `1 "H": A tA, B tB; 2 "I": C tC, D tD`},
		"parts are in the title":              {"S(1a,1b)", `1 "": 1 S: p1a / p1b`},
		"parts that are tracks":               {"1 S(2,3) 4", `1 "": 1 t1, 2 S: p2, 3 S: p3, 4 t4`},
		"no positions":                        {"", `1 "":  t`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := convertRelease(wireRelease{}, readTracks(wireRelease{Tracklist: listOf(c.list)}))
			var got []string
			for _, m := range r.Media {
				var tracks []string
				for _, x := range m.Tracks {
					tracks = append(tracks, x.Number.String()+" "+x.Title)
				}
				got = append(got, strconv.Itoa(m.Number)+" "+strconv.Quote(m.Title)+": "+strings.Join(tracks, ", "))
			}
			if text := strings.Join(got, "; "); text != c.want {
				t.Errorf("got %s, want %s", text, c.want)
			}
		})
	}
}

// TestTrack holds what is said of single tracks.
func TestTrack(t *testing.T) {
	t.Parallel()
	length := adaptertest.OfTrack(adaptertest.Length)
	title := adaptertest.OfTrack(func(t music.Track) string { return t.Title })
	artists := adaptertest.OfTrack(func(t music.Track) string { return credits(t.Artists) })
	for name, c := range map[string]struct {
		track string
		got   func(*music.Release) any
		want  any
	}{
		"minutes and seconds":             {`"type_":"track","duration":"5:57"`, length, music.Duration(357_000)},
		"hours":                           {`"type_":"track","duration":"1:00:01"`, length, music.Duration(3_601_000)},
		"length not known":                {`"type_":"track","duration":""`, length, music.Duration(0)},
		"length that is none":             {`"type_":"track","duration":"c. 5"`, length, music.Duration(0)},
		"length of parts":                 {`"type_":"index","position":"1","duration":"9:00","sub_tracks":[{"duration":"1:00"},{"duration":"2:00"}]`, length, music.Duration(180_000)},
		"length of a part is not known":   {`"type_":"index","position":"1","duration":"9:00","sub_tracks":[{"duration":"1:00"},{"duration":""}]`, length, music.Duration(540_000)},
		"lengths of an index and no part": {`"type_":"index","position":"1","duration":"","sub_tracks":[{"duration":"1:00"},{"duration":"0:00"}]`, length, music.Duration(0)},
		"index with a position":           {`"type_":"index","position":"1","title":"S","sub_tracks":[{"title":"x"},{"title":"y"}]`, title, "S: x / y"},
		"index without parts":             {`"type_":"index","position":"","title":"S"`, title, "S"},
		"index without a title":           {`"type_":"index","position":"1","title":"","sub_tracks":[{"title":"x"}]`, title, "x"},
		"artists of the track":            {`"type_":"track","artists":[{"id":7,"name":"X (2)","anv":"Mr X"}]`, artists, "X|Mr X|artist7|nil"},
		"no artists of its own":           {`"type_":"track","extraartists":[{"name":"Y"}]`, artists, ""},
		"kind is not said":                {`"type_":"track"`, adaptertest.OfTrack(func(t music.Track) music.TrackKind { return t.Kind }), music.TrackKind("")},
		"number is a text":                {`"type_":"track","position":"1"`, adaptertest.OfTrack(func(t music.Track) bool { return t.Number == music.Printed("1") }), true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r, _ := read(t, `"tracklist":[{`+c.track+`}]`)
			if diff := cmp.Diff(c.want, c.got(r)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func formatOfQty(name, qty string, descriptions ...string) wireFormat {
	return wireFormat{Name: name, Qty: qty, Descriptions: descriptions}
}

// TestFormats holds what becomes of formats, with their quantities and descriptions.
func TestFormats(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		format wireFormat
		want   string // of each medium
	}{
		"several":                           {formatOfQty("CD", "3"), "CD,CD,CD"},
		"files count tracks":                {formatOfQty("File", "12"), "Digital Media"},
		"box is no medium":                  {formatOfQty("Box Set", "1"), ""},
		"all media is no medium":            {formatOfQty("All Media", "2"), ""},
		"quantity which is no number":       {formatOfQty("CD", "many"), "CD"},
		"no quantity":                       {formatOfQty("CD", ""), "CD"},
		"negative quantity":                 {formatOfQty("CD", "-2"), "CD"},
		"quantity with blanks":              {formatOfQty("CD", " 2 "), "CD,CD"},
		"format that MusicBrainz has not":   {formatOfQty("SACD", "2"), ","},
		"long player":                       {formatOfQty("Vinyl", "1", "Album", "LP"), `12" Vinyl`},
		"first size counts":                 {formatOfQty("Vinyl", "1", `10"`, "LP"), `10" Vinyl`},
		"size of an acetate":                {formatOfQty("Acetate", "1", `7"`), `7" Acetate`},
		"size of a shellac":                 {formatOfQty("Shellac", "1", `10"`), `10" Shellac`},
		"size of a disc that has none":      {formatOfQty("Flexi-disc", "1", `7"`), "Flexi-disc"},
		"small CD":                          {formatOfQty("CD", "1", "Mini"), "8cm CD"},
		"small vinyl is nothing special":    {formatOfQty("Vinyl", "1", "Mini"), "Vinyl"},
		"video":                             {formatOfQty("DVD", "1", "DVD-Video", "PAL"), "DVD-Video"},
		"audio":                             {formatOfQty("DVD", "1", "Multichannel", "DVD-Audio"), "DVD-Audio"},
		"format without further refinement": {formatOfQty("Blu-ray", "1", "LP"), "Blu-ray"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := strings.Join(formatsOf(c.format), ","); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	if n := len(formatsOf(formatOfQty("CD", "999999999"))); n != maxQuantity {
		t.Errorf("got %d media of a quantity without bounds, want %d", n, maxQuantity)
	}
}

// TestFormatsOfMedia holds which formats media get if there are fewer or more of them.
func TestFormatsOfMedia(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		formats []wireFormat
		want    string
	}{
		"one each":             {[]wireFormat{formatOfQty("CD", "1"), formatOfQty("DVD", "1")}, "CD,DVD"},
		"too many, all equal":  {[]wireFormat{formatOfQty("CD", "3")}, "CD,CD"},
		"too few, all equal":   {[]wireFormat{formatOfQty("CD", "1")}, "CD,CD"},
		"too many, different":  {[]wireFormat{formatOfQty("CD", "2"), formatOfQty("DVD", "1")}, ","},
		"a box and what is in": {[]wireFormat{formatOfQty("Box Set", "1"), formatOfQty("CD", "2")}, "CD,CD"},
		"unknown among others": {[]wireFormat{formatOfQty("CD", "2"), formatOfQty("SACD", "1")}, ","},
		"none":                 {nil, ","},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := convertRelease(wireRelease{}, readTracks(wireRelease{Formats: c.formats, Tracklist: listOf("1-1 2-1")}))
			if got := r.Media[0].Format + "," + r.Media[1].Format; got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestFormatDetails holds what formats and styles say of the release.
func TestFormatDetails(t *testing.T) {
	t.Parallel()
	vinyl := func(descriptions ...string) wireFormat { return formatOfQty("Vinyl", "1", descriptions...) }
	for name, c := range map[string]struct {
		formats []wireFormat
		styles  []string
		want    string // status, types and packaging
	}{
		"promotion":                    {[]wireFormat{vinyl("Promo")}, nil, "Promotion||-"},
		"bootleg":                      {[]wireFormat{vinyl("Partially Unofficial")}, nil, "Bootleg||-"},
		"promotion of a bootleg":       {[]wireFormat{vinyl("Unofficial Release", "Promo")}, nil, "Bootleg||-"},
		"bootleg of a promotion":       {[]wireFormat{vinyl("Promo"), vinyl("Unofficial Release")}, nil, "Bootleg||-"},
		"types of formats come first":  {[]wireFormat{vinyl("EP"), vinyl("Album")}, []string{"Score"}, "Official|EP+Album+Soundtrack|-"},
		"types once":                   {[]wireFormat{vinyl("EP", "Mini-Album")}, []string{"Score", "Theme", "Musical"}, "Official|EP+Soundtrack|-"},
		"mixed by a disc jockey":       {[]wireFormat{vinyl("Partially Mixed", "Mixed", "Mixtape")}, nil, "Official|DJ-mix+Mixtape/Street|-"},
		"single of any size":           {[]wireFormat{vinyl("Maxi-Single")}, nil, "Official|Single|-"},
		"sampler and tour are no type": {[]wireFormat{vinyl("Sampler", "Tour Recording")}, nil, "Official||-"},
		"style that is no type":        {[]wireFormat{vinyl()}, []string{"Ambient", "Radioplay", "Public Broadcast"}, "Official|Audio drama+Broadcast|-"},
		"only the box counts":          {[]wireFormat{formatOfQty("Box Set", "1", "Compilation"), vinyl("Album", "Promo")}, nil, "Official|Compilation|Box"},
		"what is before the box":       {[]wireFormat{vinyl("Album"), formatOfQty("Box Set", "1"), vinyl("Single")}, []string{"Score"}, "Official|Album+Soundtrack|Box"},
		"files have no packaging":      {[]wireFormat{formatOfQty("File", "2", "Single", "Promo")}, nil, "Promotion|Single|None"},
		"files and a disc":             {[]wireFormat{formatOfQty("File", "2"), vinyl()}, nil, "Official||-"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := said(convertRelease(wireRelease{Formats: c.formats, Styles: c.styles}, trackList{})); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestStem(t *testing.T) {
	t.Parallel()
	for position, want := range map[string]string{
		"1a": "1", "1.a": "1", "1.1": "1", "1.12": "1", "C1.4": "C1", "2-3b": "2-3", "1.1.2": "1.1",
		"1": "", "15": "", "1-3": "", "DVD2-1": "", "a": "", ".1": "", "Aa": "", "1A": "", "1ab": "", "1.": "", "": "",
	} {
		if got := stem(position); got != want {
			t.Errorf("%q: got the stem %q, want %q", position, got, want)
		}
	}
}

// FuzzDivide holds that positions and headings of any kind keep all tracks in their order, and that sections are of one form.
func FuzzDivide(f *testing.F) {
	for _, seed := range []string{"1-1 #H 1-2 2-1", "A S(B1a,B1b) #- C", "x 1 A1 S(1,2) #: #H #I", "1 S() S(a) CD1- AA1"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		elements := listOf(text)
		list := readTracks(wireRelease{Tracklist: elements})
		adaptertest.Whole(t, convertRelease(wireRelease{}, list), tracksIn(elements, list), 1)
		for _, m := range list.media {
			for _, s := range m.sections {
				for _, x := range s.tracks {
					if s.prefix.form != formNone && prefixOf(x.Position).form != formNone && !s.prefix.fits(x.Position) {
						t.Errorf("%q is in a section of %+v", x.Position, s.prefix)
					}
				}
			}
		}
	})
}
