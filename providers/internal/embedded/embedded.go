package embedded

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"tutti/providers"
	"tutti/providers/internal/decode"
)

// Page is a web page. Its selection can be searched with CSS selectors.
type Page struct {
	*goquery.Document

	source providers.Document
}

// Parse reads the body of a document. The document's own error is returned as it is.
func Parse(doc providers.Document) (Page, error) {
	if doc.Err != nil {
		return Page{}, doc.Err
	}
	html, err := goquery.NewDocumentFromReader(bytes.NewReader(doc.Body))
	if err != nil {
		return Page{}, &providers.Error{Op: op(doc), Kind: providers.ErrMalformed, Err: err}
	}
	return Page{Document: html, source: doc}, nil
}

// Attribute returns the data in the first attribute of that name, unescaped.
func (p Page) Attribute(name string) providers.Document {
	text, ok := p.Find("[" + name + "]").First().Attr(name)
	if !ok {
		return p.gap("attribute " + name)
	}
	return p.part(text)
}

// Meta returns the data in the content of the first meta element of that name, or of that property.
func (p Page) Meta(name string) providers.Document {
	text, ok := p.MetaText(name)
	if !ok {
		return p.gap("meta element " + name)
	}
	return p.part(text)
}

// MetaText returns the content of the first meta element of that name, or of that property; false: there is none.
func (p Page) MetaText(name string) (string, bool) {
	return p.Find(`meta[name="` + name + `"], meta[property="` + name + `"]`).First().Attr("content")
}

// Script returns the data in the script element of that id.
func (p Page) Script(id string) providers.Document {
	found := p.Find(`script[id="` + id + `"]`).First()
	if found.Length() == 0 {
		return p.gap("script " + id)
	}
	return p.part(found.Text())
}

// Missing is the error for a part that has to be on the page: ErrMalformed, with what was looked for.
func (p Page) Missing(what string) error {
	return &providers.Error{Op: op(p.source), Kind: providers.ErrMalformed, Err: fmt.Errorf("the page has no %s", what)}
}

// Lacks counts a field that is not on the page, though it may be absent, as drift.
func (p Page) Lacks(path string) {
	if p.source.Drift != nil {
		p.source.Drift(path, decode.Missing)
	}
}

// part is the document of what was found on the page.
func (p Page) part(text string) providers.Document {
	doc := p.source
	doc.Body = []byte(text)
	return doc
}

// gap is the document of what should be on the page.
func (p Page) gap(what string) providers.Document {
	return providers.Document{Ask: p.source.Ask, Err: p.Missing(what)}
}

// Text returns the text of a selection, with white space as a browser shows it: one blank between words, none around. Wide and other
// special blanks inside of a text are part of it.
func Text(s *goquery.Selection) string {
	words := strings.FieldsFunc(s.Text(), func(r rune) bool { return strings.ContainsRune(" \t\n\f\r", r) })
	return strings.TrimSpace(strings.Join(words, " "))
}

func op(doc providers.Document) string {
	if doc.Endpoint == nil {
		return doc.ID
	}
	return doc.Name + " " + doc.ID
}
