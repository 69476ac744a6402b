package server

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/errcode"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tutti/graph/scalar"
	"tutti/internal/telemetry"
)

// inField is a context of a field, as a resolver has it.
func inField(ctx context.Context, name string) context.Context {
	ctx = graphql.WithOperationContext(ctx, &graphql.OperationContext{DisableIntrospection: true})
	return graphql.WithFieldContext(ctx, &graphql.FieldContext{
		Field: graphql.CollectedField{Field: &ast.Field{Name: name, Alias: name}},
	})
}

func TestErrorsAsClientsSeeThem(t *testing.T) {
	t.Parallel()
	coded := func(code, text string) error {
		return &gqlerror.Error{Message: text, Extensions: map[string]any{"code": code}}
	}
	for name, c := range map[string]struct {
		field      string
		err        error
		code, text string
		logged     bool
	}{
		"with a code":               {"release", coded("BAD_USER_INPUT", "no such thing"), "BAD_USER_INPUT", "no such thing", false},
		"a value that was refused":  {"release", fmt.Errorf("by: %w", &scalar.InputError{}), "BAD_USER_INPUT", "", false},
		"the validator's":           {"release", &gqlerror.Error{Message: "no field", Rule: "FieldsOnCorrectType"}, "BAD_USER_INPUT", "no field", false},
		"of the program":            {"release", errors.New("a secret of ours"), "INTERNAL", "internal error", true},
		"of the program, in a path": {"release", gqlerror.WrapPath(ast.Path{ast.PathName("release")}, errors.New("a secret of ours")), "INTERNAL", "internal error", true},
		"a syntax error":            {"", coded(errcode.ParseFailed, "Unexpected }"), errcode.ParseFailed, "Unexpected }", false},
		"too many tokens":           {"", coded(errcode.ParseFailed, "exceeded token limit of 7"), codeTooLong, "at most 7", false},
		"another limit":             {"", coded(errcode.ParseFailed, "exceeded token limit of 8"), errcode.ParseFailed, "limit of 8", false},
		"the schema":                {"__schema", errors.New("introspection disabled"), codeIntrospect, "not shown", false},
		"a type of the schema":      {"__type", errors.New("introspection disabled"), codeIntrospect, "not shown", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var log bytes.Buffer
			tel, err := telemetry.Start(t.Context(), telemetry.Options{Output: &log})
			if err != nil {
				t.Fatal(err)
			}
			kit := tel.Kit(telemetry.ComponentServer)
			ctx, span := kit.Tracer.Start(t.Context(), "x")
			defer span.End()
			if c.field != "" {
				ctx = inField(ctx, c.field)
			}
			got := presenter{kit.Log, 7}.present(ctx, c.err)
			if got.Extensions["code"] != c.code || !strings.Contains(got.Message, c.text) {
				t.Errorf("got %v: %s, want %s: %s", got.Extensions["code"], got.Message, c.code, c.text)
			}
			if !c.logged {
				if log.Len() > 0 {
					t.Errorf("logged %s", &log)
				}
				return
			}
			line := map[string]any{}
			if err := json.Unmarshal(log.Bytes(), &line); err != nil {
				t.Fatalf("not one line: %v: %s", err, &log)
			}
			text, _ := line["error"].(string)
			if line["path"] != "release" || line[telemetry.AttrTraceID] != span.SpanContext().TraceID().String() || !strings.Contains(text, "a secret of ours") {
				t.Errorf("logged %v, want the path, the trace and the text", line)
			}
		})
	}
}
