package emulator

// What mora keeps beside its pages. It documents nothing; this is what files were seen to have.

type moPackage struct {
	Artist       string    `json:"artistName"`
	ArtistKana   string    `json:"artistNameKana"`
	ArtistNo     int       `json:"artistNo"`
	Bits         *int      `json:"bitPerSample"`
	CDPartNo     *string   `json:"cdPartNo"`
	Channels     string    `json:"channelConf"`
	DispLabel    string    `json:"displayLabelname"`
	Shown        string    `json:"dispStartDate"`
	ShownText    string    `json:"dispStartDateStr"`
	DistPartNo   string    `json:"distPartNo"`
	End          *string   `json:"endDate"`
	Explicit     string    `json:"explicitFlg"`
	FullSize     string    `json:"fullsizeimage"`
	LabelCode    string    `json:"labelCode"`
	LabelID      string    `json:"labelId"`
	Company      string    `json:"labelcompanyname"`
	Label        string    `json:"labelname"`
	ListImage    string    `json:"listimage"`
	Master       string    `json:"master"`
	Material     int       `json:"materialNo"`
	Media        string    `json:"mediaFlg"`
	Format       int       `json:"mediaFormatNo"`
	MediaType    int       `json:"mediaType"`
	ID           string    `json:"packageId"`
	URL          string    `json:"packageUrl"`
	PackageImage string    `json:"packageimage"`
	Price        *int      `json:"price"`
	Related      []string  `json:"relatedPackage"`
	Sampling     int       `json:"samplingFreq"`
	Start        string    `json:"startDate"`
	Title        string    `json:"title"`
	TitleKana    string    `json:"titleKana"`
	Tracks       []moTrack `json:"trackList"`
}

type moTrack struct {
	Arranger    *string `json:"arranger"`
	Artist      string  `json:"artistName"`
	ArtistKana  string  `json:"artistNameKana"`
	ArtistNo    int     `json:"artistNo"`
	Composer    string  `json:"composer"`
	DistPartNo  string  `json:"distPartNo"`
	Duration    int     `json:"duration"`
	DurationStr string  `json:"durationStr"`
	FullSize    string  `json:"fullsizeimage"`
	Lyrics      string  `json:"lyrics"`
	Master      string  `json:"master"`
	Material    int     `json:"materialNo"`
	Media       string  `json:"mediaFlg"`
	Format      int     `json:"mediaFormatNo"`
	MediaType   int     `json:"mediaType"`
	MusicID     string  `json:"musicId"`
	Price       int     `json:"price"`
	Start       string  `json:"startDate"`
	Title       string  `json:"title"`
	TitleKana   string  `json:"titleKana"`
	No          int     `json:"trackNo"`
}
