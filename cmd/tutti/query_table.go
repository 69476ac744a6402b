package main

// jsonQuery is what lookup --json asks: all that is said of a release.
const jsonQuery = `query Lookup($by: ReleaseBy!, $options: LookupOptions) {
  releaseLookup(by: $by, options: $options) {
    complete
    requests { ...count }
    reports {
      provider { name }
      status
      error { code message httpStatus retryAfterMs }
      method value region alternatives cache retrievedAt waitMs elapsedMs
      requests { ...count }
    }
    conflicts { kind severity path text clusters { display merged providers { name } } }
    messages { severity code text path provider { name } }
    release {
      id title gtin releaseDate releaseDateQuality types status packaging language copyright trackCount
      artists { ...credit }
      labels { catalogNumber label { name mbid } }
      images { url thumbnail width height types provider { name } }
      links { url types provider { name } }
      availableIn excludedFrom
      media {
        position title format
        tracks {
          number title kind lengthMs isrc explicit recordingMbid
          artists { ...credit }
          alignments { provider { name } method confidence }
        }
      }
      provenance {
        all(disagreeingOnly: true) { path agreement candidates { provider { name } display agrees rejected } }
      }
    }
  }
}
fragment count on RequestCount { planned sent retries tokens shared cut }
fragment credit on ArtistCredit { name creditedName joinPhrase artist { name mbid } }
`
