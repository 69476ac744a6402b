package server

import (
	"net/http"
	"time"

	"github.com/rs/cors"
	"go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp"
	"go.opentelemetry.io/otel/metric"
	"go.opentelemetry.io/otel/trace"

	"tutti/web"
)

// Metrics is what telemetry gives to the server.
type Metrics struct {
	Handler http.Handler // of /metrics
	Traces  trace.TracerProvider
	Figures metric.MeterProvider
}

const graphqlPath = "/graphql"

// Timeouts of connections: a client that is slower is cut off. That of writing comes on top of the longest lookup.
const (
	readHeaderTimeout = 5 * time.Second
	readTimeout       = 30 * time.Second
	writeTimeout      = 2 * time.Minute
	idleTimeout       = 2 * time.Minute
	maxHeaderBytes    = 64 << 10
)

// New returns an HTTP server for an address. The caller starts and stops it.
func New(address string, c Config) *http.Server {
	return &http.Server{
		Addr: address, Handler: Handler(c), MaxHeaderBytes: maxHeaderBytes,
		ReadHeaderTimeout: readHeaderTimeout, ReadTimeout: readTimeout, WriteTimeout: c.Limits.Deadline + writeTimeout,
		IdleTimeout: idleTimeout,
	}
}

// Handler returns all routes.
func Handler(c Config) http.Handler {
	mux := http.NewServeMux()
	mux.Handle(graphqlPath, allowed(c, executable(c)))
	mux.HandleFunc("GET /healthz", alive(c.Version))
	mux.HandleFunc("GET /readyz", ready(c.Ready))
	mux.Handle("GET /metrics", c.Metrics.Handler)
	if c.GraphiQL {
		page := web.GraphiQL(web.Options{Endpoint: web.DefaultEndpoint, Examples: examples})
		mux.Handle(web.Path, page)
		mux.Handle(web.Path+"/", page)
		mux.Handle("GET /release", replayed(c.PublicURL))
		mux.Handle("GET /permalink/{token}", replayed(c.PublicURL))
		mux.Handle("GET /{$}", http.RedirectHandler(web.Path, http.StatusFound))
	}
	if !c.GraphiQL {
		mux.HandleFunc("GET /release", noPages)
		mux.HandleFunc("GET /permalink/{token}", noPages)
	}
	return measured(c, logged(c.Requests.Log, mux))
}

// measured makes spans and figures of GraphQL requests. It stands outside of the log, whose lines then carry the trace's id.
func measured(c Config, next http.Handler) http.Handler {
	return otelhttp.NewHandler(next, "graphql", otelhttp.WithTracerProvider(c.Metrics.Traces),
		otelhttp.WithMeterProvider(c.Metrics.Figures),
		otelhttp.WithFilter(func(r *http.Request) bool { return r.URL.Path == graphqlPath }),
		otelhttp.WithSpanNameFormatter(func(_ string, r *http.Request) string { return r.Method + " " + r.URL.Path }))
}

// allowed lets browsers call from other origins, if the operator says so; else nothing but the page's own origin may.
func allowed(c Config, next http.Handler) http.Handler {
	if len(c.CORS) == 0 {
		return http.NewCrossOriginProtection().Handler(next)
	}
	return cors.New(cors.Options{
		AllowedOrigins: c.CORS, AllowedMethods: []string{http.MethodGet, http.MethodPost},
		AllowedHeaders: []string{"Content-Type", "Accept", "Traceparent"}, MaxAge: 600,
	}).Handler(next)
}
