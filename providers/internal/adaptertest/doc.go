// Package adaptertest holds what the tests of several adapters have in common: a service of invented bodies, the stories of lookups
// at it, judges held to their verdicts, and short views of what was converted.
//
// What every provider has to keep is tested by package providertest; this is for the tests that are about one service.
package adaptertest
