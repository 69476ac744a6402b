package music

// Primary types of release groups, as MusicBrainz names them.
const (
	TypeAlbum     = "Album"
	TypeBroadcast = "Broadcast"
	TypeEP        = "EP"
	TypeOther     = "Other"
	TypeSingle    = "Single"
)

// Secondary types of release groups, as MusicBrainz names them.
const (
	TypeAudioDrama     = "Audio drama"
	TypeAudiobook      = "Audiobook"
	TypeCompilation    = "Compilation"
	TypeDJMix          = "DJ-mix"
	TypeDemo           = "Demo"
	TypeFieldRecording = "Field recording"
	TypeInterview      = "Interview"
	TypeLive           = "Live"
	TypeMixtape        = "Mixtape/Street"
	TypeRemix          = "Remix"
	TypeSoundtrack     = "Soundtrack"
	TypeSpokenword     = "Spokenword"
)

// primaryTypes are the types of which a release group has one at most, sorted.
var primaryTypes = [...]string{TypeAlbum, TypeBroadcast, TypeEP, TypeOther, TypeSingle}

// secondaryTypes are the types of which a release group can have several, sorted.
var secondaryTypes = [...]string{
	TypeAudioDrama, TypeAudiobook, TypeCompilation, TypeDJMix, TypeDemo, TypeFieldRecording, TypeInterview, TypeLive,
	TypeMixtape, TypeRemix, TypeSoundtrack, TypeSpokenword,
}

// oddTypes are the types that are not simply capitalised, by their lower case.
var oddTypes = map[string]string{"ep": TypeEP, "dj-mix": TypeDJMix, "mixtape/street": TypeMixtape}
