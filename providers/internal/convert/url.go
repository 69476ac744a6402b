package convert

import "net/url"

// Resolve returns the absolute address of a link as it stands in what was got from base; empty: it leads nowhere in the web.
func Resolve(base, link string) string {
	from, err := url.Parse(base)
	if err != nil || link == "" {
		return ""
	}
	to, err := from.Parse(link)
	if err != nil || to.Host == "" || to.Scheme != "https" && to.Scheme != "http" {
		return ""
	}
	return to.String()
}
