package pingpong

import "testing"

func TestConvert(t *testing.T) {
	t.Parallel()
	if got := convertRelease(wireAlbum{Title: "Ping"}).Title; got != "Ping" {
		t.Errorf("got %q", got)
	}
}
