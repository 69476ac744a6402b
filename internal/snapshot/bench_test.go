package snapshot_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"tutti/internal/snapshot"
)

// document is a body of about 20 KB that compresses as the answers of services do.
func document(n int) string {
	var b strings.Builder
	for track := range 100 {
		_, _ = fmt.Fprintf(&b, `{"id":%d,"title":"Track %d of release %d","duration":%d,"isrc":"QZ%010d","explicit_lyrics":false,`+
			`"preview":"https://cdn.example/preview/%x.mp3","artist":{"id":%d,"name":"Artist %d"}},`,
			n*1000+track, track, n, 180+(n*7+track*13)%120, n*100+track, (n*2654435761+track)%(1<<32), n%50, n%50)
	}
	return b.String()
}

func benchDisk(b *testing.B) *snapshot.Disk {
	b.Helper()
	d, err := snapshot.Open(b.Context(), b.TempDir(), snapshot.Options{})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() {
		if err := d.Close(); err != nil {
			b.Error(err)
		}
	})
	return d
}

func benchPut(b *testing.B, s snapshot.Store, e snapshot.Entry) snapshot.Entry {
	b.Helper()
	stored, err := s.Put(b.Context(), e)
	if err != nil {
		b.Fatal(err)
	}
	return stored
}

func BenchmarkPut(b *testing.B) {
	d := benchDisk(b)
	b.Run("new body", func(b *testing.B) {
		n := int(time.Now().UnixNano() % 1e9) // bodies that an earlier run has not put
		b.ReportAllocs()
		for b.Loop() {
			n++
			benchPut(b, d, entryOf(strconv.Itoa(n), document(n), int64(n)))
		}
	})
	b.Run("known body", func(b *testing.B) {
		e, n := entryOf("same", document(0), 0), 0
		b.ReportAllocs()
		for b.Loop() {
			n++
			e.ID = strconv.Itoa(n)
			benchPut(b, d, e)
		}
	})
	b.Run("no", func(b *testing.B) {
		e := snapshot.Entry{Key: entryOf("none", "", 0).Key, Status: 404, Time: time.Unix(1_700_000_000, 0)}
		b.ReportAllocs()
		for b.Loop() {
			benchPut(b, d, e)
		}
	})
	b.Run("16 at once", func(b *testing.B) {
		e := snapshot.Entry{Key: entryOf("none", "", 0).Key, Status: 404, Time: time.Unix(1_700_000_000, 0)}
		b.SetParallelism(8)
		b.ReportAllocs()
		b.RunParallel(func(p *testing.PB) {
			for p.Next() {
				benchPut(b, d, e)
			}
		})
	})
}

func BenchmarkNewest(b *testing.B) {
	for name, s := range map[string]snapshot.Store{"disk": benchDisk(b), "memory": snapshot.NewMemory(0)} {
		for n := range 200 {
			benchPut(b, s, entryOf(strconv.Itoa(n%100), document(n), int64(n)))
		}
		b.Run(name, func(b *testing.B) {
			n := 0
			b.ReportAllocs()
			for b.Loop() {
				n++
				if _, err := s.Newest(b.Context(), time.Time{}, entryOf(strconv.Itoa(n%100), "", 0).Key); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkReplay reads what a release of five services takes: 30 documents as of a moment.
func BenchmarkReplay(b *testing.B) {
	d := benchDisk(b)
	for n := range 60 {
		benchPut(b, d, entryOf(strconv.Itoa(n%30), document(n), int64(n)))
	}
	asOf := time.Unix(1_700_000_030, 0)
	b.ReportAllocs()
	for b.Loop() {
		for n := range 30 {
			if _, err := d.Newest(b.Context(), asOf, entryOf(strconv.Itoa(n), "", 0).Key); err != nil {
				b.Fatal(err)
			}
		}
	}
}
