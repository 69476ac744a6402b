package snapshot

// migration returns the statements that lead from one version of the index to the next one, and empty text for the last version.
// A version that was released is never changed, only followed.
func migration(from int) string {
	switch from {
	case 0:
		return schema1
	default:
		return ""
	}
}

// knownVersion is the newest version of the index that this program understands (PRAGMA user_version).
const knownVersion = 1

// schema1 is the first version. AUTOINCREMENT keeps SQLite from using the number of a removed entry again. The row number of
// entry stands at the end of each row of entry_key, so that the index alone orders by time and journal. totals has one row, so
// that nobody ever counts.
const schema1 = `
CREATE TABLE entry (
	journal    INTEGER PRIMARY KEY AUTOINCREMENT,
	provider   TEXT NOT NULL,
	endpoint   TEXT NOT NULL,
	region     TEXT NOT NULL,
	id         TEXT NOT NULL,
	page       TEXT NOT NULL,
	time       INTEGER NOT NULL, -- milliseconds since 1970, UTC
	found      INTEGER NOT NULL,
	status     INTEGER NOT NULL,
	media_type TEXT NOT NULL,
	hash       TEXT NOT NULL,    -- of content; empty for a no
	size       INTEGER NOT NULL, -- bytes of the body, uncompressed
	url        TEXT NOT NULL,
	batched    INTEGER NOT NULL
);
CREATE INDEX entry_key ON entry (provider, endpoint, region, id, page, time);
CREATE TABLE content (
	hash   TEXT PRIMARY KEY,
	size   INTEGER NOT NULL, -- bytes, uncompressed
	stored INTEGER NOT NULL  -- bytes of the file when it was first written
) WITHOUT ROWID;
CREATE TABLE totals (
	documents INTEGER NOT NULL,
	bodies    INTEGER NOT NULL,
	bytes     INTEGER NOT NULL,
	stored    INTEGER NOT NULL
);
INSERT INTO totals VALUES (0, 0, 0, 0);
`

const (
	insertEntry = `INSERT INTO entry
		(provider, endpoint, region, id, page, time, found, status, media_type, hash, size, url, batched)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	insertContent = `INSERT INTO content (hash, size, stored) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`
	addTotals     = `UPDATE totals SET documents = documents + ?, bodies = bodies + ?, bytes = bytes + ?, stored = stored + ?`
	selectTotals  = `SELECT documents, bodies, bytes, stored FROM totals`
	selectContent = `SELECT count(*) FROM content WHERE hash = ?`
	// entryColumns are in the order of scan.
	entryColumns = `e.journal, e.provider, e.endpoint, e.region, e.id, e.page, e.time, e.found, e.status, e.media_type,
		e.hash, e.size, e.url, e.batched`
	selectAt = `SELECT ` + entryColumns + ` FROM entry e WHERE e.journal = ?`

	// The newest of several keys: withKeys, as many times oneKey, newestOfKeys.
	withKeys     = `WITH k (provider, endpoint, region, id, page) AS (VALUES `
	oneKey       = `(?, ?, ?, ?, ?)`
	newestOfKeys = `) SELECT ` + entryColumns + ` FROM k CROSS JOIN entry e WHERE e.journal = (
			SELECT x.journal FROM entry x
			WHERE x.provider = k.provider AND x.endpoint = k.endpoint AND x.region = k.region AND x.id = k.id AND x.page = k.page
				AND x.time <= ?
			ORDER BY x.time DESC, x.journal DESC LIMIT 1)
		ORDER BY e.time DESC, e.journal DESC LIMIT 1`
)
