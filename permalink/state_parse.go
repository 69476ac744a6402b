package permalink

import (
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"tutti/music"
)

// Options say what a query can speak of.
type Options struct {
	Providers []music.ProviderName // that there are, in order; parameters with other names are ignored
	Templates []music.ProviderName // that may be templates; the reference allows MusicBrainz alone
	// Category returns the members of a category in order, none if there is no such category; nil: there is no category.
	Category func(name string) []music.ProviderName
	Regions  []music.Region // where none is given; nil: as the reference
	// Cookie returns a cookie's value as it was sent, empty if there is none; nil: there are none. The reference keeps the regions
	// in one of them, and whether a provider is preferred in one each.
	Cookie func(name string) string
}

// Parameters that are not a provider's.
const (
	paramGTIN     = "gtin"
	paramURL      = "url"
	paramRegion   = "region"
	paramCategory = "category"
	paramTS       = "ts"
	preferred     = "preferred" // the category that cookies make
	templateMark  = "!"
)

// maxTS is the largest number of seconds that every reader of JSON holds exactly.
const maxTS = 1<<53 - 1

// ParseState reads the query of an address, without its question mark. The error is a [*ParameterError]. Parameters that mean
// nothing are ignored; of gtin, category and ts only the first counts. A time has to be a number: the reference takes what begins
// like one, and any two characters for a region.
func ParseState(query string, o Options) (State, error) {
	p := parser{options: o}
	pairs := parseForm(query)
	p.request(p.members(first(pairs, paramCategory))...)
	for _, pair := range pairs {
		if err := p.add(pair); err != nil {
			return State{}, err
		}
	}
	if err := p.codes(pairs); err != nil {
		return State{}, err
	}
	return p.state, nil
}

type parser struct {
	options Options
	state   State
}

// members are the providers of a category.
func (p *parser) members(category string) []music.ProviderName {
	switch {
	case category == preferred:
		return slices.DeleteFunc(slices.Clone(p.options.Providers), func(name music.ProviderName) bool { return p.cookie(string(name)) != "1" })
	case category == "" || p.options.Category == nil:
		return nil
	default:
		return p.options.Category(category)
	}
}

func (p *parser) cookie(name string) string {
	if p.options.Cookie == nil {
		return ""
	}
	return p.options.Cookie(name)
}

// request adds providers to those that are asked.
func (p *parser) request(names ...music.ProviderName) {
	for _, name := range names {
		if !slices.Contains(p.state.Providers, name) {
			p.state.Providers = append(p.state.Providers, name)
		}
	}
}

// add takes one parameter that may be repeated: a page, a provider, or a template.
func (p *parser) add(given pair) error {
	if given.name == paramURL {
		return p.addURL(given.value)
	}
	name, isTemplate := strings.CutSuffix(given.name, templateMark)
	provider := music.ProviderName(name)
	switch {
	case !slices.Contains(p.options.Providers, provider):
		return nil
	case isTemplate && (given.value == "" || !slices.Contains(p.options.Templates, provider)):
		return nil
	}
	p.request(provider)
	if given.value != "" {
		p.state.Refs = append(p.state.Refs, Ref{Provider: provider, ID: given.value, Template: isTemplate})
	}
	return nil
}

func (p *parser) addURL(text string) error {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil
	}
	u, err := url.Parse(text)
	if err != nil || !u.IsAbs() {
		return refuse(paramURL, fmt.Errorf("%q is not an absolute URL: expected one such as https://service.example/album/1", text))
	}
	p.state.Refs = append(p.state.Refs, Ref{URL: text})
	return nil
}

// codes reads what has a form of its own: the GTIN, the regions and the time.
func (p *parser) codes(pairs []pair) error {
	var err error
	if text := strings.TrimSpace(first(pairs, paramGTIN)); text != "" {
		if p.state.GTIN, err = music.ParseGTIN(text); err != nil {
			return refuse(paramGTIN, err)
		}
	}
	if text := strings.TrimSpace(first(pairs, paramTS)); text != "" {
		ts, err := strconv.ParseUint(text, 10, 64)
		if err != nil || ts > maxTS {
			return refuse(paramTS, fmt.Errorf("%q is not a time: expected whole seconds since 1970, such as 1735317773", text))
		}
		p.state.TS = new(int64(ts))
	}
	p.state.Regions, err = p.regions(pairs)
	return err
}

// regions are those of the query, else those of the cookie, else the default ones.
func (p *parser) regions(pairs []pair) ([]music.Region, error) {
	var given []string
	for _, pair := range pairs {
		if pair.name == paramRegion && pair.value != "" {
			given = append(given, pair.value)
		}
	}
	if len(given) > 0 {
		out, err := parseRegions(strings.Join(given, ","))
		if err != nil {
			return nil, refuse(paramRegion, err)
		}
		return out, nil
	}
	if text := unescape(p.cookie(paramRegion)); text != "" {
		out, err := parseRegions(text)
		if err != nil {
			return nil, &ParameterError{Part: "cookie " + paramRegion, Err: err}
		}
		return out, nil
	}
	if p.options.Regions == nil {
		return []music.Region{"GB", "US", "DE", "JP"}, nil
	}
	return slices.Clone(p.options.Regions), nil
}

// parseRegions reads codes with commas between them, each once.
func parseRegions(text string) ([]music.Region, error) {
	var out []music.Region
	for code := range strings.SplitSeq(text, ",") {
		r, err := music.ParseRegion(code)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out, nil
}

func refuse(parameter string, err error) error {
	return &ParameterError{Part: "parameter " + parameter, Err: err}
}

// first is the first value of a parameter, or empty.
func first(pairs []pair, name string) string {
	for _, p := range pairs {
		if p.name == name {
			return p.value
		}
	}
	return ""
}
