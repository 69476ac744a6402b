package convert_test

import (
	"testing"

	"tutti/providers/internal/convert"
)

func TestResolve(t *testing.T) {
	t.Parallel()
	const base = "https://shop.example/a/b.json"
	for name, c := range map[string]struct{ base, link, want string }{
		"name of a file":           {base, "c.jpg", "https://shop.example/a/c.jpg"},
		"path":                     {base, "/c/d", "https://shop.example/c/d"},
		"address":                  {base, "http://other.example/e", "http://other.example/e"},
		"without a scheme":         {base, "//other.example/e", "https://other.example/e"},
		"script":                   {base, "javascript:alert(1)", ""},
		"data":                     {base, "data:image/png;base64,AAAA", ""},
		"without a host":           {base, "https:///x", ""},
		"no address at all":        {base, "http://[", ""},
		"nothing":                  {base, "", ""},
		"from a base that is none": {":", "c.jpg", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := convert.Resolve(c.base, c.link); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
