package emulator

// Example is a release to try first.
type Example struct {
	Title string // as most services have it
	GTIN  string
	Shows string   // what can be seen in it, in one line
	URLs  []string // its pages at the services that have it, as people would paste them
}

// Featured returns what is worth showing first: an album on all services about which they disagree in many ways, then others.
func Featured() []Example {
	var out []Example
	for _, number := range []int{1, 2, 8, 15, 23, 29, realSingle} {
		for _, r := range Releases() {
			if r.Number == number {
				out = append(out, r.example())
			}
		}
	}
	return out
}

func (r *Release) example() Example {
	f := Example{Title: r.Title, GTIN: r.GTIN, Shows: r.Shows}
	for _, s := range services() {
		if says, ok := r.says(s, 0); ok {
			f.URLs = append(f.URLs, pageURL(s, r.id(s, says), said(says.Title, r.Title)))
		}
	}
	return f
}
