package main

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"tutti/internal/emulator"
)

// looked is a lookup on the command line, as a table or as JSON, and what it sent.
type looked struct {
	code      int
	out, errs string
	sent      []string // in the order in which it came in, tokens apart
}

func (l looked) sentTo(host string) int {
	n := 0
	for _, s := range l.sent {
		if strings.HasPrefix(s, host) {
			n++
		}
	}
	return n
}

// lookUp runs the command twice with one data directory, and returns the second run.
func lookUp(t *testing.T, args ...string) looked {
	t.Helper()
	upstream, services := services(t)
	env := environ(t, upstream)
	var l looked
	for range 2 {
		if err := services.Reset(); err != nil {
			t.Fatal(err)
		}
		l.code, l.out, l.errs = runCommand(t, env, append([]string{"lookup"}, args...)...)
	}
	for _, r := range services.Requests() {
		if r.Host != "accounts.spotify.com" {
			l.sent = append(l.sent, r.Host+r.Path+"?"+r.Query)
		}
	}
	return l
}

// TestEveryOptionOfALookupReachesBothWays looks up with each option as a table and as JSON, and sees its effect in both.
func TestEveryOptionOfALookupReachesBothWays(t *testing.T) {
	t.Parallel()
	regional, _ := releaseOf(t, emulator.Spotify, "Grenzverkehr")
	preferred := regexp.MustCompile(`(?m)^title +Paper Lanterns \(Deluxe\) +\(Spotify\)|"title": "Paper Lanterns \(Deluxe\)",$`)
	fresh := []string{"--fresh"}
	tests := map[string]struct {
		args []string
		want func(looked) bool
	}{
		"What": {[]string{"deezer:990000001", "https://open.spotify.com/album/0EmulatedAlbum00000001", "--providers", "deezer"}, func(l looked) bool {
			return strings.Contains(l.errs, "Deezer       answered") && strings.Contains(l.errs, "Spotify      answered")
		}},
		"Providers": {append(fresh, paperLanterns, "--providers", "deezer"), func(l looked) bool {
			return l.sentTo("api.deezer.com") > 0 && l.sentTo("api.deezer.com") == len(l.sent)
		}},
		"Regions": {append(fresh, regional, "--providers", "spotify", "--regions", "AT"), func(l looked) bool {
			return strings.Contains(strings.Join(l.sent, " "), "market=AT")
		}},
		"Prefer": {[]string{paperLanterns, "--prefer", "spotify"}, func(l looked) bool {
			return preferred.MatchString(l.out)
		}},
		"MaxRequests": {append(fresh, paperLanterns, "--max-requests", "2"), func(l looked) bool { return len(l.sent) == 2 }},
		"Fresh":       {append(fresh, paperLanterns), func(l looked) bool { return len(l.sent) > 0 }},
	}
	for option := range reflect.TypeFor[lookupCmd]().Fields() {
		if name := option.Name; name != "JSON" && tests[name].want == nil {
			t.Errorf("no test looks at the option %s", name)
		}
	}
	for name, c := range tests {
		for way, args := range map[string][]string{"table": c.args, "JSON": append([]string{"--json"}, c.args...)} {
			t.Run(name+" as "+way, func(t *testing.T) {
				t.Parallel()
				if l := lookUp(t, args...); l.code != 0 || !c.want(l) {
					t.Errorf("exit code %d, sent %v\n%s\n%s", l.code, l.sent, l.out, l.errs)
				}
			})
		}
	}
}

// TestNoOptionOfALookupHasItsEffectByItself holds that the test above can fail.
func TestNoOptionOfALookupHasItsEffectByItself(t *testing.T) {
	t.Parallel()
	if l := lookUp(t, "--json", paperLanterns); len(l.sent) != 0 || strings.Contains(l.out, `"title": "Paper Lanterns (Deluxe)"`) {
		t.Errorf("a second lookup without options sent %v and printed\n%s", l.sent, l.out)
	}
}

// TestBothWaysEndAlike holds that the exit code says the same of a table and of JSON, which is printed in any case.
func TestBothWaysEndAlike(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		args []string
		code int
		json string // what JSON prints
		errs string
	}{
		"found":                   {args: []string{paperLanterns}, json: `"title": "Paper Lanterns`},
		"nobody has it":           {args: []string{"4006381333931"}, code: 1, json: `"status": "NOT_FOUND"`},
		"an invalid barcode":      {args: []string{"123"}, code: 1, errs: "8, 12, 13 or 14"},
		"a wrong check digit":     {args: []string{"4099998000014"}, code: 1, errs: "check"},
		"a foreign page":          {args: []string{"https://nobody.example/1"}, code: 1, json: `"code": "unsupported-url"`, errs: "nobody.example"},
		"an unknown provider":     {args: []string{"nobody:1"}, code: 1, errs: "nobody"},
		"a bad id, and a barcode": {args: []string{"deezer:x", paperLanterns}, json: `"code": "INVALID"`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			table, asJSON := lookUp(t, c.args...), lookUp(t, append([]string{"--json"}, c.args...)...)
			if table.code != c.code || asJSON.code != c.code {
				t.Errorf("exit codes %d and %d, want %d", table.code, asJSON.code, c.code)
			}
			if !strings.Contains(asJSON.out, c.json) {
				t.Errorf("JSON lacks %s:\n%s", c.json, asJSON.out)
			}
			for way, l := range map[string]looked{"table": table, "JSON": asJSON} {
				if !strings.Contains(strings.ToLower(l.errs), strings.ToLower(c.errs)) || c.code != 0 && !strings.Contains(l.errs, "tutti: ") {
					t.Errorf("%s complained %q, want %q", way, l.errs, c.errs)
				}
			}
		})
	}
}
