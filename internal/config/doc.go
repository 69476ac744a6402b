// Package config reads what an operator has set: one struct with defaults, from the environment and the file .env.
//
// It is the only package that knows the environment; all others are handed values. [Load] takes the environment as a parameter.
// All but the credentials stand in table.go, once: name, default, meaning, fallback, and how a text becomes a value. docs/configuration.md is
// made from it.
//
// # Order
//
// The environment wins over .env. A setting's own name wins over its fallback, which is the name that Harmony gave it. A variable
// that is set to nothing counts as not set.
//
// # Credentials
//
// A service's credentials are variables TUTTI_<PROVIDER>_<NAME>, as its provider declares them ([Service]); [Config.Secrets] hands
// them out under the provider's name. They are [Secret] values, which print as [redacted] wherever they are printed.
//
// # Errors
//
// [Load] returns [Errors]: all that is wrong, in one line, each with the variable, the problem and what is expected; never the value
// of a credential. An unknown name that begins with TUTTI_ is an error too, since a misspelt setting would be ignored in silence.
package config
