package music

import "strings"

// JoinPhrases returns the text after each artist of a credit. Where the credit has none of its own, it is that of
// MusicBrainz: a comma, an ampersand before the last artist, nothing after it. An explicit phrase wins, even an empty one.
func JoinPhrases(credits []ArtistCredit) []string {
	if credits == nil {
		return nil
	}
	phrases := make([]string, len(credits))
	for i, c := range credits {
		switch {
		case c.JoinPhrase != nil:
			phrases[i] = *c.JoinPhrase
		case i == len(credits)-2:
			phrases[i] = " & "
		case i < len(credits)-2:
			phrases[i] = ", "
		}
	}
	return phrases
}

// CreditText returns the credit as it is printed: credited names, or names where there is none, with their join phrases.
func CreditText(credits []ArtistCredit) string {
	var text strings.Builder
	for i, phrase := range JoinPhrases(credits) {
		text.WriteString(credits[i].DisplayName())
		text.WriteString(phrase)
	}
	return text.String()
}

// DisplayName returns the name as it is printed on the release.
func (c ArtistCredit) DisplayName() string {
	if c.CreditedName != "" {
		return c.CreditedName
	}
	return c.Name
}
