package conformance

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Folders returns the corpus folders that exist, from TUTTI_CONFORMANCE_DIR or their usual place beside the module. Several
// are separated by a colon; relative ones start at the root of the module.
func Folders() ([]string, error) {
	root, err := moduleRoot()
	if err != nil {
		return nil, err
	}
	list := os.Getenv("TUTTI_CONFORMANCE_DIR")
	if list == "" {
		list = "../shared/conformance:../shared/conformance/synthetic"
	}
	var out []string
	for dir := range strings.SplitSeq(list, ":") {
		if !filepath.IsAbs(dir) {
			dir = filepath.Join(root, dir)
		}
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			out = append(out, dir)
		}
	}
	return out, nil
}

func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("finding the root of the module: %w", err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("finding the root of the module: no go.mod in any parent folder")
		}
		dir = parent
	}
}
