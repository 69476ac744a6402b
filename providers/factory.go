package providers

import (
	"net/http"
	"time"

	"tutti/music"
)

// Factory is all that a provider folder exports: facts first, then how to make one.
type Factory struct {
	Info      Info
	Endpoints []*Endpoint // in order of preference: among equals the first is taken
	Limits    Limits
	Auth      func(Secrets, *http.Client) Authorizer // nil: no credentials needed
	// Anonymous is how fast the service may be asked without credentials, where it answers then too, if not everything; nil: where
	// it needs credentials, it is not asked without them.
	Anonymous *Limits
	New       func(Documents) Provider // closes over the same *Endpoint values; no package variables
}

// Info is what is known of a service without asking it.
type Info struct {
	Name       music.ProviderName // internal name; also the folder
	Display    string             // human name: Deezer
	Categories []Category
	Features   Features
	Launch     music.PartialDate // launch of the platform: dates before it are doubted; zero: unknown, dates promise nothing
	Regions    []music.Region    // where it is available, in its own order; nil: its catalogue is the same everywhere
	MBIDs      bool              // its own ids are MBIDs, so that an MBID alone names one of its entities
	Hosts      []string          // of its API and its tokens, the only ones ever contacted; lower case; see Declares
	APIBase    string            // what all requests for documents begin with, if an operator may choose another server; else empty
	Secrets    []string          // names of the credentials it needs: client_id; nil: none
	URLs       URLs
	Notice     Notice // its zero value: none is demanded
}

// Notice is what a service demands to be shown where its data are, with the page that it shall lead to.
type Notice struct{ Text, URL string }

// Category groups services for requests.
type Category string

// Categories a service can be tagged with; DEFAULT and ALL are computed, see Registry.
const (
	Digital  Category = "digital"
	Database Category = "database"
	Default  Category = "default"
	All      Category = "all"
)

// Quality is how good a service is at something.
type Quality int

// The general scale. Undeclared is unknown.
const (
	Missing   Quality = -20
	Bad       Quality = -10
	Unknown   Quality = 0
	Expensive Quality = 1
	Present   Quality = 2
	Good      Quality = 3
)

// Features says how good a service is; rankings and default preferences are made of it.
type Features struct {
	CoverSize         int // median height in pixels; 0: unknown
	DurationPrecision Precision
	GTINLookup        Quality
	MBIDResolving     Quality
	ReleaseLabel      Quality
}

// Precision is how exact a service's track lengths are.
type Precision int

// Precisions, from least to most exact.
const (
	PrecisionUnknown Precision = iota
	PrecisionSeconds
	PrecisionMixed // seconds or milliseconds
	PrecisionMilliseconds
	PrecisionMicroseconds
)

// Limits is how fast a service may be asked.
type Limits struct {
	Starts      int                              // requests in any Window; 0: no limit known
	Window      time.Duration                    // rolling
	Concurrency int                              // requests at the same time; 0: the transport's default
	Timeout     time.Duration                    // of one attempt; 0: the transport's default
	Headers     func(contact string) http.Header // sent with each request; nil: none
}

// Secrets are the credentials of one service by name (client_id); an absent one is empty text.
type Secrets map[string]string

// Authorizer adds credentials to a request. It is safe for concurrent use.
type Authorizer interface {
	// Authorize adds the credentials to r, whose context bounds the time a token may take.
	Authorize(r *http.Request) error
	// Drop forgets a token that was refused.
	Drop()
}
