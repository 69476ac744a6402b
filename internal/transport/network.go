package transport

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"syscall"
	"time"
)

// network sends a request, tells its account, and reads the whole answer within bounds.
type network struct {
	Base    http.RoundTripper
	Service string
	MaxBody int64 // bytes; 0: 8 MiB
}

// NewNetwork returns a transport with limits for talking to services. It follows no redirects, and can be shared by many chains; who
// made it closes its idle connections.
func NewNetwork() *http.Transport {
	dialer := &net.Dialer{Timeout: 5 * time.Second, KeepAlive: 30 * time.Second}
	return &http.Transport{
		Proxy:                  http.ProxyFromEnvironment,
		DialContext:            dialer.DialContext,
		TLSClientConfig:        &tls.Config{MinVersion: tls.VersionTLS12},
		TLSHandshakeTimeout:    5 * time.Second,
		ForceAttemptHTTP2:      true,
		MaxIdleConns:           100,
		MaxIdleConnsPerHost:    DefaultConcurrency,
		IdleConnTimeout:        90 * time.Second,
		ResponseHeaderTimeout:  30 * time.Second,
		ExpectContinueTimeout:  time.Second,
		MaxResponseHeaderBytes: 64 << 10,
	}
}

// RoundTrip returns an answer whose body is in memory.
func (n *network) RoundTrip(r *http.Request) (*http.Response, error) {
	ctx := r.Context()
	if ctx.Err() != nil {
		closeBody(r)
		return nil, ended(ctx, n.Service)
	}
	if m := meterFrom(ctx); exchangeFrom(ctx).token {
		m.Token()
	} else {
		m.Sent()
	}
	resp, err := orOffline(n.Base).RoundTrip(r)
	if err != nil {
		return nil, n.fault(ctx, err)
	}
	limit := n.MaxBody
	if limit <= 0 {
		limit = DefaultMaxBody
	}
	resp.Request = r
	err = slurp(resp, limit)
	switch {
	case err == nil:
		return resp, nil
	case errors.Is(err, errTooLarge):
		return nil, &Fault{Service: n.Service, Kind: KindMalformed, Status: resp.StatusCode, Err: errTooLarge}
	default:
		return nil, n.fault(ctx, err)
	}
}

func (n *network) fault(ctx context.Context, err error) *Fault {
	f := asFault(ctx, n.Service, err)
	if f.Kind == KindUnavailable && isTimeout(err) {
		f.Kind = KindTimeout
	}
	return f
}

func isTimeout(err error) bool {
	var t net.Error
	return errors.Is(err, os.ErrDeadlineExceeded) || errors.As(err, &t) && t.Timeout()
}

// reason says in fixed words what went wrong on the way. The error's own text may quote what was sent or received.
func reason(err error) string {
	var (
		dns         *net.DNSError
		certificate *tls.CertificateVerificationError
		authority   x509.UnknownAuthorityError
	)
	switch {
	case isTimeout(err):
		return "no answer in time"
	case errors.Is(err, syscall.ECONNREFUSED):
		return "connection refused"
	case errors.Is(err, syscall.ECONNRESET), errors.Is(err, syscall.EPIPE):
		return "connection reset"
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return "answer broken off"
	case errors.As(err, &dns):
		return "host name not resolved"
	case errors.As(err, &certificate), errors.As(err, &authority):
		return "certificate not trusted"
	default:
		return "network error"
	}
}

// offline is the Base of a link that has none: nothing is sent.
type offline struct{}

var errOffline = errors.New("no transport to send it with")

// RoundTrip refuses.
func (offline) RoundTrip(r *http.Request) (*http.Response, error) {
	closeBody(r)
	return nil, &Fault{Kind: KindUnavailable, Err: errOffline, local: true}
}

func orOffline(base http.RoundTripper) http.RoundTripper {
	if base == nil {
		return offline{}
	}
	return base
}
