package transport

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
)

// maxGrow bounds the memory set aside on the mere word of a Content-Length.
const maxGrow = 1 << 20

// errTooLarge is the cause of the fault when an answer is larger than the service's MaxBody.
var errTooLarge = errors.New("body too large")

// memory is a body that is all there. Closing it rewinds it, so that it can be read again.
type memory struct {
	bytes.Reader
	data []byte
}

func newMemory(data []byte) *memory {
	m := &memory{data: data}
	m.Reset(data)
	return m
}

// Close rewinds.
func (m *memory) Close() error {
	m.Reset(m.data)
	return nil
}

// Bytes returns the whole body of an answer that came from a [Chain], without reading it; nil of any other. It must not be changed.
func Bytes(resp *http.Response) []byte {
	if m, ok := resp.Body.(*memory); ok {
		return m.data
	}
	return nil
}

// slurp reads an answer's body into memory, at most limit bytes of it, and closes it. What is beyond is not waited for.
func slurp(resp *http.Response, limit int64) error {
	if m, ok := resp.Body.(*memory); ok {
		return m.Close()
	}
	body := resp.Body
	if body == nil {
		body = http.NoBody
	}
	data, err := readBounded(body, resp.ContentLength, limit)
	if closeErr := body.Close(); err == nil && closeErr != nil {
		err = fmt.Errorf("close body: %w", closeErr)
	}
	if err != nil {
		return err
	}
	resp.Body = newMemory(data)
	resp.ContentLength = int64(len(data))
	return nil
}

// readBounded reads all of r. size is what its sender announced, -1 if nothing.
func readBounded(r io.Reader, size, limit int64) ([]byte, error) {
	if size > limit {
		return nil, errTooLarge
	}
	var b bytes.Buffer
	if size > 0 {
		b.Grow(int(min(size, maxGrow)) + bytes.MinRead)
	}
	n, err := io.Copy(&b, io.LimitReader(r, limit+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("read body: %w", err)
	case n > limit:
		return nil, errTooLarge
	default:
		return b.Bytes(), nil
	}
}

// payload gets a request's body anew for each attempt. The zero payload is that of a request without one.
type payload struct {
	open func() (io.ReadCloser, error)
}

// repeatable takes a request's body, and closes it.
func repeatable(r *http.Request) (payload, error) {
	if r.Body == nil || r.Body == http.NoBody {
		return payload{}, nil
	}
	defer closeBody(r)
	if r.GetBody != nil {
		return payload{r.GetBody}, nil
	}
	data, err := io.ReadAll(r.Body)
	if err != nil {
		return payload{}, fmt.Errorf("read request body: %w", err)
	}
	return payload{func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(data)), nil }}, nil
}

// give puts the body into a request that is about to be sent.
func (p payload) give(r *http.Request) error {
	if p.open == nil {
		return nil
	}
	body, err := p.open()
	if err != nil {
		return fmt.Errorf("repeat request body: %w", err)
	}
	r.Body, r.GetBody = body, p.open
	return nil
}

// closeBody closes a request's body, as a RoundTripper must when it does not send it.
func closeBody(r *http.Request) {
	if r.Body != nil {
		_ = r.Body.Close()
	}
}
