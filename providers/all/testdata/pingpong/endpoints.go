package pingpong

import (
	"tutti/music"
	"tutti/providers"
)

func newAlbum() *providers.Endpoint {
	return &providers.Endpoint{
		Name: "album", Starts: providers.ByID, Judge: providers.JudgeJSON,
		Yields: music.PropertiesOf(music.PropTitle),
		Request: func(k providers.Key) (providers.Request, error) {
			return providers.Get("https://api.pingpong.example/albums/" + k.ID), nil
		},
	}
}
