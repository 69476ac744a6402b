package harmonize

import (
	"slices"

	"tutti/music"
)

// MergeIDs returns the ids of a target entity with those of the first entity of each source that has a similar name, at any
// position (core specification 7.6). Ids are the same when provider, type and id are; the later one takes the place of the
// earlier one. The result is never nil.
func MergeIDs(target music.Entity, sources ...[]music.Entity) []music.ExternalID {
	ids := addIDs(make([]music.ExternalID, 0, len(target.IDs)), target.IDs)
	for _, list := range sources {
		if i := slices.IndexFunc(list, func(e music.Entity) bool { return sameName(target.Name, e.Name) }); i >= 0 {
			ids = addIDs(ids, list[i].IDs)
		}
	}
	return ids
}

// MergeIDsByPosition is MergeIDs for each of several targets, where only the entity at the same position of a list of the
// same length can match.
func MergeIDsByPosition(targets []music.Entity, sources ...[]music.Entity) [][]music.ExternalID {
	out := make([][]music.ExternalID, len(targets))
	for i, target := range targets {
		var same [][]music.Entity
		for _, list := range sources {
			if len(list) == len(targets) {
				same = append(same, list[i:i+1])
			}
		}
		out[i] = MergeIDs(target, same...)
	}
	return out
}

// DistinctEntities keeps the first of the same entities: those with an MBID by MBID, others by exact name. Without either
// an entity is dropped.
func DistinctEntities(entities []music.Entity) []music.Entity {
	ids := make(map[music.MBID]bool)
	names := make(map[string]bool)
	out := make([]music.Entity, 0, len(entities))
	for _, e := range entities {
		switch {
		case e.MBID != "":
			if ids[e.MBID] {
				continue
			}
			ids[e.MBID] = true
		case e.Name == "" || names[e.Name]:
			continue
		default:
			names[e.Name] = true
		}
		out = append(out, e)
	}
	return out
}

// sameName tells whether two entities may be one, by name: equal but for case, accents and signs. Without a name, nothing
// matches, and names of signs alone are compared whole.
func sameName(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	if a == b {
		return true
	}
	x, y := music.SimplifyName(a), music.SimplifyName(b)
	return x == y && (x != "" || music.SimilarNames(a, b))
}

func addIDs(ids, more []music.ExternalID) []music.ExternalID {
	for _, id := range more {
		i := slices.IndexFunc(ids, func(have music.ExternalID) bool {
			return have.ID == id.ID && have.Provider == id.Provider && have.Type == id.Type
		})
		if i < 0 {
			ids = append(ids, id)
		} else {
			ids[i] = id
		}
	}
	return ids
}

// withArtistIDs returns a copy of a release's credit with the ids that all sources know of its artists.
func (r *Release) withArtistIDs(credits []music.ArtistCredit) []music.ArtistCredit {
	return withIDs(r.sources, r.orders.ids, credits, artistsField, 0)
}

// withIDs returns a copy of a credit with the ids of all sources.
func withIDs(sources []*source, order []uint8, credits []music.ArtistCredit, f field[[]music.ArtistCredit], at int) []music.ArtistCredit {
	out := slices.Clone(credits)
	for n := range out {
		ids := addIDs(make([]music.ExternalID, 0, len(out[n].IDs)+len(sources)), out[n].IDs)
		for _, i := range order {
			theirs, _ := f.read(sources[i], at)
			for m := range theirs {
				if sameName(out[n].Name, theirs[m].Name) {
					ids = addIDs(ids, theirs[m].IDs)
					break
				}
			}
		}
		out[n].IDs = ids
	}
	return out
}

// withLabelIDs does the same for labels.
func (r *Release) withLabelIDs(labels []music.ReleaseLabel) []music.ReleaseLabel {
	out := slices.Clone(labels)
	for n := range out {
		ids := addIDs(make([]music.ExternalID, 0, len(out[n].IDs)+len(r.sources)), out[n].IDs)
		for _, i := range r.orders.ids {
			theirs, _ := labelsField.read(r.sources[i], 0)
			for m := range theirs {
				if sameName(out[n].Name, theirs[m].Name) {
					ids = addIDs(ids, theirs[m].IDs)
					break
				}
			}
		}
		out[n].IDs = ids
	}
	return out
}

// credited joins the credits with their phrases.
func credited(credits []music.ArtistCredit) []ArtistCredit {
	if credits == nil {
		return nil
	}
	out := make([]ArtistCredit, len(credits))
	for i, phrase := range music.JoinPhrases(credits) {
		out[i] = ArtistCredit{&credits[i], phrase}
	}
	return out
}
