package lookup

import (
	"slices"

	"tutti/music"
	"tutti/providers"
)

// MaxRegions bounds how many regions a lookup tries.
const MaxRegions = 5

// Planner is all that a plan depends on besides the question: what is registered, and what was learned of it. It is a value.
type Planner struct {
	Registry *providers.Registry
	Sources  map[music.ProviderName]*providers.Source
	Known    map[music.ProviderName]providers.Known
	// Unready says why a source cannot be asked, where it cannot: its credentials are missing.
	Unready map[music.ProviderName]string
}

// Plan says which sources will be asked for what, before the first request.
type Plan struct {
	Need     Need // closed over what it depends on
	GTIN     music.GTIN
	First    []Asking
	Later    []music.ProviderName // by the GTIN that the first phase finds
	ByURL    map[string]Ref       // what the URLs given stand for
	Messages []music.Message
	Options  Options
}

// Asking is one source and what it will be asked.
type Asking struct {
	Provider music.ProviderName
	By       providers.By
	ID       providers.ID        // for ByID
	GTIN     music.GTIN          // for ByGTIN
	Question *providers.Question // for everything but a release; nil: a release is asked for
	Regions  []music.Region
	Template bool
	Need     music.Properties
	Cover    providers.Cover
	Shape    providers.Shape
	Bound    int   // upper bound of requests
	Err      error // why it is not asked after all; its place in the order counts all the same
}

// Plan turns a question into the fewest requests that cover the need. It does no I/O.
func (p Planner) Plan(q Question, need Need) Plan {
	pl := &planning{Planner: p, question: q, plan: Plan{Need: need.closed(), Options: q.Options}}
	if q.Bad != "" {
		pl.say(badQuestion(q.Bad))
		return pl.plan
	}
	candidates := pl.candidates()
	for _, ref := range q.Refs {
		pl.byRef(ref)
	}
	for _, u := range q.URLs {
		pl.byURL(u)
	}
	candidates = slices.DeleteFunc(candidates, pl.used)
	pl.byGTIN(candidates)
	pl.cover()
	return pl.plan
}

// planning is a plan in the making.
type planning struct {
	Planner
	question Question
	plan     Plan
}

// candidates returns who may be asked by GTIN, in order, each once.
func (pl *planning) candidates() []music.ProviderName {
	names := slices.Clone(pl.question.Providers)
	categories := pl.question.Categories
	if names == nil && categories == nil {
		categories = []providers.Category{providers.Default}
	}
	for _, c := range categories {
		names = append(names, pl.Registry.Category(c)...)
	}
	seen := map[music.ProviderName]bool{}
	return slices.DeleteFunc(names, func(n music.ProviderName) bool {
		again := seen[n]
		seen[n] = true
		return again
	})
}

func (pl *planning) used(name music.ProviderName) bool {
	return slices.ContainsFunc(pl.plan.First, func(a Asking) bool { return a.Provider == name })
}

func (pl *planning) byRef(ref Ref) {
	f, ok := pl.Registry.Lookup(string(ref.Provider))
	if !ok {
		pl.say(unknownProvider(string(ref.Provider)))
		return
	}
	if pl.used(f.Info.Name) {
		pl.say(usedTwice(f.Info, ref.ID))
		return
	}
	id, err := f.Info.ParseID(ref.ID)
	if err != nil {
		pl.skip(f.Info.Name, err)
		return
	}
	regions := pl.question.Regions
	if ref.Region != "" {
		regions = append([]music.Region{ref.Region}, regions...)
	}
	pl.ask(f.Info.Name, Asking{By: providers.ByID, ID: id, Regions: regions})
}

