package bandcamp

import "regexp"

// What hosts, paths and serialised ids look like: https://BAND.bandcamp.com/album/TITLE, BAND/TITLE, BAND/track/TITLE. A band alone
// is no id of a release, but worth its own words.
var (
	hostPattern = regexp.MustCompile(`^(?P<band>[^.]+)\.bandcamp\.com$`)
	pathPattern = regexp.MustCompile(`^(?:/(?P<type>album|track)/(?P<title>[^/]+)|/(?:music)?)?$`)
	idPattern   = regexp.MustCompile(`^([\w-]+)(?:/(track/)?([\w-]+))?$`)
)

// reserved are sub-domains that are no bands: the site itself, what its apps ask, its blog and its magazine.
var reserved = []string{"www", "api", "blog", "daily"}

// announced finds how many tracks a page's description speaks of: 12 track album.
var announced = regexp.MustCompile(`(\d+) track`)

// streamToken finds the part of a stream's address that lets one listen to it for some hours.
var streamToken = regexp.MustCompile(`((?:&|&amp;)token=)[0-9]+_[0-9a-f]+`)
