package harmonize

import (
	"strconv"

	"tutti/music"
)

var (
	titleKind      = kind[string, string]{"title", same[string], same[string], sameTitle}
	songKind       = kind[string, string]{"title", same[string], same[string], sameSong}
	artistsKind    = kind[[]music.ArtistCredit, []ArtistCredit]{"artists", creditedOrEmpty, music.CreditText, sameCredit}
	performersKind = kind[[]music.ArtistCredit, []ArtistCredit]{"artists", creditedOrEmpty, music.CreditText, samePerformers}
	gtinKind       = kind[music.GTIN, string]{"gtin", asText[music.GTIN], asText[music.GTIN], sameGTIN}
	dateKind       = kind[*music.ReleaseDate, string]{"releaseDate", dateOf, dateOf, sameDate}
	labelsKind     = kind[[]music.ReleaseLabel, Other]{"labels", other[[]music.ReleaseLabel], labelsText, sameLabels}
	imagesKind     = kind[[]music.Image, Other]{"images", other[[]music.Image], imagesText, sameImages}
	typesKind      = kind[[]string, Other]{"types", other[[]string], join[string], func(a, b said[[]string]) bool {
		return sameSet(a.value, b.value)
	}}
	regionsKind = kind[regions, Other]{"availability", other[regions], regionsText, func(a, b said[regions]) bool {
		return sameSet(a.value.available, b.value.available)
	}}
	trackRegionsKind = kind[[]music.Region, Other]{"availability", other[[]music.Region], join[music.Region], func(a, b said[[]music.Region]) bool {
		return sameSet(a.value, b.value)
	}}
	mediaKind = kind[[]music.Medium, Other]{"media", other[[]music.Medium], summary, sameMedia}
	countKind = kind[int, int]{"trackCount", same[int], strconv.Itoa, equal[int]}

	mbidKind = kind[music.MBID, string]{"mbid", asText[music.MBID], asText[music.MBID], equal[music.MBID]}

	qualityKind  = kind[music.DateQuality, Other]{"releaseDateQuality", other[music.DateQuality], asText[music.DateQuality], equal[music.DateQuality]}
	languageKind = kind[*music.Language, Other]{
		"language", other[*music.Language], func(l *music.Language) string { return l.Code },
		func(a, b said[*music.Language]) bool { return a.value.Code == b.value.Code },
	}
	scriptKind = kind[*music.Script, Other]{
		"script", other[*music.Script], func(s *music.Script) string { return s.Code },
		func(a, b said[*music.Script]) bool { return a.value.Code == b.value.Code },
	}

	numberKind   = kind[music.TrackNumber, Other]{"number", other[music.TrackNumber], music.TrackNumber.String, equal[music.TrackNumber]}
	lengthKind   = kind[music.Duration, int]{"lengthMs", func(d music.Duration) int { return int(d) }, music.Duration.String, sameLength}
	isrcKind     = kind[*music.ISRC, string]{"isrc", isrcText, isrcText, sameISRC}
	kindKind     = kind[music.TrackKind, Other]{"kind", other[music.TrackKind], asText[music.TrackKind], equal[music.TrackKind]}
	explicitKind = kind[music.Explicitness, Other]{"explicit", other[music.Explicitness], explicitText, equal[music.Explicitness]}
)

func linesKind(path string) kind[*string, Other] {
	return kind[*string, Other]{path, other[*string], func(p *string) string { return *p }, sameLines}
}

func textKind(path string) kind[string, Other] {
	return kind[string, Other]{path, other[string], same[string], sameText}
}

func same[T any](v T) T { return v }

func equal[T comparable](a, b said[T]) bool { return a.value == b.value }

func asText[T ~string](v T) string { return string(v) }

func other[T any](T) Other { return Other{} }

func dateOf(d *music.ReleaseDate) string { return d.Date.String() }

func isrcText(code *music.ISRC) string { return string(*normalISRC(code)) }

func creditedOrEmpty(c []music.ArtistCredit) []ArtistCredit {
	if c == nil {
		return []ArtistCredit{}
	}
	return credited(c)
}

func explicitText(e music.Explicitness) string {
	if e == music.ExplicitYes {
		return "explicit"
	}
	return "not explicit"
}
