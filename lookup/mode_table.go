package lookup

import "tutti/internal/documents"

// modes are the freshnesses as documents knows them.
var modes = map[Freshness]documents.Mode{
	WhileRevalidating: documents.Usual, FreshOnly: documents.Fresh, CacheOnly: documents.StoredOnly,
}
