package convert

import "tutti/music"

// Seconds returns a length of so many seconds, or none for a number that cannot be one.
func Seconds(n int) music.Duration {
	const longest = 1 << 30
	if n < 0 || n > longest {
		return 0
	}
	return music.Seconds(n)
}
