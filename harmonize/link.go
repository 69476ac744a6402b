package harmonize

import "tutti/music"

// Link returns a page as the contract has it.
func Link(l music.ExternalLink) *ExternalLink { return &ExternalLink{&l} }
