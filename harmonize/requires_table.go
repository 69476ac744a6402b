package harmonize

import "tutti/music"

type dependency struct{ of, on music.Properties }

// dependencies are applied from top to bottom; later ones may depend on earlier ones.
var dependencies = []dependency{
	{of: music.AllProperties, on: music.PropertiesOf(music.PropGTIN, music.PropTrackCount)}, // is it the same release?
	{of: music.PropertiesOf(music.PropTypes, music.PropLanguage, music.PropScript), on: music.PropertiesOf(music.PropTitle, music.PropTrackTitles)},
	{of: divided(), on: music.PropertiesOf(music.PropMediumDivision)},
	{of: onTracks(), on: music.PropertiesOf(music.PropTrackTitles)},
}
