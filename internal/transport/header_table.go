package transport

// quotaHeaders are the pairs of headers in which services say how many requests are left and when they count anew. Discogs says
// only the first, about a rolling window.
var quotaHeaders = []struct{ left, reset string }{
	{"X-Ratelimit-Remaining", "X-Ratelimit-Reset"},
	{"Ratelimit-Remaining", "Ratelimit-Reset"},
	{"X-Discogs-Ratelimit-Remaining", ""},
}

// sensitiveHeaders never follow a redirect to another host, whoever set them.
var sensitiveHeaders = []string{
	"Authorization", "Cookie", "Cookie2", "Proxy-Authenticate", "Proxy-Authorization", "Www-Authenticate",
}

// bodyHeaders describe a body, and go when a redirect drops it.
var bodyHeaders = []string{"Content-Encoding", "Content-Language", "Content-Length", "Content-Location", "Content-Type"}

// durationBounds are the buckets of durations and waits, in seconds; those that OpenTelemetry advises for HTTP clients, and two above
// for waits.
var durationBounds = []float64{0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 30}
