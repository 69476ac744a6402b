package lookup

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"tutti/harmonize/match"
	"tutti/music"
	"tutti/providers"
)

// Codes of the messages of a lookup. They are stable.
const (
	CodeUnknownProvider = "unknown-provider"
	CodeUsedTwice       = "provider-used-twice"
	CodeUnsupportedURL  = "unsupported-url"
	CodeInvalidGTIN     = "invalid-gtin"
	CodeGTINUnsupported = "gtin-lookup-unsupported"
	CodeGTINUnknown     = "gtin-unknown"
	CodeSeveralGTINs    = "several-gtins"
	CodeNothingQueued   = "nothing-queued"
	CodeIncompatible    = "incompatible"
	CodeBadQuestion     = "bad-question"
	CodeNotReplayed     = "not-replayed"
	CodeFoundBySearch   = "found-by-search"
	CodeNoMatch         = "no-match"
	CodeAmbiguous       = "ambiguous"
)

func fact(name string, values ...string) music.Fact { return music.Fact{Name: name, Values: values} }

func unknownProvider(name string) music.Message {
	return music.Message{
		Severity: music.Error, Code: CodeUnknownProvider, Facts: []music.Fact{fact("name", name)},
		Text: fmt.Sprintf("There is no provider %q.", name),
	}
}

func usedTwice(i providers.Info, ignored string) music.Message {
	return music.Message{
		Severity: music.Error, Code: CodeUsedTwice, Provider: i.Name, Facts: []music.Fact{fact("ignored", ignored)},
		Text: fmt.Sprintf("%s can be used only once; `%s` is ignored.", i.Display, ignored),
	}
}

func unsupportedURL(u string) music.Message {
	return music.Message{
		Severity: music.Error, Code: CodeUnsupportedURL, Facts: []music.Fact{fact("url", u)},
		Text: fmt.Sprintf("No provider supports `%s`.", u),
	}
}

func invalidGTIN(text string, err error) music.Message {
	m := music.Message{
		Severity: music.Error, Code: CodeInvalidGTIN, Path: "gtin",
		Text: upperFirst(err.Error()) + ".", Facts: []music.Fact{fact("gtin", text)},
	}
	if e, ok := errors.AsType[*music.GTINError](err); ok {
		m.Facts = append(m.Facts, fact("reason", string(e.Reason)))
	}
	return m
}

func gtinUnsupported(i providers.Info) music.Message {
	return music.Message{
		Severity: music.Warning, Code: CodeGTINUnsupported, Provider: i.Name,
		Text: i.Display + " cannot be asked by GTIN.",
	}
}

func gtinUnknown(skipped []string) music.Message {
	return music.Message{
		Severity: music.Info, Code: CodeGTINUnknown, Facts: []music.Fact{fact("skipped", skipped...)},
		Text: "No GTIN was found, so these were not asked: " + strings.Join(skipped, ", ") + ".",
	}
}

func severalGTINs(gtins []music.GTIN) music.Message {
	texts := make([]string, len(gtins))
	for i, g := range gtins {
		texts[i] = string(g)
	}
	return music.Message{
		Severity: music.Error, Code: CodeSeveralGTINs, Facts: []music.Fact{fact("gtins", texts...)},
		Text: "The providers gave different GTINs, so nobody else was asked: " + strings.Join(texts, ", ") + ".",
	}
}

func nothingQueued() music.Message {
	return music.Message{
		Severity: music.Error, Code: CodeNothingQueued,
		Text: "Nothing to look up: give a GTIN together with providers that can be asked for it, a URL, or a provider's id.",
	}
}

func foundBySearch(h match.Hint, score float64, candidates int) music.Message {
	return music.Message{
		Severity: music.Info, Code: CodeFoundBySearch,
		Facts: []music.Fact{fact("score", scoreText(score)), fact("searched", hintText(h)), fact("candidates", strconv.Itoa(candidates))},
		Text:  fmt.Sprintf("Found by searching for %s: the best of %d candidates, which fits by %s of 1.", hintText(h), candidates, scoreText(score)),
	}
}

func noMatch(h match.Hint, score float64, candidates int) music.Message {
	return music.Message{
		Severity: music.Warning, Code: CodeNoMatch,
		Facts: []music.Fact{fact("score", scoreText(score)), fact("searched", hintText(h)), fact("candidates", strconv.Itoa(candidates))},
		Text: fmt.Sprintf("Nothing that was found fits %s well enough: the best of %d candidates fits by %s, wanted is %s.",
			hintText(h), candidates, scoreText(score), scoreText(match.Good)),
	}
}

// ambiguous says that a hint without an artist fits releases by several.
func ambiguous(h match.Hint, a, b gathered) music.Message {
	artists := []string{a.subjects[0].Artist, b.subjects[0].Artist}
	return music.Message{
		Severity: music.Warning, Code: CodeAmbiguous, Facts: []music.Fact{fact("searched", hintText(h)), fact("artists", artists...)},
		Text: fmt.Sprintf("There are releases by several artists that fit %s, among them %s; name the artist.", hintText(h), strings.Join(artists, " and ")),
	}
}

func hintText(h match.Hint) string {
	if h.Artist == "" {
		return strconv.Quote(h.Title)
	}
	return fmt.Sprintf("%q by %q", h.Title, h.Artist)
}

func scoreText(score float64) string { return strconv.FormatFloat(score, 'f', 2, 64) }

func badQuestion(why string) music.Message {
	return music.Message{Severity: music.Error, Code: CodeBadQuestion, Text: upperFirst(why) + "."}
}

func notRecognized(name music.ProviderName, u string) error {
	return &providers.Error{Provider: name, Op: u, Kind: providers.ErrInvalid, Err: errors.New("no release can be recognised in this URL")}
}

func notARelease(name music.ProviderName, u string) error {
	return &providers.Error{Provider: name, Op: u, Kind: providers.ErrInvalid, Err: errors.New("this is not the URL of a release")}
}

func unready(name music.ProviderName, why string) error {
	return &providers.Error{Provider: name, Kind: providers.ErrDenied, Err: &UnreadyError{Why: why}}
}

// UnreadyError says why a provider was not asked at all: its credentials are missing. Tell the operator.
type UnreadyError struct{ Why string }

func (e *UnreadyError) Error() string { return e.Why }

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
