package transport

import (
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"
)

const (
	// maxPause bounds what a header can make us wait: no service is silenced for longer by one bad number.
	maxPause = time.Hour
	// epochSeconds is where a number stops being a duration and is a time: some services send one, some the other.
	epochSeconds = 1e9
)

// retryAfter reads a Retry-After: seconds, of which 0 means 1 because Spotify rounds down, or an HTTP date. 0: there is none.
func retryAfter(h http.Header, now time.Time) time.Duration {
	v := strings.TrimSpace(h.Get("Retry-After"))
	if v == "" {
		return 0
	}
	if seconds, err := strconv.ParseFloat(v, 64); err == nil {
		if seconds < 0 || math.IsNaN(seconds) {
			return 0
		}
		return clampPause(seconds)
	}
	at, err := http.ParseTime(v)
	if err != nil {
		return 0
	}
	return clampPause(at.Sub(now).Seconds())
}

// clampPause turns seconds into a pause between one second and an hour.
func clampPause(seconds float64) time.Duration {
	if seconds >= maxPause.Seconds() {
		return maxPause
	}
	return max(time.Second, time.Duration(math.Ceil(seconds*1e3))*time.Millisecond)
}

// quota is what an answer says about the rate limit.
type quota struct {
	known bool
	left  int
	reset time.Duration // until the service counts anew; 0: not said
}

// readQuota reads the headers that services tell their rate limits with.
func readQuota(h http.Header, now time.Time) quota {
	for _, names := range quotaHeaders {
		left, err := strconv.Atoi(strings.TrimSpace(h.Get(names.left)))
		if err != nil || left < 0 {
			continue
		}
		return quota{known: true, left: left, reset: readReset(h.Get(names.reset), now)}
	}
	return quota{}
}

func readReset(v string, now time.Time) time.Duration {
	seconds, err := strconv.ParseFloat(strings.TrimSpace(v), 64)
	if err != nil || math.IsNaN(seconds) {
		return 0
	}
	if seconds >= epochSeconds {
		seconds -= float64(now.UnixMilli()) / 1e3
	}
	if seconds <= 0 {
		return 0
	}
	return clampPause(seconds)
}
