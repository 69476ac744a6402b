package server

import "tutti/web"

// examples are the queries that the console opens with; the demo prints them, and tests run them.
var examples = []web.Example{
	{
		Title: "One release, merged",
		Query: `query Release($gtin: GTIN!) {
  release(by: {gtin: $gtin}, options: {categories: [ALL]}) {
    title
    artists { name joinPhrase }
    releaseDate
    gtin
    labels { label { name } catalogNumber }
    media {
      format
      tracks { number title lengthMs isrc }
    }
    links { url types provider { displayName } }
  }
}
`,
		Variables: `{"gtin": "602475093060"}`,
	},
	{
		Title: "Who says what",
		Query: `query Choose {
  release(by: {gtin: "4099998000013"}, options: {categories: [ALL]}) {
    title
    releaseDate
    provenance {
      title { agreement candidates { provider { name } value agrees } }
      all(disagreeingOnly: true) { path agreement }
    }
  }
  otherwise: release(
    by: {gtin: "4099998000013"}
    options: {categories: [ALL], preferences: {title: [SPOTIFY], releaseDate: [ITUNES]}}
  ) {
    title
    releaseDate
  }
}
`,
	},
	{
		Title: "How it came about",
		Query: `query Lookup($gtin: GTIN!) {
  releaseLookup(by: {gtin: $gtin}, options: {categories: [ALL], preferences: {media: [MUSICBRAINZ]}}) {
    complete
    requests { planned sent retries tokens shared }
    reports {
      provider { displayName }
      status
      error { code message }
      cache
      requests { planned sent }
      elapsedMs
    }
    conflicts { kind severity path text clusters { display providers { displayName } merged } }
    messages { severity code text }
    release { title media { position format tracks { number title } } }
  }
}
`,
		Variables: `{"gtin": "4099998000013"}`,
	},
}
