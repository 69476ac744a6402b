package telemetry

// Names of the memory caches: how often they helped, and what they could not keep.
const (
	// AttrCache is the name of a cache: response, lookup.
	AttrCache = "tutti.cache"
	// AttrCacheResult is how a read ended: hit, stale, miss, bypass, or not cached.
	AttrCacheResult = "tutti.cache.result"
	// AttrCacheReason is why an entry was not kept: buffer full, policy, size.
	AttrCacheReason = "tutti.cache.reason"
	// AttrCacheOutcome is how a fill ended: ok, absent, error.
	AttrCacheOutcome = "tutti.cache.outcome"
	// MetricCacheReads counts reads by cache and result.
	MetricCacheReads = "tutti.cache.reads"
	// MetricCacheFills counts fills by cache and outcome; those that several callers waited for count once.
	MetricCacheFills = "tutti.cache.fills"
	// MetricCacheDropped counts entries that were never kept, by cache and reason.
	MetricCacheDropped = "tutti.cache.dropped"
	// MetricCacheEvicted counts entries that made room for others, by cache; those that expired do not count.
	MetricCacheEvicted = "tutti.cache.evicted"
	// MetricCacheBytes is a gauge: the bytes that the entries of a cache take, as their owners counted them.
	MetricCacheBytes = "tutti.cache.size"
)

// Attributes of every log line.
const (
	// AttrComponent is the part of the program that speaks: one of the Component… values.
	AttrComponent = "component"
	// AttrTraceID is the id of the trace that a line belongs to, in hexadecimal.
	AttrTraceID = "trace_id"
	// AttrSpanID is the id of the span that a line belongs to, in hexadecimal.
	AttrSpanID = "span_id"
)

// Values of [AttrComponent].
const (
	// ComponentLookup plans and asks the sources, and merges what they say.
	ComponentLookup = "lookup"
	// ComponentMBID finds MusicBrainz' ids.
	ComponentMBID = "mbid"
	// ComponentProvider is everything between a provider and its service.
	ComponentProvider = "provider"
	// ComponentServer is the HTTP server itself, and the program around it.
	ComponentServer = "server"
	// ComponentRequests has one line per request that was answered.
	ComponentRequests = "requests"
)
