package music

import "unicode"

// script is a writing system.
type script struct {
	code    string // ISO 15924
	letters *unicode.RangeTable
	weight  int // of a letter: signs for syllables and words need fewer of them
}

// commonScripts is how many of the first scripts are those that the reference knows.
const commonScripts = 10

// scripts are those of the reference, in its order, which is that of equal shares; then those of living languages and some that
// musicians love (core specification 9; https://www.unicode.org/reports/tr31/, tables 5 to 7).
var scripts = []script{
	{"Latn", unicode.Latin, 1},
	{"Hani", unicode.Han, 4},
	{"Kana", unicode.Katakana, 3},
	{"Hira", unicode.Hiragana, 3},
	{"Cyrl", unicode.Cyrillic, 1},
	{"Grek", unicode.Greek, 1},
	{"Hang", unicode.Hangul, 1},
	{"Hebr", unicode.Hebrew, 1},
	{"Arab", unicode.Arabic, 1},
	{"Thai", unicode.Thai, 1},
	{"Adlm", unicode.Adlam, 1},
	{"Armn", unicode.Armenian, 1},
	{"Bali", unicode.Balinese, 1},
	{"Beng", unicode.Bengali, 1},
	{"Bopo", unicode.Bopomofo, 1},
	{"Cakm", unicode.Chakma, 1},
	{"Cans", unicode.Canadian_Aboriginal, 1},
	{"Cham", unicode.Cham, 1},
	{"Cher", unicode.Cherokee, 1},
	{"Copt", unicode.Coptic, 1},
	{"Deva", unicode.Devanagari, 1},
	{"Ethi", unicode.Ethiopic, 1},
	{"Geor", unicode.Georgian, 1},
	{"Goth", unicode.Gothic, 1},
	{"Gujr", unicode.Gujarati, 1},
	{"Guru", unicode.Gurmukhi, 1},
	{"Hmnp", unicode.Nyiakeng_Puachue_Hmong, 1},
	{"Java", unicode.Javanese, 1},
	{"Kali", unicode.Kayah_Li, 1},
	{"Khmr", unicode.Khmer, 1},
	{"Knda", unicode.Kannada, 1},
	{"Lana", unicode.Tai_Tham, 1},
	{"Laoo", unicode.Lao, 1},
	{"Lepc", unicode.Lepcha, 1},
	{"Limb", unicode.Limbu, 1},
	{"Lisu", unicode.Lisu, 1},
	{"Mand", unicode.Mandaic, 1},
	{"Mlym", unicode.Malayalam, 1},
	{"Mong", unicode.Mongolian, 1},
	{"Mtei", unicode.Meetei_Mayek, 1},
	{"Mymr", unicode.Myanmar, 1},
	{"Newa", unicode.Newa, 1},
	{"Nkoo", unicode.Nko, 1},
	{"Ogam", unicode.Ogham, 1},
	{"Olck", unicode.Ol_Chiki, 1},
	{"Orya", unicode.Oriya, 1},
	{"Osge", unicode.Osage, 1},
	{"Plrd", unicode.Miao, 1},
	{"Rohg", unicode.Hanifi_Rohingya, 1},
	{"Runr", unicode.Runic, 1},
	{"Saur", unicode.Saurashtra, 1},
	{"Sinh", unicode.Sinhala, 1},
	{"Sund", unicode.Sundanese, 1},
	{"Sylo", unicode.Syloti_Nagri, 1},
	{"Syrc", unicode.Syriac, 1},
	{"Tale", unicode.Tai_Le, 1},
	{"Talu", unicode.New_Tai_Lue, 1},
	{"Taml", unicode.Tamil, 1},
	{"Tavt", unicode.Tai_Viet, 1},
	{"Telu", unicode.Telugu, 1},
	{"Tfng", unicode.Tifinagh, 1},
	{"Thaa", unicode.Thaana, 1},
	{"Tibt", unicode.Tibetan, 1},
	{"Vaii", unicode.Vai, 1},
	{"Wcho", unicode.Wancho, 1},
	{"Yiii", unicode.Yi, 1},
}

// unions are codes for scripts that are written together.
var unions = []struct {
	code string
	of   []string
}{
	{"Jpan", []string{"Kana", "Hira", "Hani"}},
	{"Kore", []string{"Hang", "Hani"}},
}
