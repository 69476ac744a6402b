// Package oauth adds bearer tokens to requests for services with OAuth 2.0 client credentials.
//
// # Sharing
//
// A token is fetched once for all who wait for it, under a deadline of its own: the caller who came first may leave without failing
// the others. It is renewed shortly before it expires; if that fails, it is used for as long as it lasts.
//
// # Errors
//
// Errors are [*providers.Error]s. They hold no credentials: neither what was sent nor the body of what came back. ErrDenied means
// that credentials are missing or refused.
package oauth
