package emulator

import (
	"net/http"
	"strconv"
	"strings"
)

const (
	moraHost      = "mora.jp"
	moraFilesHost = "cf.mora.jp"

	moraLabelCode  = "43999999" // of a record company that there is not
	moraLabelID    = "00000099"
	moraMountPoint = "0000"
	moraMaterials  = 99_000_000 // what numbers of packages count from
)

// moraPage finds the question that a path of the site stands for.
func (e *Emulator) moraPage(parts []string) question {
	path := strings.TrimSuffix(strings.Join(parts, "/"), "/")
	id, ok := strings.CutPrefix(path, "package/")
	if !ok || strings.Count(id, "/") != 1 {
		return unknown(Mora, moraHost+"/"+path)
	}
	return question{service: Mora, pattern: moraHost + "/package/{label}/{id}", answer: e.paced(Mora, tooMany(), func(*http.Request) answer {
		x := e.index.byID(Mora, id)
		if x == nil {
			return notFound()
		}
		return page(http.StatusOK, moraPackagePage, moPage{x.title, jsonText(moArguments{
			"package", moraMountPoint, moraLabelID, strconv.Itoa(moraMaterials + x.number),
		})})
	})}
}

// moraFile finds the question that a path of the files stands for.
func (e *Emulator) moraFile(parts []string) question {
	path := strings.Join(parts, "/")
	if len(parts) != 8 || !strings.HasPrefix(path, "contents/package/") || parts[7] != "packageMeta.json" {
		return unknown(Mora, moraFilesHost+"/"+path)
	}
	pattern := moraFilesHost + "/contents/package/{mountPoint}/{label}/{m1}/{m2}/{m3}/packageMeta.json"
	return question{service: Mora, pattern: pattern, answer: e.paced(Mora, tooMany(), func(*http.Request) answer {
		x := e.index.at(Mora, whole(strings.Join(parts[4:7], ""))-moraMaterials)
		if x == nil || parts[2] != moraMountPoint || parts[3] != moraLabelID {
			return notFound()
		}
		return reply(http.StatusOK, x.moraPackage()).with("Content-Type", "application/json")
	})}
}

// moPage is what a page is filled with.
type moPage struct{ Title, Arguments string }

type moArguments struct {
	Type       string `json:"type"`
	MountPoint string `json:"mountPoint"`
	LabelID    string `json:"labelId"`
	Material   string `json:"materialNo"`
}
