package resolvers

import "tutti/lookup"

// Resolver is what all resolvers share.
type Resolver struct {
	Lookup   *lookup.Engine
	MaxBatch int // releases in one field, and ids in one nodes field
}
