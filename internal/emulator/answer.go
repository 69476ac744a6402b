package emulator

import (
	"bytes"
	"encoding/json"
	"net/http"
	"strconv"
)

// question is a request that somebody can answer.
type question struct {
	service Service
	pattern string // host and path with {id} and the like in place of what differs; what requests are counted by
	answer  func(*http.Request) answer
}

// answer is what goes out.
type answer struct {
	status int
	header map[string]string
	body   []byte
}

const jsonType = "application/json; charset=utf-8"

// reply encodes a body. Only tables of this package go in, so that it cannot fail but by a mistake in here, which is told aloud.
func reply(status int, body any) answer {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(body); err != nil {
		return answer{status: http.StatusInternalServerError, body: []byte("emulator: " + err.Error())}
	}
	return answer{status: status, body: bytes.TrimSuffix(b.Bytes(), []byte("\n")), header: map[string]string{"Content-Type": jsonType}}
}

// with adds a header.
func (a answer) with(name, value string) answer {
	header := map[string]string{name: value}
	for k, v := range a.header {
		if k != name {
			header[k] = v
		}
	}
	a.header = header
	return a
}

func (a answer) write(w http.ResponseWriter) {
	for k, v := range a.header {
		w.Header().Set(k, v)
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(a.body)))
	w.WriteHeader(a.status)
	_, _ = w.Write(a.body) // whoever asked has gone
}

// unknown is the question that the emulator does not understand. It says so, so that nobody takes it for the service's own no.
func unknown(s Service, what string) question {
	return question{service: s, pattern: "unknown " + what, answer: func(*http.Request) answer {
		return answer{
			status: http.StatusNotImplemented, header: map[string]string{"Content-Type": "text/plain; charset=utf-8"},
			body: []byte("the emulator does not speak for " + what),
		}
	}}
}

// number reads a query value; the default stands for what is missing or no number.
func number(text string, otherwise int) int {
	if n, err := strconv.Atoi(text); err == nil {
		return n
	}
	return otherwise
}

// window returns the part of a list that a page holds.
func window[T any](list []T, offset, limit int) []T {
	offset = min(max(offset, 0), len(list))
	return list[offset:min(offset+max(limit, 0), len(list))]
}
