package telemetry

// Names of documents: what services are asked, and what was stored.
const (
	// SpanFetch is one request to a service, for one document or a batch, with all its attempts; linked to all who wait for it.
	SpanFetch = "tutti.fetch"
	// AttrProvider is the internal name of a service.
	AttrProvider = "tutti.provider"
	// AttrEndpoint is the name of one of its endpoints.
	AttrEndpoint = "tutti.endpoint"
	// AttrBatchSize is how many documents a request asks for.
	AttrBatchSize = "tutti.batch.size"
	// AttrKind is the kind of a failure: not found, denied, rate limited and so on; ok for none.
	AttrKind = "tutti.kind"
	// AttrPath is the place of a field in an answer.
	AttrPath = "tutti.path"
	// MetricRequests counts requests to services by provider, endpoint and kind of outcome; attempts are counted by the transport.
	MetricRequests = "tutti.documents.requests"
	// MetricStored counts reads of the snapshot by provider and kind: hit, stale, miss, corrupt.
	MetricStored = "tutti.documents.stored"
	// MetricWave is the number of keys that left together with a wave, by provider.
	MetricWave = "tutti.documents.wave"
	// MetricDrift counts fields that are not as expected, by provider, endpoint, path and kind: unknown, missing, retyped. Paths are bounded.
	MetricDrift = "tutti.documents.drift"
)
