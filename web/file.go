package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"path"
	"strconv"
	"strings"
)

// file is a compressed file, ready to be served.
type file struct {
	packed      []byte
	size        int64 // in bytes, before compression
	contentType string
	cache       string
	tag         string // weak: one for the file, compressed or not
}

// loadFiles reads every <name>.gz below root, by name relative to root.
func loadFiles(built fs.FS, root string) (map[string]*file, error) {
	files := map[string]*file{}
	err := fs.WalkDir(built, root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".gz" {
			return err
		}
		packed, err := fs.ReadFile(built, name)
		if err != nil {
			return fmt.Errorf("read %s: %w", name, err)
		}
		name = strings.TrimSuffix(strings.TrimPrefix(name, root+"/"), ".gz")
		files[name], err = newFile(name, packed)
		return err
	})
	if err != nil {
		return nil, err
	}
	return files, nil
}

func newFile(name string, packed []byte) (*file, error) {
	// The last four bytes of gzip are the size before compression (RFC 1952 §2.3.1).
	const sizeBytes = 4
	if len(packed) < sizeBytes {
		return nil, fmt.Errorf("%s: %w", name, io.ErrUnexpectedEOF)
	}
	contentType, ok := contentTypes[path.Ext(name)]
	if !ok {
		return nil, fmt.Errorf("%s: no content type for this kind of file", name)
	}
	sum := sha256.Sum256(packed)
	return &file{
		packed:      packed,
		size:        int64(binary.LittleEndian.Uint32(packed[len(packed)-sizeBytes:])),
		contentType: contentType,
		cache:       cacheControl(name),
		tag:         `W/"` + hex.EncodeToString(sum[:12]) + `"`,
	}, nil
}

func compressed(name string, content []byte) (*file, error) {
	var packed bytes.Buffer
	zip, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return nil, fmt.Errorf("compress %s: %w", name, err)
	}
	if _, err := zip.Write(content); err != nil {
		return nil, fmt.Errorf("compress %s: %w", name, err)
	}
	if err := zip.Close(); err != nil {
		return nil, fmt.Errorf("compress %s: %w", name, err)
	}
	return newFile(name, packed.Bytes())
}

// content returns the file as it was before compression.
func (f *file) content() ([]byte, error) {
	var content bytes.Buffer
	if err := f.unpack(&content); err != nil {
		return nil, err
	}
	return content.Bytes(), nil
}

func (f *file) unpack(w io.Writer) error {
	zip, err := gzip.NewReader(bytes.NewReader(f.packed))
	if err != nil {
		return fmt.Errorf("decompress: %w", err)
	}
	if _, err := io.CopyN(w, zip, f.size); err != nil {
		return fmt.Errorf("decompress: %w", err)
	}
	return nil
}

func (f *file) serve(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", f.cache)
	h.Set("ETag", f.tag)
	h.Set("Vary", "Accept-Encoding")
	if matches(r.Header, f.tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Type", f.contentType)
	size, write := f.size, f.unpack
	if acceptsGzip(r.Header) {
		h.Set("Content-Encoding", encodingGzip)
		size, write = int64(len(f.packed)), f.copyPacked
	}
	h.Set("Content-Length", strconv.FormatInt(size, 10))
	w.WriteHeader(http.StatusOK)
	if r.Method == http.MethodHead {
		return
	}
	_ = write(w) // Fails when the client has gone. Nobody is left to be told.
}

func (f *file) copyPacked(w io.Writer) error {
	_, err := w.Write(f.packed)
	return err
}
