package harmonize

import "tutti/music"

// field is one merged field: what it belongs to, and how to read it of a source. at is the index of the medium or the
// running number of the track, and means nothing for fields of the release.
type field[T any] struct {
	prop music.Property
	get  func(s *source, at int) (T, fill)
}

// ranking is an order of sources by index, the first of which are named for this one question.
type ranking struct {
	order []uint8
	named int
}

// none is the index of no source.
const none = -1

// read returns what a source says, if that may be read.
func (f field[T]) read(s *source, at int) (value T, has fill) {
	if !s.reads.Has(f.prop) {
		return value, absent
	}
	return f.get(s, at)
}

// choose returns the value of the first source with one, and its index. Templates serve when no other has a value: of
// several the first one that is named, else the last one, as in the reference. Without any value, an empty one is returned.
func (f field[T]) choose(sources []*source, k ranking, at int) (value T, from int) {
	from = none
	best := 0
	for n, i := range k.order {
		s := sources[i]
		v, has := f.read(s, at)
		w := f.weight(s, has)
		if w == 0 || w < best || w == best && (!s.Template || from != none && k.isNamed(from) || n < k.named) {
			continue
		}
		value, from, best = v, int(i), w
		if w == heaviest {
			break
		}
	}
	return value, from
}

func (k ranking) isNamed(i int) bool {
	for _, n := range k.order[:k.named] {
		if int(n) == i {
			return true
		}
	}
	return false
}

const heaviest = 4

// weight orders what sources say: filled before empty, own data before templates. 0 is nothing, or what cannot be. The reference lays lengths
// and ISRCs of templates over the frame's, as its order says.
func (f field[T]) weight(s *source, has fill) int {
	if has == refused {
		return 0
	}
	w := 2 * int(has)
	laid := s.literal && (f.prop == music.PropLengths || f.prop == music.PropISRCs)
	if w > 0 && s.Template && !laid {
		w--
	}
	return w
}
