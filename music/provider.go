package music

// ProviderName is the internal name of a service: its display name in lower-case letters and digits only, such as deezer.
type ProviderName string
