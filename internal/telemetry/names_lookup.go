package telemetry

// Names of lookups: what was planned, and how the sources fared.
const (
	// SpanLookup is one lookup of a release, from the plan to the merge.
	SpanLookup = "tutti.lookup"
	// SpanInquiry is one inquiry for tracks, artists or a text, at several providers.
	SpanInquiry = "tutti.inquiry"
	// SpanPlan is the planning of its requests.
	SpanPlan = "tutti.plan"
	// SpanSource is one source being asked, with its documents.
	SpanSource = "tutti.source"
	// AttrPlanned is the upper bound of requests.
	AttrPlanned = "tutti.requests.planned"
	// AttrSent is the number of requests sent.
	AttrSent = "tutti.requests.sent"
	// AttrComplete says whether nothing is missing from a result.
	AttrComplete = "tutti.complete"
	// MetricLookup is the time that lookups took, in seconds, by whether they were complete.
	MetricLookup = "tutti.lookup.duration"
	// MetricInquiry is the time that inquiries for tracks, artists and texts took, in seconds, by whether they were complete.
	MetricInquiry = "tutti.inquiry.duration"
	// MetricSource is the time that sources took, in seconds, by provider and kind of outcome.
	MetricSource = "tutti.source.duration"
)
