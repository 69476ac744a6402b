package music

// minThumbWidth is the width in pixels that a thumbnail has to have.
const minThumbWidth = 200

// ChooseImage returns the best of several sizes of one picture: the widest one, and as its thumbnail the narrowest one of at
// least 200 pixels. Among equals the first is taken. Without a fit thumbnail that of the image stays. False: no images.
func ChooseImage(images []Image) (Image, bool) {
	if len(images) == 0 {
		return Image{}, false
	}
	best, thumb := images[0], Image{}
	for _, img := range images {
		if img.Width > best.Width {
			best = img
		}
		if img.Width >= minThumbWidth && (thumb.URL == "" || img.Width < thumb.Width) {
			thumb = img
		}
	}
	if thumb.URL != "" {
		best.Thumb = thumb.URL
	}
	return best, true
}
