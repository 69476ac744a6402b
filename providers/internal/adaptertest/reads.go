package adaptertest

import (
	"tutti/providers"
	"tutti/providers/internal/decode"
)

// Reads reads a document as one wire type, and counts its drift.
func Reads[T any](doc providers.Document) error {
	_, err := decode.JSON[T](doc)
	return err
}
