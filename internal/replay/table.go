package replay

import "regexp"

var (
	escape     = regexp.MustCompile(`%[0-9A-Fa-f]{2}`)
	jsonEscape = regexp.MustCompile(`\\(?:u[0-9A-Fa-f]{4}|["\\/bfnrt])`)
	encodedRun = regexp.MustCompile(`[0-9A-Za-z+/_-]{8,}`) // base64 of six bytes and more

	// token is a field that holds a credential, unless it was blanked.
	token = regexp.MustCompile(`(?i)"(?:access_token|refresh_token|id_token|client_secret|authorization)"\s*:\s*"[^"]{8,}"`)

	// ending is what follows the name of an answer: a status, if it is not 200, and the kind of body.
	ending = regexp.MustCompile(`^\.(?:\d{3}\.)?(?:json|html|txt)$`)
)
