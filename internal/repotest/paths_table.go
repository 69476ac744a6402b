package repotest

// foreignPaths look like paths of this repository and are none: packages of the standard library, a protocol, and files that
// a provider may have and that none has.
var foreignPaths = []string{
	"database/sql", "http/protobuf", "log/slog", "net/http", "testing/synctest",
	"extract.go",
}
