package align

// joinWords stand between names.
var joinWords = [...]string{"&", "+", "and", "und", "et", "y", "e", "x", "vs", "vs.", "with", ","}

// remarkWords say nothing about which recording it is; fillWords may stand beside them.
var (
	remarkWords = [...]string{
		"remaster", "remastered", "remasterizado", "remasterisé", "original", "bonus", "explicit", "clean", "album", "deluxe", "lp",
	}
	fillWords = [...]string{"version", "mix", "track", "the", "digital", "digitally", "edition", "lyrics", "in"}
)

// versionWords name another recording or another cut of it.
var versionWords = [...]string{
	"live", "remix", "rmx", "mix", "edit", "version", "acoustic", "instrumental", "demo", "karaoke", "radio", "extended", "dub",
	"unplugged", "session", "sessions", "rework", "bootleg", "cover", "acapella", "cappella", "orchestral", "reprise", "outtake",
	"take", "mono", "stereo", "single", "rehearsal", "alternate", "alternative", "slowed", "sped", "nightcore", "vip", "club",
}

// roman are the numerals that titles are counted with. I alone is more often a word.
var roman = map[string]string{
	"ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "x": "10", "xi": "11", "xii": "12",
	"xiii": "13", "xiv": "14", "xv": "15", "xvi": "16", "xvii": "17", "xviii": "18", "xix": "19", "xx": "20",
}
