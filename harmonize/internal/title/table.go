package title

import "strings"

// brackets writes all brackets and dashes in one form.
var brackets = strings.NewReplacer(
	"[", "(", "]", ")", "{", "(", "}", ")", "（", "(", "）", ")", "［", "(", "］", ")", "【", "(", "】", ")",
	"〈", "(", "〉", ")", "~", "-", "〜", "-", "～", "-", "–", "-", "—", "-", "−", "-", "　", " ",
)

// guestMarks name guests in the middle of a title, guestWords at the beginning of an addition too.
var (
	guestMarks = [...]string{"feat.", "feat", "ft.", "ft", "featuring"}
	guestWords = [...]string{"feat", "ft", "featuring", "with", "con", "avec", "mit"}
)
