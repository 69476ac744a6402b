package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tutti/permalink"
)

// told is what a replay has to give again, byte for byte.
const told = `
	complete
	release {
		title gtin releaseDate releaseDateQuality types status packaging language languageConfidence script scriptFrequency copyright trackCount availableIn excludedFrom
		artists { name joinPhrase artist { name mbid links { url } } }
		labels { catalogNumber label { name mbid } }
		images { url width provider { name } }
		links { url types }
		media { position format tracks { number title lengthMs isrc artists { name } alignments { provider { name } method confidence } } }
		provenance { all { path agreement candidates { provider { name } display agrees rejected } } }
		sources { provider { name } title retrievedAt documents { endpoint key sha256 } }
	}
	conflicts { kind severity path text clusters { display merged providers { name } } }
	messages { severity code text }
	reports { provider { name } status error { code } method value region alternatives }
	permalink { url asOf digest contentDigest }`

type recordedAnswer struct {
	Data struct {
		ReleaseLookup *struct {
			Release, Conflicts, Messages json.RawMessage
			Reports                      []struct{ Status string }
			Permalink                    *struct{ URL, Digest, ContentDigest, AsOf string }
			Diff                         *struct {
				Missing []struct{ Name string }
				Changes []struct {
					Path          string
					Provider      *struct{ Name string }
					Before, After *string
				}
			}
		}
	}
	Errors []struct {
		Message    string
		Extensions struct{ Code string }
	}
}

func (h *house) look(tb testing.TB, by, options, selection string) (answer string, parsed recordedAnswer) {
	tb.Helper()
	answer = h.ask(tb, `{ releaseLookup(by: {`+by+`}, options: {`+options+`}) {`+selection+`} }`)
	if err := json.Unmarshal([]byte(answer), &parsed); err != nil {
		tb.Fatal(err)
	}
	return answer, parsed
}

// TestARecordedLookupIsReplayedByteForByte looks a release up at all ten services, of which one fails, and ends. Another process
// replays it from the same folder, with services that are not there.
func TestARecordedLookupIsReplayedByteForByte(t *testing.T) {
	t.Parallel()
	data, public := "TUTTI_DATA_DIR="+t.TempDir(), "TUTTI_PUBLIC_URL=https://tutti.example/"
	const all = "categories: [ALL], preferences: {title: [MUSICBRAINZ], images: [DEEZER]}"
	var want, url string
	t.Run("record", func(t *testing.T) { //nolint:paralleltest // one process after the other
		h := newHouse(t, data, public)
		answer, parsed := h.look(t, `gtin: "4099998000082"`, all, told)
		l := parsed.Data.ReleaseLookup
		if len(parsed.Errors) > 0 || l == nil || l.Permalink == nil || len(l.Reports) < 4 {
			t.Fatalf("answered %s", answer)
		}
		want, url = answer, l.Permalink.URL
		if !strings.HasPrefix(url, "https://tutti.example/permalink/") {
			t.Errorf("the permalink is %s", url)
		}
	})
	t.Run("replay", func(t *testing.T) { //nolint:paralleltest // one process after the other
		h := newHouse(t, data, public, "TUTTI_UPSTREAM_URL=http://127.0.0.1:1", "TUTTI_SPOTIFY_CLIENT_ID=")
		answer, _ := h.look(t, `permalink: "`+url+`"`, "", told)
		if diff := cmp.Diff(strings.Split(want, ","), strings.Split(answer, ",")); diff != "" {
			t.Errorf("the replay differs (-then +now):\n%s", diff)
		}
		_, parsed := h.look(t, `permalink: "`+url+`"`, "", "release { title } permalink { digest url }")
		if p := parsed.Data.ReleaseLookup.Permalink; p == nil || p.URL != url {
			t.Errorf("a smaller selection has the permalink %+v, want the same", p)
		}
	})
	t.Run("altered", func(t *testing.T) { //nolint:paralleltest // one process after the other
		h := newHouse(t, data)
		token, _ := permalink.TokenOf(url)
		changed := strings.Replace(url, token[10:12], "AA", 1)
		answer := h.ask(t, `{ release(by: {permalink: "`+changed+`"}) { title } other: release(by: {gtin: "4099998000013"}) { title } }`)
		if !strings.Contains(answer, `by.permalink: this permalink was altered or cut off`) || !strings.Contains(answer, "Paper Lanterns") {
			t.Errorf("answered %s, want an error of that field alone", answer)
		}
	})
	t.Run("damaged", func(t *testing.T) { //nolint:paralleltest // one process after the other
		flipAll(t, strings.TrimPrefix(data, "TUTTI_DATA_DIR="))
		h := newHouse(t, data)
		answer, parsed := h.look(t, `permalink: "`+url+`"`, "", "release { title } messages { text }")
		if string(parsed.Data.ReleaseLookup.Release) != "null" || !strings.Contains(answer, "documents are missing: ") {
			t.Errorf("served from damaged documents: %s", answer)
		}
		if answer = h.ask(t, `{ release(by: {permalink: "`+url+`"}) { title } }`); !strings.Contains(answer, "NOT_REPLAYED") {
			t.Errorf("answered %s", answer)
		}
		sent := h.sent("api.deezer.com")
		if _, parsed = h.look(t, `gtin: "4099998000082"`, all, "release { title }"); string(parsed.Data.ReleaseLookup.Release) == "null" {
			t.Error("what is damaged is not fetched again")
		}
		if h.sent("api.deezer.com") == sent {
			t.Error("answered without asking again")
		}
	})
}

