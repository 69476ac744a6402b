package providers

import (
	"errors"
	"fmt"
	"math/bits"
	"net/url"
	"slices"
	"strings"

	"tutti/music"
)

// Check says what makes a factory unusable, or nil: facts that are missing, endpoints that cannot be planned with.
func (f Factory) Check() error {
	problems := append(f.Info.problems(), f.problems()...)
	if len(problems) == 0 {
		return nil
	}
	return fmt.Errorf("provider %s: %w", named(f.Info.Name), errors.Join(problems...))
}

func named(n music.ProviderName) string {
	if n == "" {
		return "without a name"
	}
	return string(n)
}

// claim is something that has to hold, and what is wrong if it does not.
type claim struct {
	holds bool
	wrong string
}

// broken returns what is wrong about the claims that do not hold.
func broken(claims ...claim) []error {
	var out []error
	for _, c := range claims {
		if !c.holds {
			out = append(out, errors.New(c.wrong))
		}
	}
	return out
}

func (i Info) problems() []error {
	u := i.URLs
	out := broken(
		claim{
			i.Name != "" && string(i.Name) == music.SimplifyName(i.Display),
			fmt.Sprintf("the name %q is not the display name %q in lower-case letters and digits only", i.Name, i.Display),
		},
		claim{len(i.Hosts) > 0, "no host is declared"},
		claim{u.Host != nil && u.Path != nil && u.Link != nil, "its pages can not be both read and written"},
		claim{len(u.Types.Release) > 0, "no type of releases is declared"},
		claim{
			len(u.Types.Release) < 2 || u.Parse != nil && u.Serialize != nil,
			"several types of releases need a serialised id that tells them apart",
		},
		claim{(u.Parse == nil) == (u.Serialize == nil), "ids are only either serialised or parsed"},
		claim{
			i.APIBase == "" || i.begins(i.APIBase),
			fmt.Sprintf("the API base %q is not https, one of the hosts, and a path that ends with a slash", i.APIBase),
		},
	)
	return append(out, i.badLists()...)
}

// begins reports whether an address can be what all requests begin with.
func (i Info) begins(base string) bool {
	u, err := url.Parse(base)
	if err != nil || strings.Contains(u.Host, anyLabel) || !slices.Contains(i.Hosts, u.Host) {
		return false
	}
	return strings.HasSuffix(u.Path, "/") && base == "https://"+u.Host+u.Path
}

// badLists checks what there are several of.
func (i Info) badLists() []error {
	var out []error
	for _, h := range i.Hosts {
		out = append(out, broken(claim{isBare(h), fmt.Sprintf("the host %q is not a bare host in lower case", h)})...)
	}
	for _, r := range i.Regions {
		out = append(out, broken(claim{r != "" && plausibleRegion(r), fmt.Sprintf("the region %q is not a country code", r)})...)
	}
	for _, c := range i.Categories {
		tag := c == Digital || c == Database
		out = append(out, broken(claim{tag, fmt.Sprintf("the category %q is not one to be tagged with", c)})...)
	}
	return out
}

// isBare reports whether a host can be declared. Any label may only stand in front of a domain that is somebody's.
func isBare(host string) bool {
	domain, isOpen := strings.CutPrefix(host, anyLabel+".")
	return domain != "" && domain == strings.ToLower(domain) && !strings.ContainsAny(domain, ":/"+anyLabel) &&
		(!isOpen || strings.Contains(strings.Trim(domain, "."), "."))
}

func (f Factory) problems() []error {
	const most = 64
	out := broken(
		claim{f.New != nil, "it cannot be made: New is missing"},
		claim{(f.Auth != nil) == (len(f.Info.Secrets) > 0), "credentials are named if and only if Auth makes use of them"},
		claim{f.Anonymous == nil || f.Auth != nil, "it has limits for who has no credentials, but knows none"},
		claim{len(f.Endpoints) <= most, "it has more than 64 endpoints"},
	)
	var starts By
	seen := map[string]bool{}
	for _, e := range f.Endpoints {
		starts |= e.Starts
		out = append(out, broken(claim{e.Name != "" && !seen[e.Name], fmt.Sprintf("the endpoint name %q is empty or taken", e.Name)})...)
		seen[e.Name] = true
		for _, err := range slices.Concat(e.problems(), e.references(f.Endpoints)) {
			out = append(out, fmt.Errorf("endpoint %s: %w", e.Name, err))
		}
	}
	out = append(out, broken(claim{starts&ByID != 0, "no endpoint starts a lookup by id"})...)
	for by := ByID; by < afterBy; by <<= 1 {
		few := bits.OnesCount64(f.reached(by, Known{})) <= MaxCandidates
		out = append(out, broken(claim{few, fmt.Sprintf("more than %d endpoints come into question for one lookup", MaxCandidates)})...)
	}
	return out
}

func (e *Endpoint) problems() []error {
	c, b := e.Count, e.Batch
	return broken(
		claim{e.Request != nil, "Request is missing"},
		claim{e.Starts != 0 || len(e.After) > 0, "nothing leads to it"},
		claim{!c.PerTrack || c.Max > 0, "a count per track needs a cap"},
		claim{min(c.Size, c.Skip, c.Forms, c.Max) >= 0, "a count is negative"},
		claim{c.Forms <= MaxForms, fmt.Sprintf("more than %d written forms", MaxForms)},
		claim{e.Starts == 0 || !c.Fills && !c.If, "a start is always taken"},
		claim{e.Starts&^ByTrack == 0 || !c.PerTrack, "a start is taken once; only a lookup of one track starts from what is asked per track"},
		claim{b == nil || b.Max > 1 && b.Request != nil && b.Split != nil, "its multi-get lacks a size, a request or a split"},
	)
}

// references checks the other endpoints that one refers to.
func (e *Endpoint) references(declared []*Endpoint) []error {
	var out []error
	for _, other := range slices.Concat(e.After, e.Wider) {
		out = append(out, broken(
			claim{slices.Contains(declared, other), "it refers to an endpoint that is not declared"},
			claim{other != e, "it refers to itself"},
		)...)
	}
	for _, w := range e.Wider {
		out = append(out, broken(claim{w.Yields.Contains(e.Yields), w.Name + " is wider but does not yield all that it yields"})...)
	}
	return out
}
