package emulator

import (
	"maps"
	"net/http"
	"net/url"
	"strconv"
	"strings"
)

type dcPagination struct {
	Page    int         `json:"page"`
	Pages   int         `json:"pages"`
	PerPage int         `json:"per_page"`
	Items   int         `json:"items"`
	URLs    dcPageLinks `json:"urls"`
}

type dcPageLinks struct {
	First string `json:"first,omitempty"`
	Prev  string `json:"prev,omitempty"`
	Next  string `json:"next,omitempty"`
	Last  string `json:"last,omitempty"`
}

// dcPage is a part of a list, and what is said of it.
type dcPage[T any] struct {
	pagination dcPagination
	items      []T
	isBehind   bool // there is no such page
}

// pageOf cuts a page out of a list. Others are named by their addresses.
func pageOf[T any](list []T, q url.Values, address string) dcPage[T] {
	size := min(number(q.Get("per_page"), discogsPage), discogsPageLimit)
	if size < 1 {
		size = discogsPage
	}
	page, pages := max(1, number(q.Get("page"), 1)), max(1, (len(list)+size-1)/size)
	at := func(page int) string {
		values := maps.Clone(q)
		values.Set("per_page", strconv.Itoa(size))
		values.Set("page", strconv.Itoa(page))
		return address + "?" + values.Encode()
	}
	out := dcPage[T]{pagination: dcPagination{Page: page, Pages: pages, PerPage: size, Items: len(list)}, isBehind: page > pages}
	out.items = append([]T{}, window(list, (page-1)*size, size)...)
	if page > 1 {
		out.pagination.URLs.First, out.pagination.URLs.Prev = at(1), at(page-1)
	}
	if page < pages {
		out.pagination.URLs.Next, out.pagination.URLs.Last = at(page+1), at(pages)
	}
	return out
}

// reply sends a page, whose neighbours are named in a header as well.
func (p dcPage[T]) reply(body any) answer {
	if p.isBehind {
		return discogsFault(http.StatusNotFound, "Page "+strconv.Itoa(p.pagination.Page)+" is outside of valid range 1 to "+
			strconv.Itoa(p.pagination.Pages)+".")
	}
	var links []string
	u := p.pagination.URLs
	for _, link := range [][2]string{{u.First, "first"}, {u.Last, "last"}, {u.Prev, "prev"}, {u.Next, "next"}} {
		if link[0] != "" {
			links = append(links, "<"+link[0]+`>; rel="`+link[1]+`"`)
		}
	}
	a := discogsReply(http.StatusOK, body)
	if len(links) > 0 {
		a = a.with("Link", strings.Join(links, ", "))
	}
	return a
}
