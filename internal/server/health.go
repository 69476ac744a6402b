package server

import (
	"context"
	"encoding/json"
	"net/http"
	"time"
)

// Check is one thing that readiness depends on, or only reports.
type Check struct {
	Name     string `json:"name"`
	OK       bool   `json:"ok"`
	Optional bool   `json:"optional"` // the service works without it, if less well
	Detail   string `json:"detail,omitempty"`
}

// alive answers /healthz: the process runs.
func alive(version string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		status(w, http.StatusOK, map[string]any{
			"status": "alive", "version": version, "time": time.Now().UTC().Format(time.RFC3339),
		})
	}
}

// ready answers /readyz: what is needed works, and what is optional is told.
func ready(checks func(context.Context) []Check) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		all := checks(r.Context())
		code, word := http.StatusOK, "ready"
		for _, c := range all {
			if !c.OK && !c.Optional {
				code, word = http.StatusServiceUnavailable, "not ready"
			}
		}
		status(w, code, map[string]any{"status": word, "checks": all})
	}
}

func status(w http.ResponseWriter, code int, v any) {
	body, err := json.MarshalIndent(v, "", "  ")
	if err != nil { // it holds texts and flags only
		code = http.StatusInternalServerError
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(code)
	_, _ = w.Write(append(body, '\n')) // the client has left
}
