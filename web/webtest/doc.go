// Package webtest drives the pages of the program in a real browser. It serves tests only: of package web with a small
// endpoint, and of the whole server with the real one.
//
// # The browser
//
// Chromium or Chrome is looked for on the path. When there is none, the test is skipped and says so; with
// TUTTI_REQUIRE_BROWSER=1 in the environment, as in CI, it fails instead. The browser resolves no host name and has an
// empty profile, which is removed afterwards.
package webtest
