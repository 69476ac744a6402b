package resolvers

import (
	"context"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"tutti/graph/scalar"
	"tutti/lookup"
	"tutti/music"
)

// need returns the properties that the selection below the current field needs, apart for each provider whose own view is
// selected: what is asked of one alone must not cost another.
func need(ctx context.Context) lookup.Need {
	w := walker{operation: graphql.GetOperationContext(ctx)}
	w.walk(graphql.GetFieldContext(ctx).Field.Selections, "")
	if w.volatile {
		lookup.Volatile(ctx)
	}
	return w.need
}

// needAt is the need of what is selected of one type at the end of a path below the current field: edges, node.
func needAt(ctx context.Context, typeName string, path ...string) lookup.Need {
	w := walker{operation: graphql.GetOperationContext(ctx)}
	for _, f := range w.at(graphql.GetFieldContext(ctx).Field.Selections, path) {
		if f.ObjectDefinition.Name == typeName {
			w.field(f, "")
		}
	}
	if w.volatile {
		lookup.Volatile(ctx)
	}
	return w.need
}

// selects returns the names of the fields of one type that are selected there.
func selects(ctx context.Context, typeName string, path ...string) []string {
	w := walker{operation: graphql.GetOperationContext(ctx)}
	var names []string
	for _, f := range w.at(graphql.GetFieldContext(ctx).Field.Selections, path) {
		if f.ObjectDefinition.Name == typeName {
			names = append(names, f.Name)
		}
	}
	return names
}

// at returns the fields that are selected at the end of a path.
func (w *walker) at(set ast.SelectionSet, path []string) []graphql.CollectedField {
	var out []graphql.CollectedField
	for _, f := range graphql.CollectFields(w.operation, set, nil) {
		switch {
		case f.ObjectDefinition == nil:
		case len(path) == 0:
			out = append(out, f)
		case f.Name == path[0]:
			out = append(out, w.at(f.Selections, path[1:])...)
		}
	}
	return out
}

// walker collects what a selection needs.
type walker struct {
	operation *graphql.OperationContext
	need      lookup.Need
	volatile  bool // something below tells of this very moment
}

// walk visits a selection; of says whose own view it is part of, empty for the merged release.
func (w *walker) walk(set ast.SelectionSet, of music.ProviderName) {
	for _, f := range graphql.CollectFields(w.operation, set, nil) {
		if f.ObjectDefinition != nil {
			w.field(f, of)
		}
	}
}

// field visits one field, and what is selected below it, unless that is looked up apart.
func (w *walker) field(f graphql.CollectedField, of music.ProviderName) {
	coordinate := f.ObjectDefinition.Name + "." + f.Name
	w.add(needs[coordinate], of)
	w.volatile = w.volatile || volatile[coordinate]
	if len(f.Selections) > 0 && !apart[coordinate] {
		w.walk(f.Selections, w.view(f, coordinate, of))
	}
}

// view says whose view lies below a field.
func (w *walker) view(f graphql.CollectedField, coordinate string, of music.ProviderName) music.ProviderName {
	if coordinate != "Release.source" {
		return of
	}
	name, err := scalar.UnmarshalProviderName(f.ArgumentMap(w.operation.Variables)["provider"])
	if err != nil { // execution refuses the field, and says so
		return of
	}
	return name
}

func (w *walker) add(p music.Properties, of music.ProviderName) {
	if of == "" {
		w.need.Common |= p
		return
	}
	if w.need.Of == nil {
		w.need.Of = map[music.ProviderName]music.Properties{}
	}
	w.need.Of[of] |= p
}
