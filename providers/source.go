package providers

import (
	"context"
	"errors"
	"slices"
	"strings"

	"tutti/music"
)

// Source is a provider, ready to be asked: what all lookups of all providers have in common happens here. It is safe for
// concurrent use.
type Source struct {
	factory  Factory
	provider Provider
	finder   GTINFinder // nil: it cannot be asked for a GTIN
	able     able
}

// NewSource makes the provider of a factory; what it asks for comes from d.
func NewSource(f Factory, d Documents) *Source {
	s := &Source{factory: f, provider: f.New(noting{d})}
	if finder, ok := s.provider.(GTINFinder); ok && f.Info.Features.GTINLookup != Missing {
		s.finder = finder
	}
	s.able = abilities(s.provider)
	return s
}

// Info returns what is known of the service without asking it.
func (s *Source) Info() Info { return s.factory.Info }

// Factory returns what the source was made of.
func (s *Source) Factory() Factory { return s.factory }

// Can reports whether a lookup may start from each of by.
func (s *Source) Can(by By) bool {
	can := ByID | ByURL | s.able.by(s.factory.Endpoints)
	if s.finder != nil {
		can |= ByGTIN
	}
	return by != 0 && by&^can == 0
}

// Cover returns the plan for a need; see [Factory.Cover].
func (s *Source) Cover(by By, need music.Properties, known Known) Cover {
	return s.factory.Cover(by, need, known)
}

// Release returns the release of an id. A region in the id replaces those of the options. Options without a cover ask for all
// that the service knows. ErrInvalid: the id cannot be right, and nothing was asked.
func (s *Source) Release(ctx context.Context, id ID, opt Options) (*Answer, error) {
	l := &lookup{source: s, by: ByID, id: id, value: s.factory.Info.SerializeID(id)}
	l.op = join(id.Type, l.value)
	if err := s.factory.Info.check(id); err != nil {
		return nil, l.failure(err)
	}
	l.options = s.options(ByID, opt)
	if id.Region != "" {
		l.options.Regions = []music.Region{id.Region}
	}
	return l.run(ctx, func(ctx context.Context) (*Answer, error) { return s.provider.Release(ctx, id, l.options) })
}

// FindGTIN returns the release of a barcode. ErrUnsupported: the service cannot be asked for one. ErrInvalid: the GTIN cannot be
// right, and nothing was asked.
func (s *Source) FindGTIN(ctx context.Context, gtin music.GTIN, opt Options) (*Answer, error) {
	l := &lookup{source: s, by: ByGTIN, gtin: gtin, value: string(gtin), op: join("gtin", string(gtin))}
	if s.finder == nil {
		return nil, l.failure(&Error{Kind: ErrUnsupported})
	}
	if err := checkGTIN(gtin); err != nil {
		return nil, l.failure(&Error{Kind: ErrInvalid, Err: err})
	}
	l.options = s.options(ByGTIN, opt)
	return l.run(ctx, func(ctx context.Context) (*Answer, error) { return s.finder.FindGTIN(ctx, gtin, l.options) })
}

// options returns a copy of the options with the regions where the service is, in order, and with a cover.
func (s *Source) options(by By, opt Options) Options {
	var regions []music.Region
	for _, r := range opt.Regions {
		known := s.factory.Info.Regions == nil || slices.Contains(s.factory.Info.Regions, r)
		if known && len(regions) < MaxRegions && !slices.Contains(regions, r) {
			regions = append(regions, r)
		}
	}
	opt.Regions = regions
	if opt.Cover.Steps == nil {
		opt.Cover = s.factory.Cover(by, music.AllProperties, Known{})
	}
	return opt
}

// checkGTIN refuses what cannot be a barcode.
func checkGTIN(gtin music.GTIN) error {
	if len(gtin) > MaxID {
		return errors.New("it is far too long for a barcode")
	}
	return gtin.Valid()
}

func join(what, which string) string {
	return strings.TrimSpace(what + " " + clip(which))
}
