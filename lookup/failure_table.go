package lookup

import "tutti/providers"

// failureCodes are the codes of failures, the more special ones first.
var failureCodes = []struct {
	kind error
	code string
}{
	{providers.ErrNotFound, "NOT_FOUND"},
	{providers.ErrInvalid, "INVALID"},
	{providers.ErrDenied, "DENIED"},
	{providers.ErrRateLimited, "RATE_LIMITED"},
	{providers.ErrTimeout, "TIMEOUT"},
	{providers.ErrUnavailable, "UNAVAILABLE"},
	{providers.ErrMalformed, "MALFORMED"},
	{providers.ErrMismatch, "MISMATCH"},
	{providers.ErrUnsupported, "UNSUPPORTED"},
	{providers.ErrCut, "CUT"},
	{providers.ErrNotRecorded, "NOT_RECORDED"},
}