// flipAll changes one byte of each stored body.
func flipAll(tb testing.TB, dir string) {
	tb.Helper()
	flipped := 0
	err := filepath.WalkDir(filepath.Join(dir, "content"), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		body[len(body)/2] ^= 1
		flipped++
		return os.WriteFile(path, body, 0o600)
	})
	if err != nil || flipped == 0 {
		tb.Fatalf("%d bodies flipped: %v", flipped, err)
	}
}

// TestAReleaseThatChangesCanBeReadAtBothMoments follows the scripted history of a release.
func TestAReleaseThatChangesCanBeReadAtBothMoments(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	const changing = "4099998000266"
	const selection = "release { title releaseDate } permalink { asOf url } "
	by := `gtin: "` + changing + `"`
	_, first := h.look(t, by, "", selection)
	l := first.Data.ReleaseLookup
	if l == nil || l.Permalink == nil {
		t.Fatalf("nothing found: %+v", first)
	}
	for range 2 { // its ISRCs arrive, then MusicBrainz calls it otherwise, and dates are corrected
		if moved, err := h.services.Advance(changing); !moved || err != nil {
			t.Fatal(moved, err)
		}
	}
	asOf, err := time.Parse(time.RFC3339Nano, l.Permalink.AsOf)
	if err != nil {
		t.Fatal(err)
	}
	for time.Since(asOf) <= time.Millisecond { // so that the next documents have another time
		runtime.Gosched()
	}
	_, second := h.look(t, by, "freshness: FRESH", selection+`diff(since: "`+l.Permalink.AsOf+`") { missing { name } changes { path provider { name } before after } }`)
	now := second.Data.ReleaseLookup
	if string(now.Release) == string(l.Release) || now.Diff == nil || len(now.Diff.Changes) == 0 || len(now.Diff.Missing) != 1 {
		t.Fatalf("first %s, then %s with diff %+v", l.Release, now.Release, now.Diff)
	}
	var changes []string
	for _, c := range now.Diff.Changes {
		who := "merged"
		if c.Provider != nil {
			who = c.Provider.Name
		}
		changes = append(changes, fmt.Sprint(who, " ", c.Path, ": ", deref(c.Before), " → ", deref(c.After)))
	}
	want := []string{"merged releaseDate: 2024-02-02 → 2024-02-09", "DEEZER releaseDate: 2024-02-02 → 2024-02-09"}
	if diff := cmp.Diff(want, changes); diff != "" {
		t.Errorf("changes (-want +got):\n%s", diff)
	}
	for at, want := range map[string]string{l.Permalink.AsOf: string(l.Release), now.Permalink.AsOf: string(now.Release)} {
		if _, got := h.look(t, by, `asOf: "`+at+`"`, "release { title releaseDate }"); string(got.Data.ReleaseLookup.Release) != want {
			t.Errorf("as of %s: %s, want %s", at, got.Data.ReleaseLookup.Release, want)
		}
	}
	if answer := h.ask(t, `{ release(by: {`+by+`}, options: {asOf: "2999-01-01T00:00:00Z"}) { title } }`); !strings.Contains(answer, "options.asOf: ") {
		t.Errorf("answered %s, want an error that names the option", answer)
	}
	if _, old := h.look(t, by, `asOf: "2001-01-01T00:00:00Z"`, "reports { status } release { title }"); string(old.Data.ReleaseLookup.Release) != "null" {
		t.Errorf("as of a moment before all: %+v", old)
	}
}

