package adaptertest_test

import (
	"context"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/answer"
)

// clerk reads albums of two tracks, one of which the shop does not list, and finds tracks by words.
type clerk struct {
	documents     providers.Documents
	album, search *providers.Endpoint
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

// Search implements providers.Searcher.
func (c clerk) Search(ctx context.Context, q providers.Question, _ providers.Options) (*providers.Answer, error) {
	ask := c.search.Of(q.Query.Text).At(q.Page)
	doc := c.documents.Get(ctx, ask)[0]
	if doc.Err != nil {
		return nil, doc.Err
	}
	on := providers.Entry{ID: providers.ID{Type: "album", ID: "1"}, Release: &music.Release{}}
	hit := providers.Entry{ID: providers.ID{Type: "track", ID: "11"}, Track: &music.Track{Title: string(doc.Body)}, On: &on}
	a := answer.Listed(ask, []providers.Entry{hit, {ID: providers.ID{Type: "track", ID: "12"}, Track: &music.Track{Title: "B"}}}, 3)
	a.Next = "2"
	return a, nil
}

var (
	_ providers.Provider = clerk{}
	_ providers.Searcher = clerk{}
)
