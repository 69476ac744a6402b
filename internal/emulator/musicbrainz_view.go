package emulator

// mbView is a release as MusicBrainz tells it, with what was asked for.
type mbView struct {
	*edition

	inc inc
}

func (v mbView) release() mbRelease {
	p := v.print
	out := mbRelease{
		ID: v.id, Title: v.title, Disambiguation: p.Disambiguation, Status: word(p.Status, "Official"), Packaging: word(p.Packaging, "None"),
		Quality: "normal", Text: v.text(), Barcode: orNull(v.gtin), ASIN: orNull(p.ASIN), Art: mbArt{Artwork: true, Count: 1, Front: true},
		Genres: included[mbTag](v.inc, "genres"), Tags: included[mbTag](v.inc, "tags"), Aliases: included[mbAlias](v.inc, "aliases"),
	}
	out.StatusID, out.PackagingID = idOf(out.Status), idOf(out.Packaging)
	out.Date, out.Country, out.Events = v.events()
	out.Credit = v.credit(v.artists)
	if v.inc["labels"] {
		labels := v.labels()
		out.Labels = &labels
	}
	if v.inc["release-groups"] {
		out.Group = v.group()
	}
	if v.inc["recordings"] || v.inc["media"] || v.inc["discids"] {
		media := v.media()
		out.Media = &media
	}
	if v.inc.hasRelations() {
		out.Relations = v.relations()
	}
	return out
}

func (v mbView) text() mbText {
	return mbText{Language: word(v.print.Language, "eng"), Script: word(v.print.Script, "Latn")}
}

// events returns the date and the country of the release, which are those of its first event, and all events.
func (v mbView) events() (date, country string, events []mbEvent) {
	if v.lacks&LacksEvents != 0 {
		return v.date, "", nil
	}
	list := firstList(v.print.Events, []Event{{Date: v.date, Area: "XW"}})
	for _, x := range list {
		name := areas[x.Area]
		blank := ""
		event := mbEvent{Date: x.Date}
		if x.Area != "" {
			event.Area = &mbArea{ID: wordID(idArea, name), Name: name, SortName: name, Disambiguation: &blank, Codes: []string{x.Area}}
		}
		events = append(events, event)
	}
	return v.date, list[0].Area, events
}

// credit is what is told of artists, if they are to be included.
func (v mbView) credit(credits []Credit) *[]mbCredit {
	if !v.inc["artist-credits"] && !v.inc["artists"] {
		return nil
	}
	out := make([]mbCredit, len(credits))
	for i, c := range credits {
		a := artists[c.Name]
		out[i] = mbCredit{Name: first(c.As, c.Name), Join: join(credits, i), Artist: mbArtist{
			ID: artistID(MusicBrainz, c.Name), Name: c.Name, SortName: first(a.Sort, c.Name), Disambiguation: a.Disambiguation,
			Type: orNull(a.Type), TypeID: idOf(orNull(a.Type)), Country: orNull(a.Country), Genres: included[mbTag](v.inc, "genres"),
			Tags: included[mbTag](v.inc, "tags"), Aliases: included[mbAlias](v.inc, "aliases"),
		}}
	}
	return &out
}

// join is the text between an artist and the next.
func join(credits []Credit, i int) string {
	isFirstGuest := i+1 < len(credits) && credits[i+1].IsGuest && !credits[i].IsGuest
	switch {
	case credits[i].Join != "" || i == len(credits)-1:
		return credits[i].Join
	case isFirstGuest:
		return " feat. "
	case i == len(credits)-2:
		return " & "
	default:
		return ", "
	}
}

func (v mbView) labels() []mbLabel {
	out := []mbLabel{}
	for _, name := range firstList(v.print.Imprints, nonEmpty(v.label)) {
		out = append(out, mbLabel{Catalogue: orNull(v.print.Catalogue), Label: &mbLabelItself{
			ID: wordID(idLabel, name), Name: name, SortName: name,
		}})
	}
	if len(out) == 0 && v.print.Catalogue != "" {
		out = append(out, mbLabel{Catalogue: orNull(v.print.Catalogue)})
	}
	return out
}

