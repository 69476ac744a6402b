package pingpong

// wireAlbum is an album: https://pingpong.example/docs
type wireAlbum struct {
	ID    string `json:"id" drift:"missing"`
	Title string `json:"title" drift:"missing"`
}
