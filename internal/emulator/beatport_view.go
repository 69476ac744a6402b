package emulator

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

func (e *edition) beatportRelease() bpRelease {
	price := 0.99 + float64(len(e.tracks))
	out := bpRelease{
		Artists: e.beatportArtists(), BPM: bpRange{120, 128}, Number: e.print.Catalogue, Enabled: true, Encoded: "2024-01-01T00:00:00-06:00",
		ID: whole(e.id), Image: beatportImage(e.number, "1400x1400"), CanStream: e.price >= 0, Label: beatportLabel(e.label), Name: e.title,
		NewDate: e.date, Price: bpPrice{"USD", "$", price, fmt.Sprintf("$%.2f", price)}, Published: e.date, Remixers: []bpArtist{},
		Slug: e.beatportSlug(), Tracks: []string{}, Count: len(e.tracks), Type: bpNamed{1, "Release"}, UPC: orNull(e.gtin),
		Updated: "2024-01-01T00:00:00-06:00",
	}
	seen := map[int]bool{}
	for _, t := range e.beatportTracks() {
		out.Tracks = append(out.Tracks, t.URL)
		for _, a := range t.Remixers {
			if !seen[a.ID] {
				seen[a.ID], out.Remixers = true, append(out.Remixers, a)
			}
		}
	}
	return out
}

func (e *edition) beatportSlug() string { return first(slug(e.title), "-") }

// beatportArtists are those of the release. Of a compilation, they are all artists of its tracks.
func (e *edition) beatportArtists() []bpArtist {
	credits := e.artists
	if isVarious(credits) {
		credits = nil
		for _, t := range e.tracks {
			for _, c := range t.Artists {
				if !isCredited(credits, c.Name) {
					credits = append(credits, c)
				}
			}
		}
	}
	return beatportCredits(credits)
}

func beatportCredits(credits []Credit) []bpArtist {
	out := make([]bpArtist, len(credits))
	for i, c := range credits {
		id := artistID(Beatport, c.Name)
		out[i] = bpArtist{
			whole(id), beatportImage(whole(id), "590x404"), localName(Beatport, c.Name), first(slug(c.Name), "-"), beatportAPI + "artists/" + id + "/",
		}
	}
	return out
}

// beatportTracks are told in reverse.
func (e *edition) beatportTracks() []bpTrack {
	out := make([]bpTrack, len(e.tracks))
	for i := range e.tracks {
		out[len(out)-1-i] = e.beatportTrack(i + 1)
	}
	return out
}

func (e *edition) beatportTrack(index int) bpTrack {
	t := e.tracks[index-1]
	return bpTrack{
		Artists: beatportCredits(t.Artists), Status: "published", Worldwide: true, BPM: 124, Number: e.print.Catalogue, Encoded: "2024-01-01T00:00:00-06:00",
		Genre: bpGenre{12, "Deep House", "deep-house", beatportAPI + "genres/12/"}, ID: whole(t.id), Image: beatportImage(whole(t.id), "1500x250"),
		CanStream: e.price >= 0, ISRC: orNull(t.ISRC), Length: colons(t.MS), MS: t.MS, Mix: first(t.Version, "Original Mix"), Name: t.Title, NewDate: e.date,
		Price: bpPrice{"USD", "$", 1.29, "$1.29"}, Published: e.date, Release: bpShortRelease{
			whole(e.id), e.title, beatportImage(e.number, "1400x1400"), beatportLabel(e.label), e.beatportSlug(),
		}, Remixers: beatportCredits(t.Remixers), Sample: "https://geo-samples.beatport.com/track/" + t.id + ".LOFI.mp3",
		Slug: first(slug(t.Title), "-"), URL: beatportAPI + "tracks/" + t.id + "/",
	}
}

func beatportLabel(name string) bpLabel {
	id := 962_000_000 + hash(name)%1_000_000
	return bpLabel{id, name, beatportImage(id, "500x500"), first(slug(name), "-")}
}

func beatportImage(id int, size string) bpImage {
	at := func(size string) string {
		return fmt.Sprintf("https://geo-media.beatport.com/image_size/%s/e0e0e0e0-0000-4000-8000-%012d.jpg", size, id)
	}
	return bpImage{id, at(size), at("{w}x{h}")}
}

// beatportHit is a release as a search tells of it.
func (e *edition) beatportHit() bpReleaseHit {
	r := e.beatportRelease()
	out := bpReleaseHit{
		Score: 500, Label: bpHitLabel{1, r.Label.ID, r.Label.Name}, Artists: e.beatportHitArtists(e.artists, nil), Worldwide: 1, Number: r.Number,
		Published: e.date + "T00:00:00", Date: e.date + "T00:00:00", ID: r.ID, Name: r.Name, Type: strconv.Itoa(r.Type.ID), Status: 1, UPC: e.gtin,
		Price: r.Price, Explicit: e.hasExplicit, Count: r.Count, Image: r.Image.URI,
	}
	for _, t := range e.tracks {
		out.Tracks = append(out.Tracks, bpHitTrack{whole(t.id), t.Title})
	}
	for _, a := range r.Remixers {
		out.Artists = append(out.Artists, bpHitArtist{a.ID, a.Name, "Remixer"})
	}
	slices.SortStableFunc(out.Artists, func(a, b bpHitArtist) int { return cmp.Compare(a.Type, b.Type) })
	return out
}

func (e *edition) beatportHitArtists(credits, remixers []Credit) []bpHitArtist {
	out := []bpHitArtist{}
	for _, a := range beatportCredits(credits) {
		out = append(out, bpHitArtist{a.ID, a.Name, "Artist"})
	}
	for _, a := range beatportCredits(remixers) {
		out = append(out, bpHitArtist{a.ID, a.Name, "Remixer"})
	}
	return out
}

func (e *edition) beatportTrackHit(index int) bpTrackHit {
	t := e.tracks[index-1]
	return bpTrackHit{
		500, e.beatportHitArtists(t.Artists, t.Remixers), t.ISRC, t.MS, first(t.Version, "Original Mix"), bpHitRelease{whole(e.id), e.title}, whole(t.id), t.Title,
	}
}
