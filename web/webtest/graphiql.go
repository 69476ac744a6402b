package webtest

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// Page says what [RunGraphiQL] expects of a server. The zero value asks for an answer without errors and opens no
// example.
type Page struct {
	// Answer is a text that the answer to the first example must contain.
	Answer string
	// Example is the title of another example to open and execute.
	Example string
	// ExampleAnswer is a text that its answer must contain.
	ExampleAnswer string
	// Screenshot is the file that gets a picture (PNG) of the page with an answer and the explorer; empty means none.
	Screenshot string
}

// RunGraphiQL visits /graphiql of the server at baseURL (http://127.0.0.1:port) as somebody who comes for the first
// time: executes the query that is shown, opens an example, the explorer and a link. It fails the test when an answer is
// missing or wrong, a request goes to another host, the content security policy refuses something or the console shows
// an error.
func RunGraphiQL(tb testing.TB, baseURL string, want Page) {
	tb.Helper()
	ctx := open(tb)
	w := watchTab(ctx, tb, baseURL)
	page := baseURL + "/graphiql"

	do(ctx, tb, "open the page", chromedp.Navigate(page))
	waitFor(ctx, tb, "the title", `document.title === 'Tutti'`)
	executeQuery(ctx, tb, want.Answer)
	waitFor(ctx, tb, "the answer on the screen",
		`document.querySelector('.graphiql-response .view-lines')?.textContent.includes('data')`)
	if want.Example != "" {
		openExample(ctx, tb, want.Example)
		executeQuery(ctx, tb, want.ExampleAnswer)
	}
	openExplorer(ctx, tb)
	waitFor(ctx, tb, "colours in the query, which the editor's own chunk brings", `new Set([...document
		.querySelectorAll('.graphiql-query-editor .view-line span span')].map((s) => s.className)).size > 1`)
	screenshot(ctx, tb, want.Screenshot)
	w.check(ctx, tb)

	openLink(ctx, tb, page)
	w.check(ctx, tb)
}

// executeQuery clicks on the button and waits for an answer with data, the text, and no errors.
func executeQuery(ctx context.Context, tb testing.TB, answer string) {
	tb.Helper()
	waitFor(ctx, tb, "the schema", `!document.querySelector('.graphiql-doc-explorer-error') && `+
		`globalThis.__MONACO?.editor.getModels().some((m) => m.uri.path.endsWith('operation.graphql') && m.getValue().trim())`)
	do(ctx, tb, "execute", chromedp.Click(chromedp.CSS(`button.graphiql-execute-button`)))
	waitFor(ctx, tb, "an answer that contains "+answer, `(() => {
		const shown = `+model("response.json")+`;
		return shown.includes('"data"') && shown.includes(`+quote(answer)+`);
	})()`)
	shown := evaluate[string](ctx, tb, model("response.json"))
	var got struct {
		Errors []json.RawMessage `json:"errors"`
	}
	if err := json.Unmarshal([]byte(shown), &got); err != nil {
		tb.Fatalf("the answer shown is not JSON: %v\n%s", err, shown)
	}
	if len(got.Errors) > 0 {
		tb.Errorf("the answer has errors: %s", got.Errors)
	}
}

func openExample(ctx context.Context, tb testing.TB, title string) {
	tb.Helper()
	button := `[...document.querySelectorAll('button.tutti-example')].find((b) => b.textContent === ` + quote(title) + `)`
	waitFor(ctx, tb, "the example "+title, button+` !== undefined`)
	query := evaluate[string](ctx, tb, button+`.title`)
	do(ctx, tb, "open the example", chromedp.Evaluate[chromedp.Void](button+`.click()`))
	waitFor(ctx, tb, "the example's query in the editor", model("operation.graphql")+` === `+quote(query))
	// GraphiQL reads the operation's name 100 ms after the last change, and shows nothing when it has.
	do(ctx, tb, "wait for the operation's name", chromedp.Sleep(300*time.Millisecond))
}

func openExplorer(ctx context.Context, tb testing.TB) {
	tb.Helper()
	do(ctx, tb, "open the explorer",
		chromedp.WaitVisible(chromedp.CSS(`button[aria-label="Show History"]`)),
		chromedp.Click(chromedp.CSS(`button[aria-label="Show GraphiQL Explorer"]`)),
		chromedp.WaitVisible(chromedp.CSS(`.graphiql-explorer-root`)))
	waitFor(ctx, tb, "fields in the explorer", `document.querySelectorAll('.graphiql-explorer-node').length > 0`)
}

// openLink opens an address that carries two operations, a variable and the name of the second operation.
func openLink(ctx context.Context, tb testing.TB, page string) {
	tb.Helper()
	const query = "query First { __typename }\nquery Second($yes: Boolean!) { linked: __typename @include(if: $yes) }"
	link := url.Values{"query": {query}, "variables": {`{"yes": true}`}, "operationName": {"Second"}}
	do(ctx, tb, "open a link", chromedp.Navigate(page+"?"+link.Encode()))
	waitFor(ctx, tb, "the link's query in the editor", model("operation.graphql")+` === `+quote(query))
	waitFor(ctx, tb, "the link's variables in the editor", model("variables.json")+` === `+quote(`{"yes": true}`))
	waitFor(ctx, tb, "the link's operation as the tab's title",
		`document.querySelector('.graphiql-tab-active')?.textContent.includes('Second')`)
}

// model is an expression for the whole text of an editor; the editor draws only the lines in sight.
func model(name string) string {
	return fmt.Sprintf(
		`(globalThis.__MONACO?.editor.getModels().find((m) => m.uri.path.endsWith(%s))?.getValue() ?? '')`, quote(name))
}

func screenshot(ctx context.Context, tb testing.TB, name string) {
	tb.Helper()
	if name == "" {
		return
	}
	picture, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err != nil {
		tb.Fatalf("take a picture: %v", err)
	}
	if err := os.WriteFile(name, picture, 0o600); err != nil {
		tb.Fatalf("save the picture: %v", err)
	}
}

// quote writes a text as a JavaScript literal.
func quote(text string) string {
	var literal strings.Builder
	encoder := json.NewEncoder(&literal)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(text) // A string always has a JSON form.
	return strings.TrimSpace(literal.String())
}
