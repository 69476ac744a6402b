package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"tutti/internal/config"
	"tutti/internal/telemetry"
	"tutti/lookup"
)

// TestAServiceThatAllowsItIsAskedWithoutCredentials looks a release up at Discogs. Half of the credentials are a mistake, which is told.
func TestAServiceThatAllowsItIsAskedWithoutCredentials(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		settings []string
		want     string // header and outcome
	}{
		"none": {nil, "[] <nil>"},
		"both": {[]string{"TUTTI_DISCOGS_CONSUMER_KEY=k", "TUTTI_DISCOGS_CONSUMER_SECRET=s"}, "[Discogs key=k, secret=s] <nil>"},
		"half": {[]string{"TUTTI_DISCOGS_CONSUMER_KEY=k"}, "not asked"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			sent := make(chan []string, 1)
			upstream := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				sent <- r.Header["Authorization"]
				w.Header().Set("Content-Type", "application/json")
				_, _ = io.WriteString(w, `{"id":1,"title":"A","artists":[],"labels":[],"formats":[],"tracklist":[]}`) // the client may have left
			}))
			defer upstream.Close()
			cfg, err := config.Load(append(environ(t, upstream.URL), c.settings...), t.TempDir(), declared())
			if err != nil {
				t.Fatal(err)
			}
			a, err := wire(t.Context(), cfg, telemetry.Options{Output: io.Discard})
			if err != nil {
				t.Fatal(err)
			}
			r := a.engine.Run(t.Context(), lookup.Question{Refs: []lookup.Ref{{Provider: "discogs", ID: "1"}}}, lookup.Everything())
			got := "not asked"
			select {
			case header := <-sent:
				got = fmt.Sprint(header, r.Err())
			default:
			}
			if got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
			if err := a.close(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
}
