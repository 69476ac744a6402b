package transport

import (
	"net/http"
	"net/url"
	"time"

	"tutti/internal/telemetry"
)

// Defaults of a [Service] and of [Options] that say nothing.
const (
	DefaultConcurrency = 8
	DefaultTimeout     = 10 * time.Second
	DefaultMaxBody     = 8 << 20
	DefaultMaxWait     = 30 * time.Second
	DefaultRetries     = 2
)

// Service is what has to be known of one service to talk to it, as values.
type Service struct {
	Name string
	// Hosts are the only ones ever contacted, in lower case, with the port where it is not the usual one. Https is meant; an
	// operator's own mirror may be declared as "http://host:port". "*.example.org" stands for each host with exactly one label in
	// front of example.org.
	Hosts       []string
	APIBase     string // what all requests begin with, where Options.Mirror may take its place; empty: it may not
	Pace        Pace
	Concurrency int           // requests under way at the same time; 0: 8
	Timeout     time.Duration // of one attempt, reading its body included; 0: 10 s
	MaxBody     int64         // bytes, decompressed; 0: 8 MiB
	Header      http.Header   // sent with each request that does not set them itself
	// Auth makes what adds credentials; the client is for fetching tokens. Nil: none are needed.
	Auth func(*http.Client) Authorizer
}

// Pace is a service's rate limit: never more than Starts in any window of that length. The zero Pace has no limit; a service's
// Retry-After is obeyed all the same.
type Pace struct {
	Starts int
	Window time.Duration
	// MaxWait bounds the queue: what could not start within it is refused at once. 0: 30 s.
	MaxWait time.Duration
}

// Options are what does not depend on the service.
type Options struct {
	// Base sends the requests. Nil: a transport of the chain's own, made by [NewNetwork].
	Base http.RoundTripper
	// Upstream, if set, gets all requests: https://HOST/PATH?QUERY goes to UPSTREAM/HOST/PATH?QUERY.
	Upstream *url.URL
	// Mirror, if set, is another server of the service: requests go there instead of to Service.APIBase. It ends with a slash.
	Mirror string
	// Retries of one request. 0: 2; negative: none.
	Retries int
	// Kit gets spans, figures and log lines. The zero Kit records nothing.
	Kit telemetry.Kit
}

// Authorizer adds credentials. It is safe for parallel use, and fetches a token once for all that wait for it.
type Authorizer interface {
	// Authorize adds credentials to a request that it may change. It waits no longer than the request's context.
	Authorize(r *http.Request) error
	// Drop forgets the token, after the service said 401.
	Drop()
}

func (s Service) concurrency() uint {
	if s.Concurrency <= 0 {
		return DefaultConcurrency
	}
	return uint(s.Concurrency)
}

func (s Service) timeout() time.Duration {
	if s.Timeout <= 0 {
		return DefaultTimeout
	}
	return s.Timeout
}

func (s Service) maxBody() int64 {
	if s.MaxBody <= 0 {
		return DefaultMaxBody
	}
	return s.MaxBody
}

func (p Pace) maxWait() time.Duration {
	if p.MaxWait <= 0 {
		return DefaultMaxWait
	}
	return p.MaxWait
}

func (o Options) retries() int {
	switch {
	case o.Retries < 0:
		return 0
	case o.Retries == 0:
		return DefaultRetries
	default:
		return o.Retries
	}
}
