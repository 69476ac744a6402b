package adaptertest

import (
	"context"
	"net/http"
	"strings"

	"tutti/providers"
)

// Service is a service that stories are about.
type Service struct {
	Factory providers.Factory
	No      Reply  // what it says where it has nothing
	Base    string // of all addresses; stories leave it out
	// Name is what stories call a question; nil: by its address.
	Name func(providers.Ask) string
}

// Reply is an answer of a service.
type Reply struct {
	Status int
	Body   string
}

// Documents answers from bodies, judged by their endpoints, and writes down what was asked. It is for one lookup at a time.
type Documents struct {
	service Service
	bodies  map[string]string
	asked   []string
	gets    int
}

// Documents returns what the service says: bodies by question, with status 200, and a "no" for all others.
func (s Service) Documents(bodies map[string]string) *Documents {
	return &Documents{service: s, bodies: bodies}
}

// Asked returns the questions that were asked, in order, with a blank between them.
func (d *Documents) Asked() string { return strings.Join(d.asked, " ") }

// Get implements providers.Documents.
func (d *Documents) Get(_ context.Context, asks ...providers.Ask) []providers.Document {
	d.gets++
	docs := make([]providers.Document, len(asks))
	for i, a := range asks {
		docs[i] = d.document(a)
	}
	return docs
}

func (d *Documents) document(a providers.Ask) providers.Document {
	doc := providers.Document{Ask: a, Drift: func(string, string) {}}
	req, err := a.Request(a.Key)
	if err != nil {
		doc.Err = err
		return doc
	}
	name := strings.TrimPrefix(req.URL, d.service.Base)
	if d.service.Name != nil {
		name = d.service.Name(a)
	}
	d.asked = append(d.asked, name)
	reply := d.service.No
	if body, ok := d.bodies[name]; ok {
		reply = Reply{Status: http.StatusOK, Body: body}
	}
	doc.Body = []byte(reply.Body)
	doc.Err = a.Judge(&http.Response{StatusCode: reply.Status}, doc.Body)
	return doc
}

var _ providers.Documents = (*Documents)(nil)
