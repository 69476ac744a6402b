package music

// NoLanguage is the code for titles without linguistic content.
const NoLanguage = "zxx"

// LanguageGuess is a language that a text may be in.
type LanguageGuess struct {
	Code       string  // ISO 639-3
	Confidence float64 // from 0 to 1
}
