package pingpong

import "tutti/music"

func convertRelease(w wireAlbum) *music.Release { return &music.Release{Title: w.Title} }
