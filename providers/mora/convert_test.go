package mora

import (
	"errors"
	"html"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/adaptertest"
	"tutti/providers/internal/decode"
)

const source = contents + "0000/00000091/0091/000/100/" + file

// asked is the package that metadata were asked for.
func asked() providers.ID { return providers.ID{Type: typePackage, ID: "1/2"} }

// read converts metadata.
func read(t *testing.T, metadata string) *music.Release {
	t.Helper()
	w, err := decode.JSON[wireRelease](providers.Document{Body: []byte(metadata)})
	if err != nil {
		t.Fatalf("metadata %s: %v", metadata, err)
	}
	return convertRelease(w, idOf(w, asked()), source)
}

func TestConvert(t *testing.T) {
	t.Parallel()
	length := adaptertest.OfTrack(adaptertest.Length)
	kind := adaptertest.OfTrack(func(t music.Track) music.TrackKind { return t.Kind })
	copyright := func(r *music.Release) any { return r.Copyright }
	text := func(s string) *string { return &s }
	for name, c := range map[string]struct {
		metadata string
		got      func(*music.Release) any
		want     any
	}{
		"barcode of the distributor":          {`{"distPartNo":"00770000000019","cdPartNo":"770000000026"}`, adaptertest.GTIN, music.GTIN("00770000000019")},
		"barcode of the CD":                   {`{"distPartNo":"TUTZ-1001_F","cdPartNo":"770000000019"}`, adaptertest.GTIN, music.GTIN("770000000019")},
		"eight digits that fit by chance":     {`{"distPartNo":"12345670","cdPartNo":"96385074"}`, adaptertest.GTIN, music.GTIN("")},
		"eight digits before a barcode":       {`{"distPartNo":"12345670","cdPartNo":"770000000019"}`, adaptertest.GTIN, music.GTIN("770000000019")},
		"wrong check digit":                   {`{"distPartNo":"770000000018"}`, adaptertest.GTIN, music.GTIN("")},
		"barcode with a suffix":               {`{"distPartNo":"770000000019_F"}`, adaptertest.GTIN, music.GTIN("")},
		"part numbers are null":               {`{"distPartNo":null,"cdPartNo":null}`, adaptertest.GTIN, music.GTIN("")},
		"part number as a number":             {`{"distPartNo":770000000019}`, adaptertest.GTIN, music.GTIN("770000000019")},
		"page of the package":                 {`{"labelCode":"91","packageId":"A-1_F"}`, adaptertest.Link, "https://mora.jp/package/91/A-1_F/"},
		"package without a name of its own":   {`{}`, adaptertest.Link, "https://mora.jp/package/1/2/"},
		"joint artists are one":               {`{"artistName":"A、B","artistNo":7}`, adaptertest.Artists, []music.ArtistCredit{adaptertest.Credited(name, "A、B", "7")}},
		"various artists are one":             {`{"artistName":"Various Artists","artistNo":15340}`, adaptertest.Artists, []music.ArtistCredit{adaptertest.Credited(name, "Various Artists", "15340")}},
		"artist without a number":             {`{"artistName":"A","artistNo":0}`, adaptertest.Artists, []music.ArtistCredit{adaptertest.Credited(name, "A", "")}},
		"artist without a name":               {`{"artistNo":7}`, adaptertest.Artists, []music.ArtistCredit(nil)},
		"artist of a track":                   {`{"trackList":[{"artistName":"A","artistNo":7}]}`, adaptertest.OfTrack(func(t music.Track) any { return t.Artists }), []music.ArtistCredit{adaptertest.Credited(name, "A", "7")}},
		"track without an artist":             {`{"trackList":[{"title":"A"}]}`, adaptertest.OfTrack(func(t music.Track) any { return t.Artists }), []music.ArtistCredit(nil)},
		"company, not brand":                  {`{"labelcompanyname":"A","labelname":"B","displayLabelname":"C"}`, adaptertest.Labels, []string{"A"}},
		"company with a slash":                {`{"labelcompanyname":"Azalea / Tsutsuji"}`, adaptertest.Labels, []string{"Azalea / Tsutsuji"}},
		"company is null":                     {`{"labelcompanyname":null}`, adaptertest.Labels, []string(nil)},
		"company is empty text":               {`{"labelcompanyname":""}`, adaptertest.Labels, []string(nil)},
		"day as it is written":                {`{"startDate":"2024/03/01 00:00:00"}`, adaptertest.Dated, "2024-03-01 assumed-valid"},
		"day without a time":                  {`{"startDate":"2024/03/01"}`, adaptertest.Dated, "2024-03-01 assumed-valid"},
		"day before the shop opened":          {`{"startDate":"2004/03/31 23:59:59"}`, adaptertest.Dated, "2004-03-31 assumed-invalid"},
		"day in the month of the opening":     {`{"startDate":"2004/04/01 00:00:00"}`, adaptertest.Dated, "2004-04-01 assumed-valid"},
		"day that is none":                    {`{"startDate":"soon"}`, adaptertest.Dated, "assumed-invalid"},
		"no day":                              {`{"startDate":null}`, adaptertest.Dated, "none-found"},
		"copyright keeps its symbols":         {`{"master":"(P)2024 A"}`, copyright, text("(P)2024 A")},
		"copyright is empty text":             {`{"master":""}`, copyright, (*string)(nil)},
		"copyright is null":                   {`{"master":null}`, copyright, (*string)(nil)},
		"cover beside the metadata":           {`{"fullsizeimage":"0091.200.jpg"}`, adaptertest.Images, []music.Image{{URL: contents + "0000/00000091/0091/000/100/0091.200.jpg", Types: []music.ImageType{music.ImageFront}}}},
		"no cover":                            {`{"fullsizeimage":null}`, adaptertest.Images, []music.Image(nil)},
		"cover that leads nowhere":            {`{"fullsizeimage":"data:image/png;base64,AAAA"}`, adaptertest.Images, []music.Image(nil)},
		"available in Japan":                  {`{}`, adaptertest.Available, []music.Region{"JP"}},
		"types are not told":                  {`{}`, adaptertest.Types, []string(nil)},
		"status and packaging":                {`{}`, adaptertest.StatusAndPackaging, "Official None"},
		"tracks are on one medium":            {`{"trackList":[{"trackNo":1,"title":"A"},{"trackNo":2,"title":"B"}]}`, adaptertest.Media, "0: 1 A, 2 B"},
		"track without a number":              {`{"trackList":[{"title":"A"},{"trackNo":-1,"title":"B"}]}`, adaptertest.Media, "0:  A,  B"},
		"track that is null":                  {`{"trackList":[null,{"trackNo":2,"title":"B"}]}`, adaptertest.Media, "0:  , 2 B"},
		"list without tracks":                 {`{"trackList":[]}`, adaptertest.Tracks, []music.Medium{}},
		"no list":                             {`{"trackList":null}`, adaptertest.Tracks, []music.Medium(nil)},
		"seconds":                             {`{"trackList":[{"duration":239}]}`, length, music.Duration(239000)},
		"length below zero":                   {`{"trackList":[{"duration":-1}]}`, length, music.Duration(0)},
		"video":                               {`{"trackList":[{"mediaFormatNo":11}]}`, kind, music.Video},
		"music":                               {`{"trackList":[{"mediaFormatNo":10}]}`, kind, music.Audio},
		"high resolution":                     {`{"trackList":[{"mediaFormatNo":12}]}`, kind, music.Audio},
		"lossless":                            {`{"trackList":[{"mediaFormatNo":15}]}`, kind, music.Audio},
		"track whose format is not told":      {`{"trackList":[{}]}`, kind, music.Audio},
		"recordings of tracks have no number": {`{"trackList":[{"materialNo":5,"musicId":"PX5"}]}`, adaptertest.OfTrack(adaptertest.Recording), ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, c.got(read(t, c.metadata))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// withArguments is a page with these arguments.
func withArguments(json string) string {
	return `<!DOCTYPE html><html><head><meta name="` + metaName + `" content="` + html.EscapeString(json) + `"></head></html>`
}

func TestPlace(t *testing.T) {
	t.Parallel()
	const good = `{"type":"package","mountPoint":"0000","labelId":"00000083","materialNo":"42738339"}`
	for name, c := range map[string]struct{ page, want, wrong string }{
		"number is filled up to ten digits": {withArguments(good), "0000/00000083/0042/738/339", ""},
		"number of ten digits": {
			withArguments(`{"type":"package","mountPoint":"0001","labelId":"00000083","materialNo":"1234567890"}`), "0001/00000083/1234/567/890", "",
		},
		"number that is no text": {
			withArguments(`{"type":"package","mountPoint":"0000","labelId":"00000083","materialNo":7}`), "0000/00000083/0000/000/007", "",
		},
		"type is not told":         {withArguments(strings.Replace(good, `"type":"package",`, "", 1)), "0000/00000083/0042/738/339", ""},
		"attributes turned around": {`<meta content='` + good + `' name=` + metaName + `>`, "0000/00000083/0042/738/339", ""},
		"another meta element before": {
			`<meta name="description" content="mora">` + withArguments(good), "0000/00000083/0042/738/339", "",
		},
		"page about an artist":    {withArguments(strings.Replace(good, "package", "artist", 1)), "", "not about a package"},
		"no such element":         {`<!DOCTYPE html><title>mora</title>`, "", "meta element " + metaName},
		"element without content": {`<meta name="` + metaName + `">`, "", "meta element " + metaName},
		"no JSON":                 {withArguments(`{broken`), "", "not JSON"},
		"a list":                  {withArguments(`[]`), "", "another kind"},
		"no arguments":            {withArguments(`{}`), "", "does not name the place"},
		"no number":               {withArguments(strings.Replace(good, "42738339", "", 1)), "", "no material number"},
		"number of eleven digits": {withArguments(strings.Replace(good, "42738339", "12345678901", 1)), "", "no material number"},
		"number that is none":     {withArguments(strings.Replace(good, "42738339", "-4273833", 1)), "", "no material number"},
		"way out of the folder":   {withArguments(strings.Replace(good, "0000", "..", 1)), "", "does not name the place"},
		"way to another host":     {withArguments(strings.Replace(good, "00000083", "@evil.example/", 1)), "", "does not name the place"},
		"no page":                 {"", "", "meta element " + metaName},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := extractPlace(providers.Document{Body: []byte(c.page)})
			if got != c.want || (err == nil) != (c.wrong == "") {
				t.Fatalf("got %q, %v, want %q", got, err, c.want)
			}
			if err != nil && (!errors.Is(err, providers.ErrMalformed) || !strings.Contains(err.Error(), c.wrong)) {
				t.Errorf("got %v, want a malformed page because of %q", err, c.wrong)
			}
		})
	}
}

// FuzzConvert holds that no metadata make the converter panic or break what a release promises.
func FuzzConvert(f *testing.F) {
	f.Add([]byte(`{"title":"A","distPartNo":"770000000019","startDate":"2024/03/01","trackList":[{"trackNo":1,"title":"B","duration":1}]}`))
	f.Add([]byte(`{"title":"A","artistNo":-1,"artistName":"B","fullsizeimage":"http://[","trackList":[null,{"trackNo":-1,"duration":-1}]}`))
	f.Fuzz(func(t *testing.T, body []byte) {
		w, err := decode.JSON[wireRelease](providers.Document{Body: body})
		if err != nil {
			return
		}
		r := convertRelease(w, idOf(w, asked()), source)
		adaptertest.Whole(t, r, len(w.TrackList), 0)
		if r.GTIN != "" && r.GTIN.Valid() != nil || len(noGTIN(w).Facts[0].Values) > 2 {
			t.Errorf("got the GTIN %q", r.GTIN)
		}
	})
}

// FuzzExtract holds that a page names either a place below the folder of metadata or nothing.
func FuzzExtract(f *testing.F) {
	f.Add([]byte(withArguments(`{"type":"package","mountPoint":"0000","labelId":"00000083","materialNo":"42738339"}`)))
	f.Add([]byte(withArguments(`{"mountPoint":"..","labelId":"a/b","materialNo":"999999999999"}`)))
	f.Fuzz(func(t *testing.T, body []byte) {
		place, err := extractPlace(providers.Document{Body: body})
		parts := strings.Split(place, "/")
		if err == nil && (len(parts) != 5 || len(strings.Join(parts[2:], "")) != materialDigits || strings.ContainsAny(place, `.:@?#%\`)) {
			t.Errorf("got the place %q", place)
		}
		if err != nil && (place != "" || !errors.Is(err, providers.ErrMalformed)) {
			t.Errorf("got %q and %v", place, err)
		}
	})
}
