package music

import (
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// Property is one of the harmonised properties: the vocabulary of needs, costs, preferences and provenance.
type Property uint8

// The properties of a release, then those of its media and tracks.
const (
	PropTitle Property = iota
	PropArtists
	PropGTIN
	PropDate
	PropLabels
	PropTypes
	PropStatus
	PropPackaging
	PropLanguage
	PropScript
	PropCopyright
	PropCredits
	PropImages
	PropLinks
	PropAvailability
	PropAlternatives
	PropTrackCount // how many tracks there are, whether they are listed or not
	PropMediumTitles
	PropMediumFormats
	PropMediumDivision // which track is on which medium, and the numbers of the media
	PropTrackTitles
	PropTrackNumbers
	PropTrackArtists
	PropLengths
	PropISRCs
	PropKinds
	PropExplicit
	PropTrackAvailability
	PropMBIDs
	NumProperties // their number, not a property
)

// String returns the stable name, such as trackTitles. Its form is lower camel case.
func (p Property) String() string {
	if p >= NumProperties {
		return "property(" + strconv.Itoa(int(p)) + ")"
	}
	return propertyNames[p]
}

// ParseProperty returns the property of that name, as [Property.String] writes it. False: there is none.
func ParseProperty(name string) (Property, bool) {
	i := slices.Index(propertyNames[:], name)
	if i < 0 {
		return NumProperties, false
	}
	return Property(i), true //nolint:gosec // an index of the table, which has fewer than 64 rows
}

// Properties is a set of properties.
type Properties uint64

// PropertiesOf returns the set of these.
func PropertiesOf(ps ...Property) Properties {
	var s Properties
	for _, p := range ps {
		s |= 1 << p
	}
	return s
}

// AllProperties is the set of every property.
const AllProperties Properties = 1<<NumProperties - 1

// Has reports whether p is in the set.
func (s Properties) Has(p Property) bool { return s&(1<<p) != 0 }

// Contains reports whether all of t is in the set.
func (s Properties) Contains(t Properties) bool { return s&t == t }

// Without returns the set less those of t.
func (s Properties) Without(t Properties) Properties { return s &^ t }

// Len returns the number of properties in the set.
func (s Properties) Len() int { return bits.OnesCount64(uint64(s & AllProperties)) }

// List returns the properties of the set in their order.
func (s Properties) List() []Property {
	list := make([]Property, 0, s.Len())
	for p := range NumProperties {
		if s.Has(p) {
			list = append(list, p)
		}
	}
	return list
}

// String returns the names of the properties in their order, separated by commas.
func (s Properties) String() string {
	names := make([]string, 0, s.Len())
	for _, p := range s.List() {
		names = append(names, p.String())
	}
	return strings.Join(names, ",")
}
