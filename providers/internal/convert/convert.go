package convert

import "tutti/music"

// DigitalMedia is the format of what has no medium.
const DigitalMedia = "Digital Media"

// Digital fills in what is true of all that is sold as files or streams: it is official, and it has no packaging.
func Digital(r *music.Release) *music.Release {
	status, packaging := "Official", "None"
	r.Status, r.Packaging = &status, &packaging
	return r
}

// Date returns the release date of a text; nil: the service does not say it. What is no date is one of which nothing is known, and
// one from before the launch of the platform is doubted.
func Date(text *string, launch music.PartialDate) *music.ReleaseDate {
	if text == nil {
		return music.QualifyDate(nil, launch)
	}
	d, _ := music.ParseDate(*text)
	return music.QualifyDate(&d, launch)
}

// Labels returns the labels of a text that may join several; nil and empty: none is said.
func Labels(text *string) []music.ReleaseLabel {
	if text == nil || *text == "" {
		return nil
	}
	names := music.SplitLabels(*text)
	labels := make([]music.ReleaseLabel, len(names))
	for i, n := range names {
		labels[i].Name = n
	}
	return labels
}

// Regions returns the codes that are ones, in order; nil stays nil.
func Regions(codes []string) []music.Region {
	if codes == nil {
		return nil
	}
	out := make([]music.Region, 0, len(codes))
	for _, c := range codes {
		if r, err := music.ParseRegion(c); err == nil {
			out = append(out, r)
		}
	}
	return out
}

// IDs returns the id of an entity at a service; nil: it is empty.
func IDs(of music.ProviderName, typ, id string) []music.ExternalID {
	if id == "" {
		return nil
	}
	return []music.ExternalID{{Provider: of, Type: typ, ID: id}}
}

// Recording returns what is on a track by its ids; nil: there are none.
func Recording(ids []music.ExternalID) *music.Entity {
	if ids == nil {
		return nil
	}
	return &music.Entity{IDs: ids}
}

// Credit returns the artists that have a name, credited under it; nil: there are none.
func Credit[A any](artists []A, entity func(A) music.Entity) []music.ArtistCredit {
	var credit []music.ArtistCredit
	for _, a := range artists {
		if e := entity(a); e.Name != "" {
			credit = append(credit, music.ArtistCredit{Entity: e, CreditedName: e.Name})
		}
	}
	return credit
}

// ISRC returns a code as it was said; nil: it is empty.
func ISRC(text string) *music.ISRC {
	if text == "" {
		return nil
	}
	isrc := music.ISRC(text)
	return &isrc
}
