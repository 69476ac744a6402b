package config

import (
	"maps"
	"slices"
	"strings"
)

// openTelemetry says which signals the standard OTEL_* variables export, and which of these variables only the file has.
func openTelemetry(environ, file []string) (Signals, map[string]string) {
	set, extra := otelVariables(environ), otelVariables(file)
	maps.DeleteFunc(extra, func(name, _ string) bool { return set[name] != "" })
	maps.Copy(set, extra)
	if strings.EqualFold(set["OTEL_SDK_DISABLED"], "true") {
		return Signals{}, extra
	}
	return Signals{Traces: exported(set, "TRACES"), Metrics: exported(set, "METRICS"), Logs: exported(set, "LOGS")}, extra
}

// otelVariables returns the variables of OpenTelemetry that are not empty.
func otelVariables(environ []string) map[string]string {
	out := map[string]string{}
	for _, pair := range environ {
		name, value, _ := strings.Cut(pair, "=")
		if strings.HasPrefix(name, "OTEL_") && value != "" {
			out[name] = value
		}
	}
	return out
}

// exported reports whether a signal leaves the process: its exporter is named, or there is an address to send it to.
func exported(set map[string]string, signal string) bool {
	if exporters := set["OTEL_"+signal+"_EXPORTER"]; exporters != "" {
		return !slices.Equal(strings.Split(exporters, ","), []string{"none"})
	}
	return set["OTEL_EXPORTER_OTLP_ENDPOINT"] != "" || set["OTEL_EXPORTER_OTLP_"+signal+"_ENDPOINT"] != ""
}
