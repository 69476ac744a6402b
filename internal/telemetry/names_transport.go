package telemetry

// Attributes of the spans and figures of a provider's requests. Those without our prefix are OpenTelemetry's own for HTTP clients.
const (
	// TransportProvider is the name of the provider that is asked.
	TransportProvider = "tutti.provider"
	// TransportKind is the kind of fault in words, as "rate limited".
	TransportKind = "tutti.fault.kind"
	// TransportLink is the link of the chain in which a request waited: one of the TransportLink… values.
	TransportLink = "tutti.transport.link"
	// TransportToken is true for a request that fetches an access token and not a document.
	TransportToken = "tutti.transport.token"

	// TransportMethod is the method of a request.
	TransportMethod = "http.request.method"
	// TransportStatus is the status of an answer.
	TransportStatus = "http.response.status_code"
	// TransportResend counts the requests sent before this one for the same purpose: retries and redirects. Absent on the first.
	TransportResend = "http.request.resend_count"
	// TransportAddress is the host a request is meant for, also when an upstream override sends it elsewhere.
	TransportAddress = "server.address"
	// TransportPath is the path of a request, never its query.
	TransportPath = "url.path"
	// TransportBodySize is the size of an answer's body in bytes, decompressed.
	TransportBodySize = "http.response.body.size"
	// TransportErrorType says what kind of fault an attempt ended with: a status, or a kind of fault in words.
	TransportErrorType = "error.type"
)

// Values of [TransportLink].
const (
	// TransportLinkRetry is the pause before a repetition.
	TransportLinkRetry = "retry"
	// TransportLinkBulkhead is the wait for one of the places of requests under way.
	TransportLinkBulkhead = "bulkhead"
	// TransportLinkPace is the wait for a turn in the provider's rate limit.
	TransportLinkPace = "pace"
)

// Figures of a provider's requests.
const (
	// TransportDuration is a histogram, in seconds: one attempt, from the first byte sent to the last byte read.
	TransportDuration = "http.client.request.duration"
	// TransportRequests counts requests handed to a chain, whatever became of them and however often they were repeated.
	TransportRequests = "tutti.provider.requests"
	// TransportErrors counts requests that ended badly, by [TransportKind].
	TransportErrors = "tutti.provider.errors"
	// TransportWait is a histogram, in seconds: waits before a request could be sent, by [TransportLink].
	TransportWait = "tutti.provider.wait"
	// TransportQuota is a gauge: starts that are left in the provider's rate limit now. Absent where there is no limit.
	TransportQuota = "tutti.provider.quota.left"
	// TransportQueue is a gauge: requests that wait for a place or a turn.
	TransportQueue = "tutti.provider.queue.depth"
	// TransportBreaker is a gauge: 0 closed, 1 half-open, 2 open.
	TransportBreaker = "tutti.provider.breaker.state"
)
