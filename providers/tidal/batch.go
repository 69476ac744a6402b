package tidal

import (
	"encoding/json"
	"maps"
	"slices"

	"tutti/music"
	"tutti/providers"
	"tutti/providers/internal/decode"
)

// splitReleases gives each key the release with its id. Where the list is complete, an id that it does not have is a no. Keys of the
// other kind were not asked for.
func splitReleases(body []byte, keys []providers.Key) (map[providers.Key][]byte, error) {
	return splitIDs(body, keys, askedFor(keys))
}

// splitMany does the same for what is of one kind alone.
func splitMany(kind string) func([]byte, []providers.Key) (map[providers.Key][]byte, error) {
	return func(body []byte, keys []providers.Key) (map[providers.Key][]byte, error) {
		return splitIDs(body, keys, kind)
	}
}

func splitIDs(body []byte, keys []providers.Key, kind string) (map[providers.Key][]byte, error) {
	s, err := newSplit(body)
	if err != nil || s.Data == nil {
		return nil, err
	}
	for _, k := range keys {
		typ, id := kind, k.ID
		if kind == typeAlbum || kind == typeVideo {
			typ, id = splitID(k.ID)
		}
		if typ != kind || k.Region != regionOf(keys) {
			continue
		}
		i := slices.IndexFunc(s.nodes, func(n wireNode) bool { return n.ID == id && n.Type == kind+"s" })
		if err := s.give(k, i); err != nil {
			return nil, err
		}
	}
	return s.parts, nil
}

// splitBarcodes gives each key the album with its barcode, whatever its padding. If there is an album that nobody asked for, it is not
// certain whose it is, and barcodes that are not there stay undecided.
func splitBarcodes(body []byte, keys []providers.Key) (map[providers.Key][]byte, error) {
	s, err := newSplit(body)
	if err != nil || s.Data == nil {
		return nil, err
	}
	for _, n := range s.nodes {
		isAsked := slices.ContainsFunc(keys, func(k providers.Key) bool { return n.has(k.ID) })
		s.isOpen = s.isOpen || !isAsked
	}
	for _, k := range keys {
		if k.Region != regionOf(keys) {
			continue
		}
		i := slices.IndexFunc(s.nodes, func(n wireNode) bool { return n.has(k.ID) })
		if err := s.give(k, i); err != nil {
			return nil, err
		}
	}
	return s.parts, nil
}

func (n wireNode) has(code string) bool {
	return n.Type == "albums" && n.Attributes.BarcodeID != "" && music.GTIN(n.Attributes.BarcodeID).Equal(music.GTIN(code))
}

// split takes an answer about several keys apart.
type split struct {
	wireParts

	nodes   []wireNode         // of Data
	related []wireNode         // of Included
	places  map[resourceID]int // in Included
	isOpen  bool               // what is not in the answer may be there all the same
	parts   map[providers.Key][]byte
}

func newSplit(body []byte) (*split, error) {
	list, err := decode.Body[wireParts](body)
	if err != nil {
		return nil, err
	}
	s := &split{
		wireParts: list, nodes: nodesOf(list.Data), related: nodesOf(list.Included),
		places: map[resourceID]int{}, parts: map[providers.Key][]byte{},
		isOpen: list.Links.Next != "" || list.Links.Meta.NextCursor != "",
	}
	for i, n := range s.related {
		s.places[resourceID{n.Type, n.ID}] = i
	}
	return s, nil
}

// nodesOf reads resources as far as they can be.
func nodesOf(list []json.RawMessage) []wireNode {
	nodes := make([]wireNode, len(list))
	for i, raw := range list {
		if n, err := decode.Body[wireNode](raw); err == nil {
			nodes[i] = n
		}
	}
	return nodes
}

// give gives a key the release at a place of the list, as the answer about it alone would be: with all included resources that it leads
// to, in the order in which they were sent. -1 is a no, unless the list is open.
func (s *split) give(k providers.Key, place int) error {
	if place < 0 {
		if !s.isOpen {
			s.parts[k] = nil
		}
		return nil
	}
	part := wireParts{Data: s.Data[place : place+1], Included: []json.RawMessage{}}
	for _, i := range s.reachable(s.nodes[place]) {
		part.Included = append(part.Included, s.Included[i])
	}
	body, err := json.Marshal(map[string]any{"data": part.Data, "included": part.Included})
	s.parts[k] = body
	return err
}

// reachable returns the places of the resources that one leads to, over others too, in order.
func (s *split) reachable(from wireNode) []int {
	found := map[int]bool{}
	for queue := []wireNode{from}; len(queue) > 0; queue = queue[1:] {
		for _, ref := range queue[0].refs() {
			i, ok := s.places[ref]
			if !ok || found[i] {
				continue
			}
			found[i] = true
			queue = append(queue, s.related[i])
		}
	}
	return slices.Sorted(maps.Keys(found))
}

// refs returns what a resource refers to.
func (n wireNode) refs() []resourceID {
	var out []resourceID
	for _, relation := range n.Relationships {
		list, err := decode.Body[[]wireRef](relation.Data)
		if err != nil {
			one, err := decode.Body[wireRef](relation.Data)
			if err != nil {
				continue
			}
			list = []wireRef{one}
		}
		for _, ref := range list {
			out = append(out, resourceID{ref.Type, ref.ID})
		}
	}
	return out
}
