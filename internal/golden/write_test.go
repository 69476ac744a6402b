package golden

import (
	"path/filepath"
	"testing"
)

func TestWrittenFileComparesEqual(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "new", "folder", "case.txt")
	write(t, path, []byte("first"))
	write(t, path, []byte("second"))
	compare(t, path, []byte("second"))
}
