package music_test

import (
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tutti/music"
)

// fill sets every field that can be set to something: pointers point, slices have two elements.
func fill(v reflect.Value) {
	switch kind := v.Kind(); {
	case kind == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem())
	case kind == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range v.Len() {
			fill(v.Index(i))
		}
	case kind == reflect.Struct:
		for _, field := range v.Fields() {
			if field.CanSet() {
				fill(field)
			}
		}
	case kind == reflect.String:
		v.SetString("text")
	case v.CanInt():
		v.SetInt(7)
	case v.CanUint():
		v.SetUint(1)
	case v.CanFloat():
		v.SetFloat(0.5)
	}
}

// shared returns the paths where a and b hold the same memory.
func shared(path string, a, b reflect.Value) []string {
	var paths []string
	switch kind := a.Kind(); {
	case (kind == reflect.Pointer || kind == reflect.Slice) && !a.IsNil() && a.Pointer() == b.Pointer():
		return []string{path}
	case kind == reflect.Pointer:
		return shared(path, a.Elem(), b.Elem())
	case kind == reflect.Slice:
		for i := range a.Len() {
			paths = append(paths, shared(path+"[]", a.Index(i), b.Index(i))...)
		}
	case kind == reflect.Struct:
		for field, value := range a.Fields() {
			paths = append(paths, shared(path+"."+field.Name, value, b.FieldByIndex(field.Index))...)
		}
	}
	return paths
}

// TestCloneSharesNothing goes through all types by reflection: a field that is added later has to be cloned too.
func TestCloneSharesNothing(t *testing.T) {
	t.Parallel()
	var r music.Release
	fill(reflect.ValueOf(&r).Elem())
	r.Media[1].Tracks[0].Number = music.Printed("A1")
	c := r.Clone()
	if diff := cmp.Diff(c, &r, cmp.AllowUnexported(music.TrackNumber{})); diff != "" {
		t.Errorf("the copy is not equal (-), want (+):\n%s", diff)
	}
	if paths := shared("release", reflect.ValueOf(&r).Elem(), reflect.ValueOf(c).Elem()); len(paths) > 0 {
		t.Errorf("shared with the original: %v", paths)
	}
}

func TestCloneKeepsNilAndEmpty(t *testing.T) {
	t.Parallel()
	absent := (&music.Release{}).Clone()
	if diff := cmp.Diff(absent, &music.Release{}); diff != "" {
		t.Errorf("nil became empty:\n%s", diff)
	}
	empty := &music.Release{
		Artists: []music.ArtistCredit{}, Links: []music.ExternalLink{}, Media: []music.Medium{{Tracks: []music.Track{}}},
		Types: []string{}, Labels: []music.ReleaseLabel{{Entity: music.Entity{IDs: []music.ExternalID{{Links: []music.LinkType{}}}}}},
		Images: []music.Image{}, AvailableIn: []music.Region{}, ExcludedFrom: []music.Region{}, Copyright: new(""),
	}
	if diff := cmp.Diff(empty.Clone(), empty); diff != "" {
		t.Errorf("empty became nil:\n%s", diff)
	}
	var none *music.Release
	if got := none.Clone(); got != nil {
		t.Errorf("of no release: got %v", got)
	}
}

func BenchmarkClone(b *testing.B) {
	r := &music.Release{Title: "Album", Media: titled(make([]string, 12), make([]string, 12))}
	for _, m := range r.Media {
		for i := range m.Tracks {
			m.Tracks[i].Artists = creditsOf("A", "B")
			m.Tracks[i].ISRC = new(music.ISRC("GBAYE6900531"))
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		r.Clone()
	}
}
