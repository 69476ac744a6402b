package answer

import "tutti/providers"

// About returns an answer that says what it is about, as far as the id is known, and the address of its main document.
func About(main providers.Ask, id providers.ID) *providers.Answer {
	a := &providers.Answer{}
	if req, err := main.Request(main.Key); err == nil {
		a.APIURL = req.URL
	}
	if id.ID != "" {
		a.ID = id
	}
	return a
}
