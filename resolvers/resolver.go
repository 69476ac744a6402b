package resolvers

import (
	"time"

	"tutti/lookup"
)

// Resolver is what all resolvers share.
type Resolver struct {
	Lookup   *lookup.Engine
	MaxBatch int // releases in one field, and ids in one nodes field
	// MaxDeadline is the longest time that a client may ask for; 0: any.
	MaxDeadline time.Duration
	PublicURL   string // address at which this service is reached, for permalinks
}
