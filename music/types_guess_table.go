package music

import "regexp"

// Building blocks of the patterns. Case folding is simple, word boundaries are ASCII, and white space is exactly one character.
const (
	ws     = `[\t-\r \x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}]`
	wsDash = `[-\t-\r \x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}\x{feff}]`
	char   = `[^\n\r\x{2028}\x{2029}]` // any but a line break

	// tail is the end of a title, perhaps after a remark in brackets.
	tail = `(?:` + ws + `\(` + char + `*\))?$`

	// upTo is text before a word, such as the name of a network.
	upTo = `(?:` + char + `+` + wsDash + `)?`
)

// typeGuess finds a type in a title. Without a type, it is the word that the first group matches.
type typeGuess struct {
	typ     string
	pattern *regexp.Regexp
}

// titleGuesses are tried in this order.
var titleGuesses = [...]typeGuess{
	{"", regexp.MustCompile(`(?i)` + ws + `\((EP|Single|Live|Demo)\)` + tail)},
	{"", regexp.MustCompile(`(?i)` + ws + `- (EP|Single|Live)` + tail)},
	{TypeEP, regexp.MustCompile(`(?i)` + ws + `EP` + tail)},
	{TypeRemix, regexp.MustCompile(`(?i)\bRemix(?:es|ed)?\b`)},
	{TypeDJMix, regexp.MustCompile(`(?i)\bContinuous DJ` + wsDash + `Mix\b|[(\[]DJ` + wsDash + `Mix[)\]]`)},
	{TypeSoundtrack, regexp.MustCompile(`(?i)(?:Original|Official)` + char + `*(?:Soundtrack|Score)`)},
	{TypeSoundtrack, regexp.MustCompile(`(?i)(?:Soundtrack|Score|Music)` + ws + `(?:from|to) the` + ws + upTo + `(?:` +
		`(?:Video` + ws + `)?Game|Motion Picture|Film|Movie|Musical|` +
		`(?:(?:TV|Television)` + wsDash + `?)?(?:Mini` + wsDash + `?)?Series)`)},
	{TypeSoundtrack, regexp.MustCompile(`^(?:OST|\(OST\)|O\.S\.T\.|\(O\.S\.T\.\))` + ws + char +
		`|` + char + ws + `(?:OST|\(OST\)|O\.S\.T\.|\(O\.S\.T\.\))$`)}, // as a word of lower case, ost is something else
	{TypeSoundtrack, regexp.MustCompile(`(?i)Original (?:` + char + `+` + ws + `)?Cast Recording`)},
	// German
	{TypeSoundtrack, regexp.MustCompile(`(?i)(?:Soundtrack|Musik)` + ws + `zu[mr]` + ws + upTo +
		`(?:(?:Kino)?Film|Theaterstück|(?:TV` + wsDash + `?)?Serie)`)},
	// Swedish
	{TypeSoundtrack, regexp.MustCompile(`(?i)(?:Soundtrack|Musik(?:en)?)` + ws + `(?:från|till|ur)` + ws + upTo +
		`(?:Film(?:en)?|(?:TV` + wsDash + `?)?(?:Mini` + wsDash + `?)?Serien?|Musikalen)`)},
	// Norwegian
	{TypeSoundtrack, regexp.MustCompile(`(?i)Musikk(?:en)? fra (?:Filmen|TV` + wsDash + `serien|(?:teater)?forestillingen)`)},
}

// liveTrack and mixedTrack match the titles of tracks of live albums and of DJ mixes.
var (
	liveTrack  = regexp.MustCompile(`(?i)` + ws + `(?:- Live|\(Live\))` + tail)
	mixedTrack = regexp.MustCompile(`(?i)` + ws + `(?:- Mixed|\(Mixed\)|\[Mixed\])` + tail)
)
