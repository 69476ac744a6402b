package emulator

// The words that generated titles and names are made of.
var (
	adjectives = []string{
		"Quiet", "Second", "Borrowed", "Distant", "Hollow", "Paper", "Electric", "Slow", "Unlisted", "Northern", "Silver", "Patient", "Random",
		"Folded", "Imaginary", "Burning", "Weightless", "Common", "Late", "Crooked",
	}
	nouns = []string{
		"Harbour", "Signal", "Garden", "Engine", "Mirror", "Winter", "Station", "Ocean", "Letter", "Machine", "Shadow", "Bridge", "Orchard",
		"Compass", "Satellite", "Library", "Island", "Window", "Carousel", "Atlas",
	}
	collectives = []string{"Emulators", "Fixtures", "Stand-Ins", "Placeholders", "Test Doubles", "Understudies"}
	imprints    = []string{"Seed Records", "Pseudo Random", "Deterministic", "Entropy Pool"}
)
