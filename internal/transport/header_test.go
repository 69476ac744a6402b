package transport

import (
	"net/http"
	"strconv"
	"testing"
	"time"
)

func TestRetryAfter(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		value string
		want  time.Duration
	}{
		"absent":                        {"", 0},
		"seconds":                       {"7", 7 * time.Second},
		"zero means a second":           {"0", time.Second},
		"part of a second":              {"1.9", 1900 * time.Millisecond},
		"negative is ignored":           {"-3", 0},
		"not a number is ignored":       {"NaN", 0},
		"words are ignored":             {"soon", 0},
		"HTTP date":                     {now.Add(90 * time.Second).Format(http.TimeFormat), 90 * time.Second},
		"HTTP date in the past":         {now.Add(-time.Hour).Format(http.TimeFormat), time.Second},
		"never silenced beyond an hour": {"999999999999999999999", time.Hour},
		"infinity":                      {"Inf", time.Hour},
		"spaces around":                 {" 3 ", 3 * time.Second},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			h := http.Header{}
			if c.value != "" {
				h.Set("Retry-After", c.value)
			}
			if got := retryAfter(h, now); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestReadQuota(t *testing.T) {
	t.Parallel()
	now := time.Unix(1_795_000_000, 0)
	in20 := strconv.FormatInt(now.Unix()+20, 10)
	for name, c := range map[string]struct {
		header http.Header
		want   quota
	}{
		"nothing said":         {http.Header{}, quota{}},
		"left and seconds":     {http.Header{"X-Ratelimit-Remaining": {"3"}, "X-Ratelimit-Reset": {"12"}}, quota{true, 3, 12 * time.Second}},
		"left and time":        {http.Header{"X-Ratelimit-Remaining": {"0"}, "X-Ratelimit-Reset": {in20}}, quota{true, 0, 20 * time.Second}},
		"standard names":       {http.Header{"Ratelimit-Remaining": {"9"}, "Ratelimit-Reset": {"1"}}, quota{true, 9, time.Second}},
		"left alone":           {http.Header{"X-Discogs-Ratelimit-Remaining": {"24"}}, quota{true, 24, 0}},
		"reset in the past":    {http.Header{"X-Ratelimit-Remaining": {"0"}, "X-Ratelimit-Reset": {"1795000000"}}, quota{true, 0, 0}},
		"nonsense is no quota": {http.Header{"X-Ratelimit-Remaining": {"many"}}, quota{}},
		"negative is no quota": {http.Header{"X-Ratelimit-Remaining": {"-1"}}, quota{}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := readQuota(c.header, now); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}
