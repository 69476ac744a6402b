package harmonize

import "tutti/music"

// Fields of a release.
var (
	titleField = field[string]{music.PropTitle, func(s *source, _ int) (string, fill) {
		return s.Release.Title, ofText(s.Release.Title)
	}}
	artistsField = field[[]music.ArtistCredit]{music.PropArtists, func(s *source, _ int) ([]music.ArtistCredit, fill) {
		return s.Release.Artists, ofList(s.Release.Artists)
	}}
	gtinField = field[music.GTIN]{music.PropGTIN, func(s *source, _ int) (music.GTIN, fill) {
		return s.gtin(), ofCode(s.gtin())
	}}
	dateField = field[*music.ReleaseDate]{music.PropDate, func(s *source, _ int) (*music.ReleaseDate, fill) {
		d := s.Release.Date
		if d == nil {
			return nil, absent
		}
		if d.Date == (music.PartialDate{}) {
			return d, empty
		}
		if !s.literal && !isPossible(d.Date) {
			return d, refused
		}
		return d, filled
	}}
	qualityField = field[music.DateQuality]{music.PropDate, func(s *source, at int) (music.DateQuality, fill) {
		d, _ := dateField.get(s, at)
		if d == nil {
			return "", absent
		}
		return d.Quality, ofCode(d.Quality)
	}}
	labelsField = field[[]music.ReleaseLabel]{music.PropLabels, func(s *source, _ int) ([]music.ReleaseLabel, fill) {
		return s.Release.Labels, ofList(s.Release.Labels)
	}}
	statusField = field[*string]{music.PropStatus, func(s *source, _ int) (*string, fill) {
		return s.Release.Status, ofPointer(s.Release.Status)
	}}
	packagingField = field[*string]{music.PropPackaging, func(s *source, _ int) (*string, fill) {
		return s.Release.Packaging, ofPointer(s.Release.Packaging)
	}}
	copyrightField = field[*string]{music.PropCopyright, func(s *source, _ int) (*string, fill) {
		return s.Release.Copyright, ofPointer(s.Release.Copyright)
	}}
	creditsField = field[*string]{music.PropCredits, func(s *source, _ int) (*string, fill) {
		return s.Release.Credits, ofPointer(s.Release.Credits)
	}}
	languageField = field[*music.Language]{music.PropLanguage, func(s *source, _ int) (*music.Language, fill) {
		return s.Release.Language, present(s.Release.Language)
	}}
	scriptField = field[*music.Script]{music.PropScript, func(s *source, _ int) (*music.Script, fill) {
		return s.Release.Script, present(s.Release.Script)
	}}
	imagesField = field[[]music.Image]{music.PropImages, func(s *source, _ int) ([]music.Image, fill) {
		return s.Release.Images, ofList(s.Release.Images)
	}}
	groupField = field[*music.Entity]{music.PropMBIDs, func(s *source, _ int) (*music.Entity, fill) {
		return s.Release.ReleaseGroup, present(s.Release.ReleaseGroup)
	}}
	groupMBIDField = field[music.MBID]{music.PropMBIDs, func(s *source, _ int) (music.MBID, fill) {
		if s.Release.ReleaseGroup == nil {
			return "", absent
		}
		return s.Release.ReleaseGroup.MBID, ofCode(s.Release.ReleaseGroup.MBID)
	}}
	typesField = field[[]string]{music.PropTypes, func(s *source, _ int) ([]string, fill) {
		return s.Release.Types, ofList(s.Release.Types)
	}}
	regionsField = field[regions]{music.PropAvailability, func(s *source, _ int) (regions, fill) {
		r := regions{s.Release.AvailableIn, s.Release.ExcludedFrom}
		return r, max(ofList(r.available), ofList(r.excluded))
	}}
	countField = field[int]{music.PropTrackCount, func(s *source, _ int) (int, fill) {
		n, known := s.size()
		if !known {
			return 0, absent
		}
		return n, filled
	}}
	mediaField = field[[]music.Medium]{music.PropTrackTitles, func(s *source, _ int) ([]music.Medium, fill) {
		return s.Release.Media, ofList(s.Release.Media)
	}}
)

// Fields of a medium.
var (
	mediumTitleField = field[string]{music.PropMediumTitles, func(s *source, at int) (string, fill) {
		m := s.medium(at)
		if m == nil {
			return "", absent
		}
		return m.Title, ofCode(m.Title)
	}}
	mediumFormatField = field[string]{music.PropMediumFormats, func(s *source, at int) (string, fill) {
		f := s.format(at)
		return f, ofCode(f)
	}}
)

// Fields of a track.
var (
	trackTitleField = trackField(music.PropTrackTitles, func(t *music.Track) (string, fill) {
		return t.Title, ofText(t.Title)
	})
	trackArtistsField = trackField(music.PropTrackArtists, func(t *music.Track) ([]music.ArtistCredit, fill) {
		return t.Artists, ofList(t.Artists)
	})
	numberField = trackField(music.PropTrackNumbers, func(t *music.Track) (music.TrackNumber, fill) {
		return t.Number, ofCode(t.Number)
	})
	lengthField = field[music.Duration]{music.PropLengths, func(s *source, at int) (music.Duration, fill) {
		t := s.track(at)
		if t == nil || t.Length == 0 {
			return 0, absent
		}
		if !s.literal && (t.Length < 0 || t.Length > longest) {
			return t.Length, refused
		}
		return t.Length, filled
	}}
	kindField = trackField(music.PropKinds, func(t *music.Track) (music.TrackKind, fill) {
		return t.Kind, ofCode(t.Kind)
	})
	isrcField = field[*music.ISRC]{music.PropISRCs, func(s *source, at int) (*music.ISRC, fill) {
		t := s.track(at)
		if t == nil || t.ISRC == nil {
			return nil, absent
		}
		if s.literal {
			return t.ISRC, filled
		}
		return t.ISRC, ofPointer(t.ISRC)
	}}
	explicitField = trackField(music.PropExplicit, func(t *music.Track) (music.Explicitness, fill) {
		return t.Explicit, ofCode(t.Explicit)
	})
	trackRegionsField = trackField(music.PropTrackAvailability, func(t *music.Track) ([]music.Region, fill) {
		return t.AvailableIn, ofList(t.AvailableIn)
	})
	recordingMBIDField = trackField(music.PropMBIDs, func(t *music.Track) (music.MBID, fill) {
		if t.Recording == nil {
			return "", absent
		}
		return t.Recording.MBID, ofCode(t.Recording.MBID)
	})
	recordingField = trackField(music.PropTrackTitles, func(t *music.Track) (*music.Entity, fill) {
		return t.Recording, present(t.Recording)
	})
)
