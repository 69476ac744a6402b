package providertest

import (
	"regexp"
	"strings"
)

// fileEnding is what follows the name of a recorded answer: a status, if it is not 200, and the kind of body.
var fileEnding = regexp.MustCompile(`^\.(?:(\d{3})\.)?(json|html|txt)$`)

// island is where the data of a page begin: an object in an attribute or a script.
var island = regexp.MustCompile(`(?:=["']|>)\s*\{\s*(?:&quot;|&#34;|")`)

// foreignPages are pages of services, one each, by internal name: nobody else may take them for its own.
var foreignPages = map[string]string{
	"musicbrainz": "https://musicbrainz.org/release/62bf0c5b-b0f6-46b5-a2e5-6f5efd270aab",
	"discogs":     "https://www.discogs.com/release/10415130",
	"deezer":      "https://www.deezer.com/album/11591214",
	"itunes":      "https://music.apple.com/gb/album/1705742568",
	"spotify":     "https://open.spotify.com/album/2ZYLme9VXn1Eo8JDtfN7Y9",
	"tidal":       "https://tidal.com/album/357676034",
	"bandcamp":    "https://theuglykings.bandcamp.com/album/darkness-is-my-home",
	"beatport":    "https://www.beatport.com/release/black-mill-tapes-10th-anniversary-box/3176998",
	"mora":        "https://mora.jp/package/43000006/00602488058599/",
	"ototoy":      "https://ototoy.jp/_/default/p/1",
	"none":        "https://music.example/album/1",
}

// knownBadIDs are never the id of a release anywhere.
var knownBadIDs = []string{"", " ", "\x00", "1\n2", "../1", "1/../2", "a\\b", "1?x=2", "1#x", "1%2f2", "1®ion=GB", "1>in=602475093060"}

// smuggled are pieces of addresses that are part of no id: control characters, ways out of a folder, and more than anybody can read.
var smuggled = []string{
	"\x00", "\n", "\x7f", "%00", "%0a", "%0d%0aHost:elsewhere.example", "/..", "/../../2", "/%2e%2e/2", "%2f..%2f2", "..%5c2", "%252e%252e%252f2",
	`\..\2`, ";x=1", "%3fx=1", "%23x", "%", "%zz", "%ff", "\xff", strings.Repeat("1", 1<<16), strings.Repeat("/1", 1<<10),
}

// knownBadGTINs are never a barcode: too short, no digits, wrong check digit.
var knownBadGTINs = []string{"", "123", "certainly no", "602475093061", "6024750930600000"}
