package telemetry

// Spans of the snapshot store.
const (
	// SpanSnapshotPut covers storing one document, with the wait for its commit.
	SpanSnapshotPut = "tutti.snapshot.put"
	// SpanSnapshotRead covers reading one document and checking its body.
	SpanSnapshotRead = "tutti.snapshot.read"
)

// AttrSnapshotOutcome says how an operation of the snapshot store ended: ok, missing, corrupt or error.
const AttrSnapshotOutcome = "tutti.snapshot.outcome"

// Figures of the snapshot store.
const (
	// MetricSnapshotPutDuration is a histogram of the time that storing a document took, in seconds, by outcome.
	MetricSnapshotPutDuration = "tutti.snapshot.put.duration"
	// MetricSnapshotReadDuration is a histogram of the time that reading a document took, in seconds, by outcome.
	MetricSnapshotReadDuration = "tutti.snapshot.read.duration"
	// MetricSnapshotPutBytes counts the bytes of bodies handed in for storing, uncompressed.
	MetricSnapshotPutBytes = "tutti.snapshot.put.bytes"
	// MetricSnapshotReadBytes counts the bytes of bodies handed out, uncompressed.
	MetricSnapshotReadBytes = "tutti.snapshot.read.bytes"
	// MetricSnapshotDocuments is a gauge of the entries in the journal.
	MetricSnapshotDocuments = "tutti.snapshot.documents"
	// MetricSnapshotStored is a gauge of the bytes of distinct bodies, uncompressed.
	MetricSnapshotStored = "tutti.snapshot.stored"
	// MetricSnapshotDisk is a gauge of the bytes on disk, index included.
	MetricSnapshotDisk = "tutti.snapshot.disk"
)
