package emulator

// What Tidal sends: https://tidal-music.github.io/tidal-api-reference, which is JSON:API (https://jsonapi.org).

type tdAnswer struct {
	Data     any          `json:"data"` // one resource, or many
	Links    tdLinks      `json:"links"`
	Included []tdResource `json:"included"`
}

type tdResource struct {
	ID            string                    `json:"id"`
	Type          string                    `json:"type"`
	Attributes    any                       `json:"attributes,omitempty"`
	Relationships map[string]tdRelationship `json:"relationships,omitempty"`
}

// tdRelationship leads to many, or to one at most, which is null where there is none.
type tdRelationship struct {
	Data  any     `json:"data"`
	Links tdLinks `json:"links"`
}

type tdRef struct {
	ID   string   `json:"id"`
	Type string   `json:"type"`
	Meta *tdPlace `json:"meta,omitempty"`
}

type tdPlace struct {
	Volume int `json:"volumeNumber"`
	Track  int `json:"trackNumber"`
}

type tdLinks struct {
	Self string      `json:"self"`
	Next string      `json:"next,omitempty"`
	Meta *tdLinkMeta `json:"meta,omitempty"`
}

type tdLinkMeta struct {
	Cursor string `json:"nextCursor"`
}

type tdAlbum struct {
	Title        string      `json:"title"`
	Barcode      string      `json:"barcodeId"`
	Volumes      int         `json:"numberOfVolumes"`
	Items        int         `json:"numberOfItems"`
	Duration     string      `json:"duration"`
	Explicit     bool        `json:"explicit"`
	Date         string      `json:"releaseDate,omitempty"`
	Copyright    *tdText     `json:"copyright,omitempty"`
	Popularity   float64     `json:"popularity"`
	Access       string      `json:"accessType"`
	Availability []string    `json:"availability"`
	Media        []string    `json:"mediaTags"`
	Links        []tdOutside `json:"externalLinks"`
	Type         string      `json:"type"`
	AlbumType    string      `json:"albumType"`
	Created      string      `json:"createdAt"`
}

// tdTrack is a track, or a video, which has a date of its own and no tags.
type tdTrack struct {
	Title        string      `json:"title"`
	Version      *string     `json:"version"`
	ISRC         string      `json:"isrc"`
	Duration     string      `json:"duration"`
	Copyright    *tdText     `json:"copyright,omitempty"`
	Explicit     bool        `json:"explicit"`
	Date         string      `json:"releaseDate,omitempty"`
	Popularity   float64     `json:"popularity"`
	Access       string      `json:"accessType"`
	Availability []string    `json:"availability"`
	Media        []string    `json:"mediaTags,omitempty"`
	Links        []tdOutside `json:"externalLinks"`
	Spotlighted  bool        `json:"spotlighted"`
	Created      string      `json:"createdAt"`
}

type tdArtist struct {
	Name        string      `json:"name"`
	Popularity  float64     `json:"popularity"`
	Links       []tdOutside `json:"externalLinks"`
	Spotlighted bool        `json:"spotlighted"`
}

type tdProvider struct {
	Name string `json:"name"`
}

type tdArtwork struct {
	Media string   `json:"mediaType"`
	Files []tdFile `json:"files"`
}

type tdFile struct {
	Href string `json:"href"`
	Meta tdSize `json:"meta"`
}

type tdSize struct {
	Width  int `json:"width"`
	Height int `json:"height"`
}

type tdSearch struct {
	Tracking string `json:"trackingId"`
}

type tdText struct {
	Text string `json:"text"`
}

type tdOutside struct {
	Href string        `json:"href"`
	Meta tdOutsideMeta `json:"meta"`
}

type tdOutsideMeta struct {
	Type string `json:"type"`
}

type tdFaults struct {
	Errors []tdFault `json:"errors"`
}

type tdFault struct {
	ID     string    `json:"id,omitempty"`
	Status string    `json:"status"`
	Code   string    `json:"code"`
	Detail string    `json:"detail"`
	Source *tdSource `json:"source,omitempty"`
}

type tdSource struct {
	Parameter string `json:"parameter"`
}

type tdToken struct {
	Scope   string `json:"scope"`
	Type    string `json:"token_type"`
	Token   string `json:"access_token"`
	Expires int    `json:"expires_in"`
}

type tdTokenFault struct {
	Status      int    `json:"status"`
	Error       string `json:"error"`
	Description string `json:"error_description"`
}
