// Package transport sends requests to services: politely, within limits, and so that one that fails or hangs harms nobody else.
//
// A [Chain] is made for each service. It consists of links, each an [net/http.RoundTripper] in a file of its own, which stand in one
// order everywhere:
//
//	retry ► breaker ► bulkhead ► pace ► auth ► attempt span ► attempt time-out ► host check ► upstream override ► network
//
// Pace stands inside retry, so that every attempt takes its turn. Redirects are followed by hand between auth and the attempt span:
// each hop is an attempt of its own, is checked like the first, and gets credentials only on the host they were added for. Token
// requests lead in at the same place ([Chain.TokenClient]); they skip pace, and who fetches them once for all that wait is the
// [Authorizer].
//
// # Answers
//
// The network link reads each body whole, decompressed and within the service's limit, before the attempt's time-out ends. So an
// answer can be judged ([WithJudge]) before it is repeated or returned, and what is returned can be read as often as one likes.
//
// # Errors
//
// All errors are a [*Fault] of one of few kinds. When asking again did not help, an answer of status 429 or 5xx is returned as it
// is, and one that its judge refused as a Fault around the judge's error, to be found by errors.As. A fault's text never holds
// credentials, queries or bodies.
//
// # Concurrency
//
// A chain is safe for parallel use and starts no goroutine that outlives a request; timers are stopped by [Chain.Close]. A caller who
// leaves gets the answer to that at once.
//
// # Telemetry
//
// One client span per attempt, a histogram of attempts and of waits, counters of requests and errors, gauges of quota, queue and
// breaker; the names are in internal/telemetry.
package transport