func (pl *planning) byURL(u string) {
	f, id, ok := pl.Registry.ByURL(u)
	switch {
	case f.Info.Name == "":
		pl.say(unsupportedURL(u))
	case pl.used(f.Info.Name):
		pl.say(usedTwice(f.Info, u))
	case !ok:
		pl.skip(f.Info.Name, notRecognized(f.Info.Name, u))
	case !f.Info.ReleaseType(id):
		pl.skip(f.Info.Name, notARelease(f.Info.Name, u))
	default:
		if pl.plan.ByURL == nil {
			pl.plan.ByURL = map[string]Ref{}
		}
		pl.plan.ByURL[u] = Ref{Provider: f.Info.Name, ID: f.Info.SerializeID(id), Region: id.Region}
		pl.ask(f.Info.Name, Asking{By: providers.ByID, ID: id, Regions: pl.question.Regions})
	}
}

// byGTIN asks the candidates by the GTIN given, or leaves them for the second phase when there is none.
func (pl *planning) byGTIN(candidates []music.ProviderName) {
	if len(candidates) == 0 {
		return
	}
	pl.plan.GTIN = pl.gtin()
	if pl.plan.GTIN == "" {
		pl.plan.Later = candidates
		return
	}
	for _, name := range candidates {
		pl.candidate(name)
	}
}

// gtin returns the GTIN given, if it is valid.
func (pl *planning) gtin() music.GTIN {
	if pl.question.GTIN == "" {
		return ""
	}
	g, err := music.ParseGTIN(pl.question.GTIN)
	if err != nil {
		pl.say(invalidGTIN(pl.question.GTIN, err))
		return ""
	}
	return g
}

// candidate asks one provider by the plan's GTIN.
func (pl *planning) candidate(name music.ProviderName) {
	f, ok := pl.Registry.Lookup(string(name))
	switch {
	case !ok:
		pl.say(unknownProvider(string(name)))
	case f.Info.Features.GTINLookup == providers.Missing:
		pl.say(gtinUnsupported(f.Info))
	default:
		pl.ask(f.Info.Name, Asking{By: providers.ByGTIN, GTIN: pl.plan.GTIN, Regions: pl.question.Regions})
	}
}

func (pl *planning) ask(name music.ProviderName, a Asking) {
	a.Provider = name
	if why, ok := pl.Unready[name]; ok {
		a.Err = unready(name, why)
	}
	a.Template = slices.Contains(pl.question.Templates, name)
	pl.plan.First = append(pl.plan.First, a)
}

func (pl *planning) skip(name music.ProviderName, err error) {
	pl.plan.First = append(pl.plan.First, Asking{Provider: name, By: providers.ByID, Err: err})
}

func (pl *planning) say(m music.Message) { pl.plan.Messages = append(pl.plan.Messages, m) }

// cover plans the requests of each source. Where a second phase may follow, the first has to find a GTIN.
func (pl *planning) cover() {
	for i := range pl.plan.First {
		a := &pl.plan.First[i]
		if a.Err != nil {
			continue
		}
		need := pl.plan.Need.of(a.Provider)
		if a.By == providers.ByGTIN || len(pl.plan.Later) > 0 {
			need |= music.PropertiesOf(music.PropGTIN)
		}
		pl.Planner.cover(a, need)
	}
}

// cover plans the requests of one source.
func (p Planner) cover(a *Asking, need music.Properties) {
	source := p.Sources[a.Provider]
	if len(a.Regions) > MaxRegions {
		a.Regions = a.Regions[:MaxRegions]
	}
	a.Need = need
	a.Cover = source.Cover(a.By, need, p.Known[a.Provider])
	a.Shape = providers.Shape{Regions: max(1, len(a.Regions))}
	a.Bound = a.Cover.Bound(a.Shape)
}

// second plans the second phase: the rest by the GTIN that was found, in the regions that were used.
func (p Planner) second(plan Plan, g music.GTIN, regions []music.Region) Plan {
	q := Question{Options: plan.Options}
	q.Regions = regions
	pl := &planning{Planner: p, question: q, plan: Plan{Need: plan.Need, GTIN: g, Options: plan.Options}}
	for _, name := range plan.Later {
		pl.candidate(name)
	}
	pl.cover()
	return pl.plan
}