func (v mbView) group() *mbGroup {
	primary, secondary := musicbrainzKinds(v.kind)
	g := &mbGroup{
		ID: v.groupID(), Title: first(v.print.Group.Title, v.title), FirstDate: first(v.print.Group.FirstDate, v.date), Primary: &primary,
		Secondary: secondary, SecondaryIDs: []string{}, Credit: v.credit(v.artists), Genres: included[mbTag](v.inc, "genres"),
		Tags: included[mbTag](v.inc, "tags"),
	}
	g.PrimaryID = idOf(g.Primary)
	for _, s := range secondary {
		g.SecondaryIDs = append(g.SecondaryIDs, wordID(idWord, s))
	}
	return g
}

func (v mbView) groupID() string {
	return first(v.print.Group.ID, mbid(idGroup, first(v.print.Group.Number, v.number)))
}

func (v mbView) media() []mbMedium {
	discs := v.discs()
	out := make([]mbMedium, len(discs))
	for i, tracks := range discs {
		format := v.format(i)
		out[i] = mbMedium{
			ID: mbid(idMedium, v.number*songsPerRelease+i+1), Position: i + 1, Format: &format, FormatID: idOf(&format), Count: len(tracks),
			Discs: included[mbDisc](v.inc, "discids"),
		}
		if i < len(v.print.Titles) {
			out[i].Title = v.print.Titles[i]
		}
		if v.inc["recordings"] {
			offset := 0
			out[i].Offset = &offset
			for _, t := range tracks {
				out[i].Tracks = append(out[i].Tracks, v.track(t))
			}
		}
	}
	return out
}

// format is that of the i-th medium; all media that come after the last one named are like it.
func (v mbView) format(i int) string {
	formats := firstList(v.print.Formats, []string{"Digital Media"})
	return formats[min(i, len(formats)-1)]
}

func (v mbView) track(t track) mbTrack {
	length := first(t.RecordingMS, t.MS)
	recording := mbRecording{
		ID: first(t.Recording, mbid(idRecording, v.number*songsPerRelease+t.index)), Title: t.Title, Length: length0(length),
		Video: t.Format == "video", FirstDate: first(t.FirstDate, first(v.print.Group.FirstDate, v.date)), Credit: v.credit(t.Artists),
		Genres: included[mbTag](v.inc, "genres"), Tags: included[mbTag](v.inc, "tags"),
	}
	if v.inc["isrcs"] {
		codes := nonEmpty(t.ISRC)
		recording.ISRCs = &codes
	}
	if v.inc["recording-level-rels"] {
		recording.Relations = &[]mbLink{}
	}
	return mbTrack{
		ID: t.id, Position: t.position, Number: t.number(), Title: t.Title, Length: length0(t.MS), Credit: v.credit(t.Artists),
		Recording: recording,
	}
}

// relations are links to pages, if these are to be included.
func (v mbView) relations() *[]mbLink {
	out := []mbLink{}
	if v.inc["url-rels"] {
		for _, l := range v.links {
			out = append(out, musicbrainzLink(l))
		}
	}
	return &out
}

func musicbrainzLink(l Link) mbLink {
	return mbLink{
		Type: l.Type, TypeID: wordID(idWord, l.Type), TargetType: "url", Direction: "forward", Attributes: []string{},
		Values: map[string]string{}, URL: mbURL{ID: mbid(idURL, hash(l.URL)), Resource: l.URL},
	}
}

// musicbrainzKinds are the primary type and the secondary types of a release group.
func musicbrainzKinds(k Kind) (primary string, secondary []string) {
	switch k {
	case Single:
		return "Single", []string{}
	case EP:
		return "EP", []string{}
	case Compilation:
		return "Album", []string{"Compilation"}
	case Album:
		return "Album", []string{}
	default:
		return "Other", []string{}
	}
}

// word is a term with what is usual in place of nothing, or null.
func word(text, usual string) *string { return orNull(said(text, usual)) }

func orNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

func idOf(text *string) *string {
	if text == nil {
		return nil
	}
	id := wordID(idWord, *text)
	return &id
}

func length0(ms int) *int {
	if ms == 0 {
		return nil
	}
	return &ms
}

func nonEmpty(text string) []string {
	if text == "" {
		return []string{}
	}
	return []string{text}
}

// included is an empty list, if it is to be included.
func included[T any](i inc, what string) *[]T {
	if !i[what] {
		return nil
	}
	return &[]T{}
}
