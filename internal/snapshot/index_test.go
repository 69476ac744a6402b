package snapshot

import (
	"database/sql"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestMigrateRefusesANewerIndex(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	d, err := Open(t.Context(), dir, Options{})
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	if _, err := d.index.write.ExecContext(t.Context(), `PRAGMA user_version = 7`); err != nil {
		t.Fatalf("set version: %v", err)
	}
	if err := d.Close(); err != nil {
		t.Fatalf("Close: %v", err)
	}
	_, err = Open(t.Context(), dir, Options{})
	if !errors.Is(err, ErrNewer) {
		t.Fatalf("got %v, want ErrNewer", err)
	}
	for _, part := range []string{filepath.Join(dir, "index.db"), "version 7", "up to 1"} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("error %q does not say %q", err, part)
		}
	}
}

func TestEveryVersionHasAMigration(t *testing.T) {
	t.Parallel()
	for v := range knownVersion {
		if migration(v) == "" {
			t.Errorf("no way from version %d to %d", v, v+1)
		}
	}
	if migration(knownVersion) != "" {
		t.Errorf("a migration leads beyond the known version %d", knownVersion)
	}
}

// A read must not depend on how many entries there are.
func TestNewestIsFoundByTheIndexAlone(t *testing.T) {
	t.Parallel()
	d, err := Open(t.Context(), t.TempDir(), Options{})
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	defer func() {
		if err := d.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	}()
	plan := explain(t, d.index.read, newestOf(2), "p", "e", "r", "1", "", "p", "e", "r", "2", "", time.Now().UnixMilli())
	for _, want := range []string{
		"SEARCH x USING COVERING INDEX entry_key (provider=? AND endpoint=? AND region=? AND id=? AND page=? AND time<?)",
		"SEARCH e USING INTEGER PRIMARY KEY",
	} {
		if !strings.Contains(plan, want) {
			t.Errorf("the plan has no %q:\n%s", want, plan)
		}
	}
	if strings.Contains(plan, "SCAN x") || strings.Contains(plan, "SCAN e") || strings.Count(plan, "TEMP B-TREE") > 1 {
		t.Errorf("the plan scans or sorts entries:\n%s", plan)
	}
}

func explain(t *testing.T, db *sql.DB, query string, args ...any) string {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+query, args...)
	if err != nil {
		t.Fatalf("explain: %v", err)
	}
	defer func() { _ = rows.Close() }()
	var plan strings.Builder
	for rows.Next() {
		var id, parent, unused int
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatalf("scan: %v", err)
		}
		plan.WriteString(detail + "\n")
	}
	if err := rows.Err(); err != nil {
		t.Fatalf("explain: %v", err)
	}
	return plan.String()
}

func TestIndexIsDurable(t *testing.T) {
	t.Parallel()
	d, err := Open(t.Context(), t.TempDir(), Options{})
	if err != nil {
		t.Fatalf("Open: %v", err)
	}
	defer func() {
		if err := d.Close(); err != nil {
			t.Errorf("Close: %v", err)
		}
	}()
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2"} {
		var got string
		if err := d.index.write.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&got); err != nil || got != want {
			t.Errorf("%s is %q (%v), want %q", pragma, got, err, want)
		}
	}
}
