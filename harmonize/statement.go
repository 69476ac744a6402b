package harmonize

// Statement is one field of a release and what that says, as text.
type Statement struct{ Path, Display string }

// Statements returns the release field by field, in the order of the contract; fields without a value are left out.
func (r *Release) Statements() []Statement {
	var out []Statement
	for _, f := range r.traceAll(nil, false) {
		if text := f.Merged(); text != "" {
			out = append(out, Statement{f.Path(), text})
		}
	}
	return out
}
