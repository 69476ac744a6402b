package tidal

import (
	"strings"

	"tutti/music"
	"tutti/providers/internal/convert"
)

// regionList names where the service is available, in its own order.
const regionList = "" +
	"AD AE AL AR AT AU BA BE BG BR CA CH CL CO CY CZ DE DK DO EE ES FI FR GB GR HK HR HU IE IL IS IT JM LI LT LU LV MC ME MK MT MX " +
	"MY NG NL NO NZ PE PL PR PT RO RS SE SG SI SK TH UG US ZA"

// regions returns where the service is available.
func regions() []music.Region { return convert.Regions(strings.Fields(regionList)) }
