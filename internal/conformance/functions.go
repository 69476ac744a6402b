package conformance

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"testing"

	"tutti/providers"
)

// Func is what we have in place of a function of the corpora: it returns the value, a [Row], or an error.
type Func func(t *testing.T, input []byte) (any, error)

// Row is a result with more than a value, as the synthetic format has it.
type Row map[string]any

// NotBuilt is the error of a row that cannot be run yet.
type NotBuilt string

// Error implements error.
func (n NotBuilt) Error() string { return string(n) }

// Functions runs the rows of all tables that a package claims. The functions have to be just those that it is said to have.
func Functions(t *testing.T, claimedBy string, functions map[string]Func) {
	t.Helper()
	if got, want := slices.Sorted(maps.Keys(functions)), slices.Sorted(slices.Values(claims[claimedBy])); !slices.Equal(got, want) {
		t.Errorf("%s runs the functions %v, but claims %v: mend the table of claims", claimedBy, got, want)
	}
	rows := map[string][]FunctionCase{}
	for _, c := range Corpora(t) {
		for _, row := range c.Functions(t) {
			rows[row.Function] = append(rows[row.Function], row)
		}
	}
	for name, f := range functions {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for _, row := range rows[name] {
				row.run(t, f)
			}
		})
	}
}

func (f FunctionCase) run(t *testing.T, of Func) {
	t.Helper()
	out := Case{T: t, Kind: "function", Provider: f.provider(), ID: f.ID, Defect: f.Defect}
	got, err := of(t, f.Input)
	var missing NotBuilt
	switch {
	case errors.As(err, &missing):
		out.Unsupported(string(missing), f.Function)
	case f.Failed:
		out.Settle(f.Function, f.failureDifferences(err))
	case err != nil:
		out.Settle(f.Function, []Difference{{"error", err.Error(), nil}})
	default:
		out.Settle(f.Function, f.differences(t, got))
	}
}

// provider is whom a row is about.
func (f FunctionCase) provider() string {
	var in struct {
		Provider string
		Entity   struct{ Provider string }
	}
	if err := json.Unmarshal(f.Input, &in); err != nil {
		return "" // the input of this function is a list
	}
	return string(InternalName(in.Provider + in.Entity.Provider))
}

func (f FunctionCase) failureDifferences(err error) []Difference {
	if err == nil {
		return []Difference{{"error", nil, "an error"}}
	}
	if clusters := f.Failure["clusters"]; clusters != nil {
		return clusterDifferences(err, clusters)
	}
	if _, ok := errors.AsType[*providers.Error](err); ok && f.Failure["class"] != nil {
		return Compare(encodeError(err), map[string]any{"class": f.Failure["class"]})
	}
	return nil
}

func (f FunctionCase) differences(t *testing.T, got any) []Difference {
	t.Helper()
	want := f.Value
	if row, ok := got.(Row); ok {
		got = map[string]any(row)
		if f.Row == nil {
			got = row["value"]
		} else {
			want = f.Row
		}
	}
	raw, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	plain := decode[any](t, raw)
	if slices.Contains(setFunctions, f.Function) {
		return Compare(asSet(plain), asSet(want))
	}
	return Compare(ownForm(f.Function, plain), ownForm(f.Function, want))
}

func asSet(v any) any {
	list, ok := v.([]any)
	if !ok {
		return v
	}
	out := convert(list, func(x any) string { return fmt.Sprint(x) })
	slices.Sort(out)
	return convert(out, func(s string) any { return s })
}

// Arguments reads the input of a row.
func Arguments[T any](t *testing.T, input []byte) T {
	t.Helper()
	return decode[T](t, input)
}

// Unclaimed reports the rows of all tables that no package runs.
func Unclaimed(t *testing.T) {
	t.Helper()
	claimed := slices.Concat(slices.Collect(maps.Values(claims))...)
	for _, c := range Corpora(t) {
		for _, row := range c.Functions(t) {
			if slices.Contains(claimed, row.Function) {
				continue
			}
			why := unbuilt[row.Function]
			if why == "" {
				why = "nothing does this yet"
			}
			Case{T: t, Kind: "function", Provider: row.provider(), ID: row.ID}.Unsupported(why, row.Function)
		}
	}
}
