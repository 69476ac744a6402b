// Package snapshot keeps documents by content hash and time, and reads them "as of" a moment.
//
// An [Entry] is what one service answered about one [Key] at one moment. Entries are evidence: they are never changed, only
// followed by newer ones, and each has a number in the journal that grows with every entry. Both the time of an entry and its
// number are what a permalink can refer to.
//
// Two stores keep the contract of [Store], which package snapshottest holds as a suite:
//
//   - [Disk] keeps an SQLite index and compressed content-addressed files in one directory. It is the default.
//   - [Memory] keeps a bounded amount in memory, for tests and for hosts without a writable disk.
//
// # What lies in the directory of a Disk
//
//	index.db          journal, keys, times, hashes; SQLite in WAL mode (index.db-wal and index.db-shm stand beside it)
//	content/ab/ab….zst  one file per distinct body, named by its SHA-256, compressed with zstd
//	tmp/              bodies that are being written; what an earlier process left there is removed at start
//	lock              held by the process that uses the directory
//
// A body is written to tmp, synced, renamed into content, and only then named by the index. So a crash at any moment leaves either
// an entry with its body, or a file that no entry names, which is harmless and is adopted when the same body comes again.
//
// # Errors
//
// [ErrMissing] says that there is no such entry. A [*CorruptError] says that there is one whose body cannot be trusted any more;
// the caller fetches anew, and storing the same body again mends it. [ErrInvalid] and [ErrTooLarge] refuse one entry, and
// [ErrClosed] says that the store was closed. Everything else is trouble of the disk: the entry may be stored or not.
//
// # Concurrency
//
// Both stores are safe for concurrent use. Entries put at the same time are committed together by one writer, which Close waits
// for.
//
// # Telemetry
//
// A Disk has a span and a duration for each Put and each read, counts the bytes of bodies, and shows how much it holds; the names
// are in package telemetry.
package snapshot
