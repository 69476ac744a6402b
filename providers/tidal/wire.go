package tidal

import "encoding/json"

// wireDocument is a list of releases, or of something else, with what belongs to them: https://developer.tidal.com/apiref?spec=catalogue-v2&ref=get-albums-v2
type wireDocument struct {
	Data     []wireResource `json:"data" drift:"missing"`
	Included []wireResource `json:"included"`

	_ struct{} `unread:"jsonapi, links, meta"`
}

// wirePage is a page of what a relationship leads to, as an album to its items.
type wirePage struct {
	Data     []wireRef      `json:"data" drift:"missing"`
	Included []wireResource `json:"included"`
	Links    wireLinks      `json:"links"`

	_ struct{} `unread:"jsonapi, meta"`
}

// wireResource is anything that has an id: https://jsonapi.org/format/#document-resource-objects
type wireResource struct {
	ID            string            `json:"id" drift:"missing"`
	Type          string            `json:"type" drift:"missing"`
	Attributes    wireAttributes    `json:"attributes"`
	Relationships wireRelationships `json:"relationships"`

	_ struct{} `unread:"links, meta"`
}

// wireAttributes are those of all types of resources.
type wireAttributes struct {
	// Of albums, videos and tracks.
	Title     string          `json:"title"`
	Version   string          `json:"version"`
	Explicit  *bool           `json:"explicit"`
	Copyright json.RawMessage `json:"copyright"` // a wireCopyright, formerly a text
	// Of albums and videos.
	ReleaseDate *string    `json:"releaseDate"`
	ImageLinks  []wireFile `json:"imageLinks"` // formerly
	// Of albums.
	BarcodeID     string `json:"barcodeId"`
	AlbumType     string `json:"albumType"`
	Type          string `json:"type"` // formerly
	NumberOfItems int    `json:"numberOfItems"`
	// Of videos and tracks.
	ISRC     string `json:"isrc"`
	Duration string `json:"duration"`
	// Of artists and providers.
	Name string `json:"name"`
	// Of artists: pages, the service's own among them.
	ExternalLinks []wireLink `json:"externalLinks"`
	// Of artworks.
	MediaType string     `json:"mediaType"`
	Files     []wireFile `json:"files"`

	_ struct{} `unread:"accessType, ai, availability, bpm, contributionsEnabled, contributionsSalesPitch, createdAt, didYouMean"`
	_ struct{} `unread:"genreTags, handle, key, keyScale, mediaTags, numberOfVolumes, ownerType, popularity, roles, selected"`
	_ struct{} `unread:"source, spotlighted, toneTags, trackingId, videoLinks, visualMetadata"`
}

type wireLink struct {
	Href string `json:"href" drift:"missing"`
	Meta struct {
		Type string `json:"type"`
	} `json:"meta"`
}

type wireCopyright struct {
	Text *string `json:"text" drift:"missing"`
}

type wireFile struct {
	Href string `json:"href" drift:"missing"`
	Meta struct {
		Width  int `json:"width"`
		Height int `json:"height"`
	} `json:"meta"`
}

type wireRelationships struct {
	Artists      wireRelation `json:"artists"`
	Providers    wireRelation `json:"providers"`
	CoverArt     wireRelation `json:"coverArt"`
	ThumbnailArt wireRelation `json:"thumbnailArt"`
	Items        wireRelation `json:"items"`
	// Of tracks and searches.
	Albums wireRelation `json:"albums"`
	// Of searches.
	Tracks wireRelation `json:"tracks"`
	// Of artists.
	ProfileArt wireRelation `json:"profileArt"`

	_ struct{} `unread:"albumStatistics, biography, credits, download, dsps, followers, following, genres, lyrics, metadataStatus"`
	_ struct{} `unread:"owners, playlists, priceConfig, productProviders, radio, replacement, roles, shares, similarAlbums"`
	_ struct{} `unread:"similarArtists, similarTracks, sourceFile, suggestedCoverArts, suggestions, topHits, trackProviders"`
	_ struct{} `unread:"trackStatistics, usageRules, videos"`
}

// wireRelation is a list of references. It has no data if it was not asked for.
type wireRelation struct {
	Data  []wireRef `json:"data"`
	Links wireLinks `json:"links"`

	_ struct{} `unread:"meta"`
}

// wireRef names a resource. Meta is that of items.
type wireRef struct {
	ID   string `json:"id" drift:"missing"`
	Type string `json:"type" drift:"missing"`
	Meta struct {
		VolumeNumber int      `json:"volumeNumber"`
		TrackNumber  int      `json:"trackNumber"`
		_            struct{} `unread:"addedAt, itemCursor, itemId"`
	} `json:"meta"`
}

// wireLinks lead on where a list is not complete: https://jsonapi.org/format/#fetching-pagination
type wireLinks struct {
	Next string `json:"next"`
	Meta struct {
		NextCursor string `json:"nextCursor"`
	} `json:"meta"`

	_ struct{} `unread:"first, last, prev, related, self"`
}

// wireParts is a list of resources as they are, whatever they refer to.
type wireParts struct {
	Data     []json.RawMessage `json:"data"`
	Included []json.RawMessage `json:"included"`
	Links    wireLinks         `json:"links"`
}

// wireNode is as much of a resource as tells which one it is and what it refers to.
type wireNode struct {
	ID         string `json:"id"`
	Type       string `json:"type"`
	Attributes struct {
		BarcodeID string `json:"barcodeId"`
	} `json:"attributes"`
	Relationships map[string]wireAnyRelation `json:"relationships"`
}

// wireAnyRelation refers to one resource or to several.
type wireAnyRelation struct {
	Data json.RawMessage `json:"data"`
}

// wireErrors is a body that is an error: https://jsonapi.org/format/#error-objects
type wireErrors struct {
	Errors []wireError `json:"errors"`
}

type wireError struct {
	Status string `json:"status"`
	Code   string `json:"code"`
	Detail string `json:"detail"`
	Source struct {
		Parameter string `json:"parameter"`
		Pointer   string `json:"pointer"`
	} `json:"source"`
	Meta struct {
		Category string `json:"category"` // formerly
	} `json:"meta"`
}
