package music

import "fmt"

// QualifyDate says what a date is worth that was stated by a platform launched then. Nil: the source has no date. A
// platform without a launch date (the zero date) promises nothing, so that the quality is none-found though the date is
// kept: so it is for MusicBrainz and Discogs. A date without a year, such as one that could not be parsed, or before the
// launch by year and month is assumed invalid; the day is never compared and an unknown month counts as fine.
func QualifyDate(d *PartialDate, launch PartialDate) *ReleaseDate {
	if d == nil {
		return &ReleaseDate{Quality: DateNoneFound}
	}
	q := &ReleaseDate{Date: *d, Quality: DateAssumedValid}
	switch {
	case launch.IsZero():
		q.Quality = DateNoneFound
	case d.IsZero():
		q.Quality, q.Note = DateAssumedInvalid, "no year is known"
	case predates(d.known(), launch.known()):
		q.Quality = DateAssumedInvalid
		q.Note = fmt.Sprintf("before the platform was launched (%s)", launch)
	}
	return q
}

func predates(d, launch PartialDate) bool {
	return d.Year < launch.Year || d.Year == launch.Year && d.Month > 0 && d.Month < launch.Month
}
