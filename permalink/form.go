package permalink

import (
	"encoding/hex"
	"strings"
)

// pair is one parameter of a query. Their order has a meaning, which url.Values forgets.
type pair struct{ name, value string }

// parseForm reads a query as browsers do (https://url.spec.whatwg.org/#urlencoded-parsing): it never fails, and what looks like an
// escape and is none stays as it is.
func parseForm(query string) []pair {
	var out []pair
	for part := range strings.SplitSeq(query, "&") {
		if part == "" {
			continue
		}
		name, value, _ := strings.Cut(strings.ReplaceAll(part, "+", " "), "=")
		out = append(out, pair{unescape(name), unescape(value)})
	}
	return out
}

// unescape decodes all %41. What then is no UTF-8 is replaced by �.
func unescape(s string) string {
	if !strings.Contains(s, "%") {
		return strings.ToValidUTF8(s, "�")
	}
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] == '%' && i+3 <= len(s) {
			if b, err := hex.DecodeString(s[i+1 : i+3]); err == nil {
				out = append(out, b...)
				i += 2
				continue
			}
		}
		out = append(out, s[i])
	}
	return strings.ToValidUTF8(string(out), "�")
}

// writeForm writes parameters in their order.
func writeForm(pairs []pair) string {
	var b strings.Builder
	for i, p := range pairs {
		if i > 0 {
			b.WriteByte('&')
		}
		escape(&b, p.name)
		b.WriteByte('=')
		escape(&b, p.value)
	}
	return b.String()
}

// escape writes a text as browsers do (https://url.spec.whatwg.org/#urlencoded-serializing): url.QueryEscape leaves other
// characters as they are.
func escape(b *strings.Builder, s string) {
	const digits = "0123456789ABCDEF"
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("*-._", c) >= 0:
			b.WriteByte(c)
		case c == ' ':
			b.WriteByte('+')
		default:
			b.Write([]byte{'%', digits[c>>4], digits[c&15]})
		}
	}
}
