package harmonize

import (
	"errors"
	"slices"

	"tutti/music"
)

// Merge makes one release of what the providers said. Its error is an *IncompatibleError when the policy forbids to merge
// what contradicts itself, or a *NoResultError when no provider has a release. The result is there all the same, with
// views, messages and what was found to be incompatible, but without a Release.
func Merge(outcomes []Outcome, o Options) (*Result, error) {
	opts := &o
	var sources []*source
	result := &Result{}
	for i := range outcomes {
		if outcomes[i].Release == nil {
			result.Messages = append(result.Messages, failure(&outcomes[i]))
			continue
		}
		sources = append(sources, newSource(&outcomes[i], opts))
	}
	kept, err := result.sortOut(sources, opts)
	errors.As(err, &result.refused)
	if len(sources) == 0 {
		err = noResult(outcomes)
	}
	for _, s := range sources {
		result.Views = append(result.Views, newView(s.Outcome, opts, err == nil && slices.Contains(kept, s)))
	}
	if err == nil {
		result.Release = newRelease(kept, without(sources, kept), opts)
		result.tell()
	}
	result.lazily()
	return result, err
}

func failure(o *Outcome) music.Message {
	text := "no release"
	if o.Err != nil {
		text = o.Err.Error()
	}
	return music.Message{Severity: music.Error, Code: "provider-failed", Text: text, Provider: o.Provider}
}

// tell adds what is only known after the merge.
func (r *Result) tell() {
	r.Order = r.Release.Providers()
	for _, s := range r.Release.excluded {
		r.Excluded = append(r.Excluded, s.Provider)
	}
	for _, i := range r.Release.orders.base {
		r.Messages = append(r.Messages, r.Release.sources[i].Messages...)
		r.Messages = append(r.Messages, r.Release.sources[i].refusals()...)
	}
	r.Messages = append(r.Messages, r.Release.remarks...)
}

func without(all, some []*source) []*source {
	return slices.DeleteFunc(slices.Clone(all), func(s *source) bool { return slices.Contains(some, s) })
}

// newRelease merges sources that speak of one release.
func newRelease(sources, excluded []*source, o *Options) *Release {
	r := &Release{opts: o, sources: sources, excluded: excluded, plain: &music.Release{}}
	r.orders = newOrders(sources, o)
	for p := range r.origin {
		r.origin[p] = none
	}
	r.chooseAll()
	r.plain.Artists = r.withArtistIDs(r.plain.Artists)
	r.plain.Labels = o.labels(r.withLabelIDs(r.plain.Labels))
	r.plain.Links = r.uniteLinks()
	r.plain.AvailableIn, r.plain.ExcludedFrom = r.uniteRegions()
	r.list = newTracklist(r, nil)
	r.plain.Media = r.list.plain
	r.list.nameOrigins()
	r.plain.Types = r.uniteTypes(r.typesRanking(nil))
	r.deriveFromTitles()
	r.lazily()
	return r
}

func (r *Release) chooseAll() {
	p := r.plain
	p.Title = take(r, titleField)
	p.Artists = takeList(r, artistsField)
	p.ReleaseGroup = take(r, groupField)
	p.GTIN = take(r, gtinField)
	p.Language = take(r, languageField)
	p.Script = take(r, scriptField)
	p.Status = take(r, statusField)
	p.Date = take(r, dateField)
	p.Labels = takeList(r, labelsField)
	p.Packaging = take(r, packagingField)
	p.Images = takeList(r, imagesField)
	p.Copyright = take(r, copyrightField)
	p.Credits = take(r, creditsField)
}

// take chooses the value of a field for the plain release and notes where it comes from.
func take[T any](r *Release, f field[T]) T {
	v, i := f.choose(r.sources, ranking{order: r.orders.by[f.prop]}, 0)
	r.origin[f.prop] = i
	return v
}

// takeList does the same for a list, where "none" has no source.
func takeList[T any](r *Release, f field[[]T]) []T {
	v := take(r, f)
	if len(v) == 0 {
		r.origin[f.prop] = none
	}
	return v
}