func deref(text *string) string {
	if text == nil {
		return "none"
	}
	return *text
}

// TestAPermalinkOfTheReferenceIsUnderstood asks by an address as the reference writes it: as of its time, from what is stored, and
// merged as the reference merges.
func TestAPermalinkOfTheReferenceIsUnderstood(t *testing.T) {
	t.Parallel()
	h := newHouse(t)
	const selection = "release { title releaseDate } reports { provider { name } status error { code } } permalink { url asOf }"
	_, first := h.look(t, `gtin: "4099998000266"`, "providers: [SPOTIFY, DEEZER]", selection)
	asOf, err := time.Parse(time.RFC3339Nano, first.Data.ReleaseLookup.Permalink.AsOf)
	if err != nil {
		t.Fatal(err)
	}
	address := "https://elsewhere.example/harmony/release?gtin=4099998000266&spotify=&deezer="
	_, live := h.look(t, `permalink: "`+address+`"`, "", selection)
	sent := h.sent("api.deezer.com")
	_, replayed := h.look(t, `permalink: "`+address+`&ts=`+strconv.FormatInt(asOf.Unix(), 10)+`"`, "", selection)
	for name, got := range map[string]recordedAnswer{"live": live, "replayed": replayed} {
		if l := got.Data.ReleaseLookup; l == nil || string(l.Release) != string(first.Data.ReleaseLookup.Release) {
			t.Errorf("%s: %+v, want %s", name, got, first.Data.ReleaseLookup.Release)
		}
	}
	if h.sent("api.deezer.com") != sent {
		t.Error("a replay has sent something")
	}
	own := replayed.Data.ReleaseLookup
	if _, again := h.look(t, `permalink: "`+own.Permalink.URL+`"`, "", selection); again.Data.ReleaseLookup == nil ||
		string(again.Data.ReleaseLookup.Release) != string(own.Release) {
		t.Errorf("the permalink of the replay gives %+v", again)
	}
	answer, never := h.look(t, `permalink: "`+address+`&ts=1700000000"`, "", selection)
	if string(never.Data.ReleaseLookup.Release) != "null" || strings.Count(answer, `"NOT_RECORDED"`) != 2 {
		t.Errorf("what was never recorded: %s", answer)
	}
	for query, want := range map[string]string{
		"ts=-5": "ts", "deezer=1&ts=32503680000": "has not come yet", "region=GBR": "region", "gtin=123": "gtin", "url=foo": "url",
	} {
		if answer := h.ask(t, `{ release(by: {permalink: "https://elsewhere.example/release?`+query+`"}) { title } }`); !strings.Contains(answer, "by.permalink: ") || !strings.Contains(answer, want) {
			t.Errorf("%s: answered %s, want an error that names the parameter", query, answer)
		}
	}
}

// TestAddressesOfPermalinksLeadToTheConsole follows both forms to the query that is filled in.
func TestAddressesOfPermalinksLeadToTheConsole(t *testing.T) {
	t.Parallel()
	h := newHouse(t, "TUTTI_PUBLIC_URL=https://tutti.example")
	for _, path := range []string{"/release?gtin=4099998000266&deezer=&ts=1700000000", "/permalink/abc.def"} {
		head, _ := h.send(t, http.MethodGet, path, "")
		to, err := url.Parse(head.Header.Get("Location"))
		if err != nil || head.StatusCode != http.StatusFound || to.Path != "/graphiql" {
			t.Fatalf("%s: status %d, to %s", path, head.StatusCode, to)
		}
		if query := to.Query().Get("query"); !strings.Contains(query, `permalink: "https://tutti.example`+path+`"`) {
			t.Errorf("%s: the query is %s", path, query)
		} else if answer := h.ask(t, query); strings.Contains(answer, "GRAPHQL_VALIDATION_FAILED") {
			t.Errorf("%s: %s", path, answer)
		}
	}
	if head, _ := h.send(t, http.MethodGet, "/release?url="+strings.Repeat("x", 33<<10), ""); head.StatusCode != http.StatusRequestURITooLong {
		t.Errorf("a long one: status %d", head.StatusCode)
	}
	head, text := newHouse(t, "TUTTI_GRAPHIQL=false").send(t, http.MethodGet, "/release?gtin=1", "")
	if head.StatusCode != http.StatusNotFound || !strings.Contains(text, "by: {permalink:") {
		t.Errorf("without a console: status %d, %s", head.StatusCode, text)
	}
}
