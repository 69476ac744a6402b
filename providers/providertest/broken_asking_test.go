package providertest

import (
	"context"
	"testing"

	"tutti/providers"
)

// askable starts from the toy that can be asked for more than releases.
func askable(bend func(*providers.Factory, *Spec)) func(*testing.T, *providers.Factory, *Spec) {
	return func(_ *testing.T, f *providers.Factory, s *Spec) {
		folder := s.Folder
		*f, *s = toyThatIsAsked()
		s.Folder = folder
		s.Releases = s.Releases[:1]
		bend(f, s)
	}
}

// swayed changes what the good toy answers to questions.
type swayed struct {
	*askingToy

	change func(*providers.Answer, error) (*providers.Answer, error)
}

func (p swayed) Artist(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	return p.change(p.askingToy.Artist(ctx, id, opt))
}

func (p swayed) Discography(ctx context.Context, id providers.ID, page string, opt providers.Options) (*providers.Answer, error) {
	return p.change(p.askingToy.Discography(ctx, id, page, opt))
}

func (p swayed) Track(ctx context.Context, id providers.ID, opt providers.Options) (*providers.Answer, error) {
	a, err := p.askingToy.Track(ctx, id, opt)
	if err == nil && len(a.Entries) == 1 {
		a.Entries[0].ID = id // whatever the service has answered with
	}
	return a, err
}

func sway(change func(*providers.Answer, error) (*providers.Answer, error)) func(*testing.T, *providers.Factory, *Spec) {
	return askable(func(f *providers.Factory, _ *Spec) {
		good := f.New
		f.New = func(d providers.Documents) providers.Provider {
			p, _ := good(d).(*askingToy)
			return swayed{p, change}
		}
	})
}

func brokenQuestions() map[string]broken {
	same := func(a *providers.Answer, err error) (*providers.Answer, error) { return a, err }
	return map[string]broken{
		"answers for whatever track was asked": {"06", sway(same), "when the service answers with track 12 instead"},
		"lists what has no page of its own": {"05", sway(func(a *providers.Answer, err error) (*providers.Answer, error) {
			if err == nil {
				for i := range a.Entries {
					a.Entries[i].ID.ID = "x" + a.Entries[i].ID.ID
				}
			}
			return a, err
		}), "the id album x1 of Nuts & Bolts leads to no page of its own"},
		"takes a fault for an empty list": {"08", sway(func(a *providers.Answer, err error) (*providers.Answer, error) {
			if err != nil {
				return &providers.Answer{Entries: []providers.Entry{}}, nil //nolint:nilerr // this is what is wrong with it
			}
			return a, nil
		}), "the lookup goes on without its first document"},
		"declares a search that it cannot do": {"14", askable(func(f *providers.Factory, _ *Spec) {
			good := f.New
			f.New = func(d providers.Documents) providers.Provider {
				p, _ := good(d).(*askingToy)
				return p.toyProvider
			}
		}), "an endpoint starts from a search for tracks: true; the interface for it is implemented: false"},
		"is never asked for an artist": {"14", askable(func(_ *providers.Factory, s *Spec) {
			s.Questions = s.Questions[:3]
		}), "the spec asks no question by artist"},
	}
}
