package transport

import (
	"io"
	"net/http"
	"testing"
	"time"
)

// BenchmarkChain is the overhead of all links over a service that answers at once.
func BenchmarkChain(b *testing.B) {
	for name, s := range map[string]Service{
		"without pace": {},
		"with pace":    {Pace: Pace{Starts: 50, Window: time.Microsecond}},
	} {
		b.Run(name, func(b *testing.B) {
			s.Name, s.Hosts = "x", []string{"api.example.org"}
			c := New(s, Options{Base: always(200, "a small answer", "Content-Type", "application/json")})
			defer c.Close()
			r, err := http.NewRequestWithContext(b.Context(), http.MethodGet, "https://api.example.org/album/302127", nil)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				resp, err := c.RoundTrip(r)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := io.Copy(io.Discard, resp.Body); err != nil {
					b.Fatal(err)
				}
				if err := resp.Body.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
