package documents

import (
	"context"
	"sync"
	"time"

	"github.com/graph-gophers/dataloader/v7"
)

// loader is the one thing of dataloader that a wave needs.
type loader = dataloader.Loader[docKey, result]

// wave loads the flights of one endpoint together. The loader is made for exactly that many keys, so that the last one closes the
// batch: time plays no part. Nothing stays in its cache: documents are shared through flights and the operation.
func (s *Service) wave(group []*flight) {
	s.docs.figures.wave(s.name, len(group))
	of := make(map[docKey]*flight, len(group))
	for _, f := range group {
		of[s.docKey(f.ask)] = f
	}
	load := dataloader.NewBatchedLoader(s.loadFrom(of),
		dataloader.WithBatchCapacity[docKey, result](len(group)),
		dataloader.WithCache[docKey, result](&dataloader.NoCache[docKey, result]{}),
		dataloader.WithWait[docKey, result](time.Hour))
	thunks := make([]dataloader.Thunk[result], len(group))
	for i, f := range group {
		thunks[i] = s.load(load, f)
	}
	for i, f := range group {
		r, err := thunks[i]()
		if err != nil {
			r.err = err
		}
		f.land(r)
	}
}

func (s *Service) load(l *loader, f *flight) dataloader.Thunk[result] {
	return l.Load(context.Background(), s.docKey(f.ask))
}

// loadFrom returns the batch function of a wave: the keys go to the batcher, which other operations fill too.
func (s *Service) loadFrom(of map[docKey]*flight) dataloader.BatchFunc[docKey, result] {
	return func(_ context.Context, keys []docKey) []*dataloader.Result[result] {
		out := make([]*dataloader.Result[result], len(keys))
		items := make([]*item, len(keys))
		var wait sync.WaitGroup
		wait.Add(len(keys))
		for i, k := range keys {
			out[i] = &dataloader.Result[result]{}
			items[i] = newItem(of[k], func(r result) {
				out[i].Data = r
				wait.Done()
			})
		}
		s.batcher(of[keys[0]].batchKey()).add(items)
		wait.Wait()
		return out
	}
}
