package adaptertest_test

import (
	"context"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
)

// clerk reads albums of two tracks, one of which the shop does not list.
type clerk struct {
	documents providers.Documents
	album     *providers.Endpoint
}

// Release implements providers.Provider.
func (c clerk) Release(ctx context.Context, id providers.ID, _ providers.Options) (*providers.Answer, error) {
	ask := c.album.Of(id.ID)
	doc := c.documents.Get(ctx, ask)[0]
	if doc.Err != nil {
		return nil, doc.Err
	}
	l := answer.Tracks[string]{Release: id.ID, List: []string{"T"}, Count: 2}
	l.Gaps.Add(l.Shortfall(), music.PropertiesOf(music.PropTrackTitles))
	l.Warn(providers.Info{Display: "Shop"})
	a := answer.About(ask, id)
	a.Release = &music.Release{Title: string(doc.Body), Media: []music.Medium{{Tracks: []music.Track{{Title: l.List[0]}}}}}
	a.Gaps, a.Warnings = l.Gaps.List(), l.Warnings
	return a, nil
}

var _ providers.Provider = clerk{}
