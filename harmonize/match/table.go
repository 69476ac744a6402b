package match

// How much each part of a hint counts. A part that an answer does not tell counts half: less than one that is right, more than one
// that is wrong. The proportions are those of beets, but for the catalogue number, which names few releases, and the album.
const (
	weightTitle   = 3.0
	weightArtist  = 3.0
	weightTracks  = 2.0
	weightLength  = 2.0
	weightLabel   = 0.5
	weightCatalog = 1.0
	weightAlbum   = 1.0
	untold        = 0.5
)

// What no other part can make up for: a title or an artist that is less alike than this is another one.
const (
	leastTitle  = 0.6
	leastArtist = 0.5
)

// otherVersion is how alike two titles are that differ in their version alone, such as a deluxe edition and the plain one.
const otherVersion = 0.85

// guests is how alike two credits are of which one names everybody that the other does, and more.
const guests = 0.9

// Parts of the relevance of a hit: how many of the words that are searched for it has, how much of its title they make up, and how
// early its provider names it.
const (
	shareWords = 0.5
	shareTitle = 0.2
	sharePlace = 0.3
	placeStep  = 0.1 // the tenth place is worth half of the first
)

// Lengths, in milliseconds.
const (
	lengthFits  = 3_000  // of one recording at two providers, by name
	lengthMay   = 10_000 // with one code
	lengthWorst = 30_000 // so far from what is asked counts for nothing
)

// unalike is below how much likeness two titles in one script are of different things, whatever code they share.
const unalike = 0.5

// nearDays is how far apart two dates of one release may be.
const nearDays = 7

// maxTitle bounds what of a text is compared, in letters.
const maxTitle = 200

// versionWords tell that what stands in brackets, or after a dash, is about the version and no part of the title.
var versionWords = words("deluxe", "edition", "version", "remaster", "remix", "mix", "live", "acoustic", "instrumental", "demo", "edit",
	"extended", "expanded", "anniversary", "bonus", "mono", "stereo", "explicit", "clean", "single", "ep", "karaoke", "session",
	"sessions", "unplugged", "reissue", "limited", "rework", "dub", "a cappella", "acapella", "rerecorded", "cover")

// fillerWords in a version say nothing.
var fillerWords = words("edition", "version", "the", "a", "original", "album", "explicit", "single", "ep", "mix", "and", "track", "main")

// sameWords are other spellings of a version.
var sameWords = map[string]string{"remastered": "remaster", "remixed": "remix", "delux": "deluxe", "exp": "expanded", "sessions": "session"}

func words(list ...string) map[string]bool {
	set := make(map[string]bool, len(list))
	for _, w := range list {
		set[w] = true
	}
	return set
}
