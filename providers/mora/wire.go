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

	_ struct{} `unread:"artistNameKana, artistNameNo, bannerimage0, bannerimage1, bannerimage2, bannerimage3, bannerLinkUrl0"`
	_ struct{} `unread:"bannerLinkUrl1, bannerLinkUrl2, bannerLinkUrl3, bannerTargetBlank0, bannerTargetBlank1, bannerTargetBlank2"`
	_ struct{} `unread:"bannerTargetBlank3, bitPerSample, callCoupon, catchcopy, channelConf, comingSoon, containCoupon"`
	_ struct{} `unread:"couponProduct, dispFlg, displayLabelname, dispStartDate, dispStartDateStr, distFlg, endDate, explicitFlg"`
	_ struct{} `unread:"includedMedia, labelId, labelname, listimage, materialNo, mediaFlg, mediaFormatNo, mediaType"`
	_ struct{} `unread:"metaDescription, msin, musicType, packageComment, packageimage, packageUrl, prFlg, price, priceWithoutTax"`
	_ struct{} `unread:"productTypeNo, qualityClass, relatedPackage, samplingFreq, special, specialPageUrl, tie, titleKana"`
	_ struct{} `unread:"weblistsizeimage"`
}

// wireTrack is a track in packageMeta.json.
type wireTrack struct {
	TrackNo       int    `json:"trackNo" drift:"missing"`
	Title         string `json:"title" drift:"missing"`
	ArtistName    string `json:"artistName" drift:"missing"`
	ArtistNo      int64  `json:"artistNo"`
	Duration      int    `json:"duration"`      // seconds
	MediaFormatNo int    `json:"mediaFormatNo"` // 10 music, 11 video, 12 high resolution, 15 lossless

	_ struct{} `unread:"arranger, arrangerKana, artistNameKana, artistNameNo, bitPerSample, callCoupon, channelConf, composer"`
	_ struct{} `unread:"composerKana, couponProduct, distFlg, distPartNo, durationStr, endDate, explicitFlg, fullsizeimage"`
	_ struct{} `unread:"labelCode, labelId, labelname, listenDuration, listenFlg, listenStartDate, listimage, lyrics, lyricsKana"`
	_ struct{} `unread:"master, materialNo, mediaFlg, mediaType, msin, musicComment, musicId, packageimage, prFlg, price"`
	_ struct{} `unread:"priceWithoutTax, producer, producerKana, productTypeNo, qualityClass, samplingFreq, specialPageUrl"`
	_ struct{} `unread:"startDate, tid, tie, tieType, titleKana, weblistsizeimage"`
}
