package providers

import (
	"regexp"

	"tutti/music"
)

// URLs is how a service's pages are recognised and written. Only host and path count; scheme, port, query and fragment do not.
type URLs struct {
	Host  *regexp.Regexp // whole host, in lower case, without port; ^ and $ are not needed
	Path  *regexp.Regexp // whole path, percent-encoding as found; groups type and id are mandatory, region, slug and others optional
	Types Types
	ID    *regexp.Regexp // whole serialised release id
	// Link writes the canonical URL of an entity.
	Link func(ID) string
	// Read makes the entity of the groups of Host and Path; nil: groups type, id, region (upper-cased) and slug as they are.
	Read func(groups map[string]string) (ID, bool)
	// Serialize and Parse write a release's id as one text and read it again; nil: the plain id of the first release type.
	Serialize func(ID) string
	Parse     func(text string) (ID, error)
	// Links says what one can do at an entity's page, where nothing else is known; nil: nothing.
	Links func(ID) []music.LinkType
}

// Types names the service's own types by what they mean; the first of several is the usual one.
type Types struct {
	Release, Artist, Track, Label, Group []string // Group: release groups
}
