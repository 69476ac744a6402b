package webtest

import (
	"context"
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// RequireBrowser is the environment variable that makes a missing browser a failure, when it is 1.
const RequireBrowser = "TUTTI_REQUIRE_BROWSER"

// limit bounds one test in the browser; a healthy one takes a few seconds.
const limit = 90 * time.Second

// violations is run before each page's own scripts and collects what the content security policy refused.
const violations = `window.refused = [];
document.addEventListener('securitypolicyviolation', (e) => refused.push(e.violatedDirective + ' ' + e.blockedURI));`

// open starts a browser that reaches 127.0.0.1 only and returns the context of an empty tab.
func open(tb testing.TB) context.Context {
	tb.Helper()
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(find(tb)),
		chromedp.UserDataDir(tb.TempDir()),
		chromedp.NoSandbox,
		chromedp.WindowSize(1400, 900),
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"),
	)
	ctx, cancel := chromedp.NewExecAllocator(tb.Context(), options...)
	tb.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	tb.Cleanup(cancel)
	do(ctx, tb, "start the browser") // The browser lives as long as this context, so the limit comes after it.
	ctx, cancel = context.WithTimeout(ctx, limit)
	tb.Cleanup(cancel)
	_, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument,
		page.AddScriptToEvaluateOnNewDocumentParams{Source: violations})
	if err != nil {
		tb.Fatalf("prepare the tab: %v", err)
	}
	return ctx
}

// find returns the browser's program, or ends the test.
func find(tb testing.TB) string {
	tb.Helper()
	names := []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if required, _ := os.LookupEnv(RequireBrowser); required == "1" { //nolint:forbidigo // for tests, which have no configuration
		tb.Fatalf("no browser on the path, and %s=1 requires one: tried %v", RequireBrowser, names)
	}
	tb.Skipf("no browser on the path (tried %v): the page was not tried out; %s=1 makes this a failure", names, RequireBrowser)
	return ""
}

// do performs the steps and ends the test, naming what was being done, when one fails.
func do(ctx context.Context, tb testing.TB, what string, steps ...chromedp.Action[chromedp.Void]) {
	tb.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		tb.Fatalf("%s: %v", what, err)
	}
}

// evaluate returns the value of a JavaScript expression.
func evaluate[T any](ctx context.Context, tb testing.TB, expression string) T {
	tb.Helper()
	value, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		tb.Fatalf("evaluate %s: %v", expression, err)
	}
	return value
}

// waitFor asks again and again until the JavaScript expression holds. (chromedp.Poll would need eval in the page, which
// the content security policy forbids.)
func waitFor(ctx context.Context, tb testing.TB, what, expression string) {
	tb.Helper()
	const (
		patience = 20 * time.Second
		pause    = 50 * time.Millisecond
	)
	patient, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	tick := time.NewTicker(pause)
	defer tick.Stop()
	for !evaluate[bool](ctx, tb, `Boolean(`+expression+`)`) {
		select {
		case <-tick.C:
		case <-patient.Done():
			shown := evaluate[string](ctx, tb, `document.body.innerText`)
			tb.Fatalf("waited in vain for %s: %v; the page shows:\n%s", what, patient.Err(), shown)
		}
	}
}
