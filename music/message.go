package music

// Severity is how serious a message or a conflict is.
type Severity uint8

// Severities, from least to most serious.
const (
	Debug Severity = iota
	Info
	Warning
	Error
)

// String returns debug, info, warning or error.
func (s Severity) String() string {
	switch s {
	case Debug:
		return "debug"
	case Info:
		return "info"
	case Warning:
		return "warning"
	case Error:
		return "error"
	default:
		return "unknown"
	}
}

// Message is a remark on an answer or a lookup. Code and Facts are stable and for programs, Text is Markdown for people.
type Message struct {
	Severity Severity
	Code     string
	Text     string
	Provider ProviderName // empty: about the lookup as a whole
	Path     string       // position inside the release, such as media[0].tracks[3].isrc; empty: none
	Facts    []Fact
}

// Fact is one named detail of a message.
type Fact struct {
	Name   string
	Values []string
}

// Fact returns the values of the first fact of that name, or nil.
func (m Message) Fact(name string) []string {
	for _, f := range m.Facts {
		if f.Name == name {
			return f.Values
		}
	}
	return nil
}
