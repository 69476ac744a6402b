package conformance

import "tutti/providers"

// classes are the kinds of failure as the corpora name them, the more special ones first.
var classes = []struct {
	kind error
	name string
}{
	{providers.ErrNotFound, "not_found"},
	{providers.ErrRateLimited, "rate_limited"},
	{providers.ErrDenied, "unauthorized"},
	{providers.ErrInvalid, "bad_request"},
	{providers.ErrUnsupported, "unsupported"},
	{providers.ErrMismatch, "mismatch"},
	{providers.ErrMalformed, "parse_error"},
	{providers.ErrUnavailable, "upstream_error"},
}
