package emulator

import (
	"bytes"
	"html/template"
	"net/http"
)

const htmlType = "text/html; charset=utf-8"

// page fills a page. Only templates of this package go in, so that it cannot fail but by a mistake in here, which is told aloud.
func page(status int, t *template.Template, data any) answer {
	var b bytes.Buffer
	if err := t.Execute(&b, data); err != nil {
		return answer{status: http.StatusInternalServerError, body: []byte("emulator: " + err.Error())}
	}
	return answer{status: status, body: b.Bytes(), header: map[string]string{"Content-Type": htmlType}}
}
