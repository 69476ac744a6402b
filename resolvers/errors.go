package resolvers

import (
	"context"
	"errors"
	"fmt"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"tutti/harmonize"
	"tutti/lookup"
	"tutti/music"
)

// Codes of errors, in extensions.code. They are stable.
const (
	// CodeBadInput means that an argument is wrong: mend the question.
	CodeBadInput = "BAD_USER_INPUT"
	// CodeIncompatible means that the providers answered about different releases, and the options forbid to choose.
	CodeIncompatible = "INCOMPATIBLE"
	// CodeIncomplete means that what is missing cannot be told, since what is there is not known as a whole: ask again later.
	CodeIncomplete = "INCOMPLETE"
	// CodeNotReplayed means that a permalink cannot be replayed here: documents are missing, or what they give is another answer.
	CodeNotReplayed = "NOT_REPLAYED"
	// CodeTimeout means that the client left or the time was up.
	CodeTimeout = "TIMEOUT"
	// CodeInternal means a bug.
	CodeInternal = "INTERNAL"
)

// badInput is the error of an argument: which one, what was wrong, what is expected.
func badInput(ctx context.Context, format string, args ...any) error {
	return coded(ctx, CodeBadInput, fmt.Sprintf(format, args...))
}

func coded(ctx context.Context, code, text string) error {
	return &gqlerror.Error{Path: graphql.GetPath(ctx), Message: text, Extensions: map[string]any{"code": code}}
}

// messageOf returns what an error says, without its place in the query.
func messageOf(err error) string {
	if e, ok := errors.AsType[*gqlerror.Error](err); ok {
		return e.Message
	}
	return err.Error()
}

// problem turns what kept a lookup from giving a release into a GraphQL error, where the client can mend it.
func problem(ctx context.Context, r *lookup.Result) error {
	err := r.Err()
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*lookup.QuestionError](err); ok {
		return coded(ctx, CodeBadInput, err.Error())
	}
	if _, ok := errors.AsType[*harmonize.IncompatibleError](err); ok {
		return coded(ctx, CodeIncompatible, err.Error())
	}
	if _, ok := errors.AsType[*harmonize.NoResultError](err); ok {
		return badParts(ctx, r)
	}
	if _, ok := errors.AsType[*lookup.ReplayError](err); ok {
		return coded(ctx, CodeNotReplayed, err.Error())
	}
	if errors.Is(err, lookup.ErrInternal) {
		return coded(ctx, CodeInternal, err.Error())
	}
	return coded(ctx, CodeTimeout, err.Error())
}

// badParts reports what was wrong with the question, where no provider had an answer either.
func badParts(ctx context.Context, r *lookup.Result) error {
	for _, p := range r.Reports() {
		if f := p.Failure(); f != nil && f.Code == "INVALID" && p.Requests.Sent == 0 {
			return coded(ctx, CodeBadInput, f.Message)
		}
	}
	for _, m := range r.Messages(music.Error) {
		if m.Code == lookup.CodeInvalidGTIN {
			return coded(ctx, CodeBadInput, m.Text)
		}
	}
	return nil
}
