package mora

import (
	"errors"
	"strings"

	"tutti/providers"
	"tutti/providers/internal/decode"
	"tutti/providers/internal/embedded"
)

// metaName is the meta element in which a page tells its scripts what it is about.
const metaName = "msApplication-Arguments"

// extractPlace returns where the metadata of the package on a page lie.
func extractPlace(doc providers.Document) (string, error) {
	page, err := embedded.Parse(doc)
	if err != nil {
		return "", err
	}
	part := page.Meta(metaName)
	arguments, err := decode.JSON[wireArguments](part)
	if err != nil {
		return "", err
	}
	place, err := placeOf(arguments)
	if err != nil {
		return "", &providers.Error{Kind: providers.ErrMalformed, Err: err}
	}
	return place, nil
}

// Digits of a material number, and where its path is cut.
const (
	materialDigits = 10
	firstCut       = 4
	secondCut      = 7
)

// placeOf returns the path to metadata: 42738339 of label 00000083 at 0000 is at 0000/00000083/0042/738/339.
func placeOf(a wireArguments) (string, error) {
	missing := materialDigits - len(a.MaterialNo)
	switch {
	case a.Type != "" && a.Type != typePackage:
		return "", errors.New("the page is not about a package")
	case !isPlain(a.MountPoint) || !isPlain(a.LabelID):
		return "", errors.New("the page does not name the place of the metadata")
	case missing < 0 || missing == materialDigits || strings.Trim(a.MaterialNo, "0123456789") != "":
		return "", errors.New("the page has no material number")
	}
	n := strings.Repeat("0", missing) + a.MaterialNo
	return strings.Join([]string{a.MountPoint, a.LabelID, n[:firstCut], n[firstCut:secondCut], n[secondCut:]}, "/"), nil
}

// isPlain reports whether a text can be a segment of a path that means nothing but itself.
func isPlain(text string) bool {
	return text != "" && !strings.ContainsFunc(text, func(r rune) bool {
		return (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z') && r != '-' && r != '_'
	})
}
