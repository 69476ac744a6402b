package itunes

import (
	"regexp"
	"strings"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/convert"
)

// pages reads the addresses of pages. It is made once, as an answer has hundreds of them.
var pages = providers.Info{URLs: urls()}

// slugAndID is the end of an address in which a readable part stands before a bare id.
var slugAndID = regexp.MustCompile(`/[^/]+/([0-9]+)$`)

// number is a run of digits.
var number = regexp.MustCompile(`[0-9]+`)

// regionList names the storefronts. Those of BF and BN sell music, but do not stream it.
const regionList = "" +
	"AE AG AI AM AO AR AT AU AZ BA BB BE BF BG BH BJ BM BN BO BR BS BT BW BY BZ CA CD CG CH CI CL CM CN CO CR CV CY CZ DE DK DM DO " +
	"DZ EC EE EG ES FI FJ FM FR GA GB GD GE GH GM GR GT GW GY HK HN HR HU ID IE IL IN IQ IS IT JM JO JP KE KG KH KN KR KW KY KZ LA " +
	"LB LC LK LR LT LU LV LY MA MD ME MG MK ML MM MN MO MR MS MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PG PH PL PT PY " +
	"QA RO RS RU RW SA SB SC SE SG SI SK SL SN SR SV SZ TC TD TH TJ TM TN TO TR TT TW TZ UA UG US UY UZ VC VE VG VN VU XK YE ZA ZM " +
	"ZW"

// regions returns where there is a storefront.
func regions() []music.Region { return convert.Regions(strings.Fields(regionList)) }
