package mora

// wireArguments is the JSON in a meta element of a package's page. Undocumented, as is all that follows.
type wireArguments struct {
	Type       string `json:"type"`
	MountPoint string `json:"mountPoint" drift:"missing"`
	LabelID    string `json:"labelId" drift:"missing"`
	MaterialNo string `json:"materialNo" drift:"missing"`
}

// wireRelease is packageMeta.json: a package.
type wireRelease struct {
	LabelCode        string      `json:"labelCode" drift:"missing"`
	PackageID        string      `json:"packageId" drift:"missing"`
	Title            string      `json:"title" drift:"missing"`
	ArtistName       string      `json:"artistName" drift:"missing"`
	ArtistNo         int64       `json:"artistNo"`
	LabelCompanyName *string     `json:"labelcompanyname"` // not its brand: labelname and displayLabelname
	DistPartNo       string      `json:"distPartNo"`
	CDPartNo         string      `json:"cdPartNo"`
	StartDate        *string     `json:"startDate"` // YYYY/MM/DD hh:mm:ss, Japanese time
	Master           *string     `json:"master"`
	FullSizeImage    string      `json:"fullsizeimage"` // beside packageMeta.json
	TrackList        []wireTrack `json:"trackList" drift:"missing"`
}

// wireTrack is a track in packageMeta.json.
type wireTrack struct {
	TrackNo       int    `json:"trackNo" drift:"missing"`
	Title         string `json:"title" drift:"missing"`
	ArtistName    string `json:"artistName" drift:"missing"`
	ArtistNo      int64  `json:"artistNo"`
	Duration      int    `json:"duration"`      // seconds
	MediaFormatNo int    `json:"mediaFormatNo"` // 10 music, 11 video, 12 high resolution, 15 lossless
}
