package emulator

import (
	"regexp"
	"slices"
	"strings"
)

// clause is a part of a query: what has to be true at the same time. Clauses are joined by OR.
type clause []term

// term is a word, a phrase, or either of them in a field.
type term struct {
	field, value string
	isPhrase     bool
}

var luceneTerm = regexp.MustCompile(`^(?:([a-z]+):)?(?:"((?:[^"\\]|\\.)*)"|\(([^()]*)\)|((?:[^\s()":\\]|\\.)+))(?:\s+|$)`)

var luceneEscape = regexp.MustCompile(`\\(.)`)

// parseLucene reads field:value, field:"value", field:(value OR value), words and phrases, joined by AND and OR; false: it is another
// query. AND binds more closely. Without either, words stand together, of which one is enough, and fields stand apart.
func parseLucene(text string) ([]clause, bool) {
	var out []clause
	join := "" // AND or OR, or nothing at the beginning and between terms that stand side by side
	for text = strings.TrimSpace(text); text != ""; {
		if word, rest, _ := strings.Cut(text, " "); word == "AND" || word == "OR" {
			if join != "" || len(out) == 0 {
				return nil, false
			}
			join, text = word, strings.TrimSpace(rest)
			continue
		}
		m := luceneTerm.FindStringSubmatch(text)
		if m == nil || m[0] == "" {
			return nil, false
		}
		text = text[len(m[0]):]
		alternatives, ok := termsOf(m)
		if !ok {
			return nil, false
		}
		out = joined(out, alternatives, join)
		join = ""
	}
	return out, len(out) > 0 && join == ""
}

// termsOf are the alternatives that a term stands for.
func termsOf(m []string) ([]term, bool) {
	name, list := m[1], m[3]
	if list == "" {
		value := luceneEscape.ReplaceAllString(m[2]+m[4], "$1")
		return []term{{name, value, m[2] != ""}}, value != "" && value != "NOT" && !strings.HasPrefix(value, "-")
	}
	var out []term
	for value := range strings.SplitSeq(list, " OR ") {
		bare := strings.TrimSpace(value)
		value = strings.Trim(bare, `"`)
		if value == "" || strings.Contains(value, ":") || strings.HasSuffix(value, " OR") || (isExact(name) && strings.Contains(bare, " ") && bare == value) {
			return nil, false
		}
		out = append(out, term{name, value, bare != value || strings.Contains(value, " ")})
	}
	return out, true
}

// isExact reports whether a field holds ids or codes.
func isExact(field string) bool {
	return slices.Contains([]string{"barcode", "reid", "rgid", "arid", "rid", "isrc", "catno"}, field)
}

// joined adds alternatives to a query.
func joined(clauses []clause, alternatives []term, join string) []clause {
	last := len(clauses) - 1
	areWords := join == "" && last >= 0 && alternatives[0].field == "" && !slices.ContainsFunc(clauses[last], func(t term) bool { return t.field != "" })
	switch {
	case join == "AND" && len(alternatives) == 1, areWords:
		clauses[last] = append(slices.Clone(clauses[last]), alternatives...)
	case join == "AND":
		before := clauses[last]
		clauses = clauses[:last:last]
		for _, t := range alternatives {
			clauses = append(clauses, append(slices.Clone(before), t))
		}
	default:
		for _, t := range alternatives {
			clauses = append(clauses, clause{t})
		}
	}
	return clauses
}

// isVague reports whether words are looked for, so that some hits are better than others.
func (c clause) isVague() bool {
	return slices.ContainsFunc(c, func(t term) bool { return !isExact(t.field) })
}

// split tells words from ids and codes; false: there is a field that is not known.
func (c clause) split(fields map[string]field, exact []string) (w wanted, values map[string]string, ok bool) {
	values = map[string]string{}
	for _, t := range c {
		f, isText := fields[t.field]
		switch {
		case t.field == "" && t.isPhrase:
			w = w.and(fieldTitle, t.value)
		case t.field == "":
			w.anywhere = append(w.anywhere, wordsOf(t.value)...)
		case isText && f == fieldYear:
			w = w.and(f, year(t.value))
		case isText:
			w = w.and(f, t.value)
		case slices.Contains(exact, t.field) && (values[t.field] == "" || values[t.field] == t.value):
			values[t.field] = t.value
		default:
			return w, nil, false
		}
	}
	return w, values, true
}
