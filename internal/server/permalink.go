package server

import (
	"fmt"
	"net/http"
	"strings"

	"tutti/web"
)

// maxPermalink bounds the address of a permalink, in bytes.
const maxPermalink = 32 << 10

// replayQuery is what a permalink opens in the console.
const replayQuery = `query Replay {
  releaseLookup(by: {permalink: %q}) {
    release {
      title
      artists { name joinPhrase }
      releaseDate
      gtin
      labels { label { name } catalogNumber }
      media { format tracks { number title lengthMs isrc } }
    }
    reports { provider { displayName } status error { code message } retrievedAt }
    conflicts { kind severity path text }
    messages { severity code text }
    permalink { url asOf digest contentDigest }
  }
}
`

// replayed leads to the console, with the query that replays the permalink filled in. Nothing is looked up yet.
func replayed(publicURL string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		address := r.URL.RequestURI()
		if len(address) > maxPermalink {
			http.Error(w, fmt.Sprintf("the address is longer than %d bytes", maxPermalink), http.StatusRequestURITooLong)
			return
		}
		e := web.Example{Query: fmt.Sprintf(replayQuery, strings.TrimSuffix(publicURL, "/")+address)}
		http.Redirect(w, r, e.Link(web.Path), http.StatusFound)
	})
}

// noPages says how a permalink is replayed where the console is turned off.
func noPages(w http.ResponseWriter, _ *http.Request) {
	http.Error(w, `there are no pages here; ask /graphql: { releaseLookup(by: {permalink: "this address"}) { release { title } } }`, http.StatusNotFound)
}
