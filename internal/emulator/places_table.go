package emulator

// areas are the names of the places that release events of the catalogue name.
var areas = map[string]string{
	"XW": "[Worldwide]", "XE": "Europe", "GB": "United Kingdom", "DE": "Germany", "AT": "Austria", "US": "United States",
	"JP": "Japan", "FR": "France", "CA": "Canada", "IE": "Ireland",
}
