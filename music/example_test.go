package music_test

import (
	"errors"
	"fmt"

	"tutti/music"
)

func ExampleParseGTIN() {
	g, err := music.ParseGTIN("0602475093060")
	fmt.Println(g, err)

	_, err = music.ParseGTIN("0602475093061")
	if invalid, ok := errors.AsType[*music.GTINError](err); ok {
		fmt.Println(invalid.Reason)
	}
	fmt.Println(err)
	// Output:
	// 0602475093060 <nil>
	// check-sum
	// GTIN "0602475093061" has the check digit 1: expected 0
}

func ExampleGTIN_Equal() {
	short, long := music.GTIN("602475093060"), music.GTIN("00602475093060")
	fmt.Println(short == long, short.Equal(long))
	// Output: false true
}

func ExampleGTIN_Forms() {
	fmt.Println(music.GTIN("602475093060").Forms())
	// Output: [602475093060 00602475093060 0602475093060]
}

func ExampleCleanBarcode() {
	fmt.Println(music.CleanBarcode("6024 7509 3060"))
	// Output: 602475093060 true
}

func ExampleNormalizeISRC() {
	fmt.Println(music.NormalizeISRC("gb-aye-69-00531"))
	// Output: GBAYE6900531 true
}

func ExampleParseDate() {
	d, ok := music.ParseDate("1997-05-00")
	fmt.Println(d, ok, d.Day)
	// Output: 1997-05 true 0
}

func ExampleQualifyDate() {
	d, _ := music.ParseDate("1983")
	launch := music.PartialDate{Year: 2008, Month: 10, Day: 7}
	q := music.QualifyDate(&d, launch)
	fmt.Println(q.Date, q.Quality, q.Note)
	// Output: 1983 assumed-invalid before the platform was launched (2008-10-07)
}

func ExampleDuration_Format() {
	d := music.Duration(1234567)
	fmt.Println(d, d.Format(music.DurationRounded))
	// Output: 20:34.567 20:35
}

func ExampleSimilarNames() {
	fmt.Println(music.SimilarNames("Beyoncé", "BEYONCE"), music.SimilarNames("!!!", "???"))
	// Output: true false
}

func ExampleJoinPhrases() {
	credits := []music.ArtistCredit{
		{Entity: music.Entity{Name: "Ann"}},
		{Entity: music.Entity{Name: "Ben"}, JoinPhrase: new(" feat. ")},
		{Entity: music.Entity{Name: "Cleo"}},
	}
	fmt.Printf("%q\n", music.JoinPhrases(credits))
	fmt.Println(music.CreditText(credits))
	// Output:
	// [", " " feat. " ""]
	// Ann, Ben feat. Cleo
}

func ExampleSplitLabels() {
	fmt.Printf("%q\n", music.SplitLabels("Roc Nation / RocAFella / IDJ"))
	fmt.Printf("%q\n", music.SplitLabels("EMI Belgium SA/NV"))
	// Output:
	// ["Roc Nation" "RocAFella" "IDJ"]
	// ["EMI Belgium SA/NV"]
}

func ExampleFillGaps() {
	tracks := []music.Track{{Title: "Prologue", Number: music.Numbered(1)}, {Title: "Finale", Number: music.Numbered(3)}}
	for _, t := range music.FillGaps(tracks, 0) {
		fmt.Println(t.Title)
	}
	// Output:
	// Prologue
	// [unknown]
	// Finale
}

func ExampleMergeTypes() {
	fmt.Println(music.MergeTypes([]string{"Live", "Album"}, []string{"Single"}, []string{"EP"}))
	// Output: [EP Live]
}

func ExampleGuessTypes() {
	fmt.Println(music.GuessTypes("The Hills (Remixes) - Single"))
	// Output: [Single Remix]
}

func ExampleProperties_String() {
	fmt.Println(music.PropertiesOf(music.PropTrackTitles, music.PropGTIN))
	// Output: gtin,trackTitles
}
