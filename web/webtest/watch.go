package webtest

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"sync"
	"testing"

	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// watch collects what must not happen in a tab.
type watch struct {
	host string // the only one that may be asked

	mu       sync.Mutex // guards what follows
	requests int
	bad      []string
}

// watchTab starts to collect the requests and complaints of the tab.
func watchTab(ctx context.Context, tb testing.TB, baseURL string) *watch {
	tb.Helper()
	base, err := url.Parse(baseURL)
	if err != nil {
		tb.Fatalf("address of the server: %v", err)
	}
	w := &watch{host: base.Host}
	if err := chromedp.Listen(ctx, w.event); err != nil {
		tb.Fatalf("listen to the tab: %v", err)
	}
	return w
}

func (w *watch) event(event any) {
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		w.request(e.Request.URL)
	case *cdplog.EventEntryAdded:
		if e.Entry.Level == cdplog.EntryLevelError || e.Entry.Source == cdplog.EntrySourceSecurity {
			w.add(fmt.Sprintf("browser's log, %s: %s %s", e.Entry.Source, e.Entry.Text, e.Entry.URL))
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			w.complain(text(e.Args))
		}
	case *runtime.EventExceptionThrown:
		w.add("exception: " + e.ExceptionDetails.Text + " " + text([]*runtime.RemoteObject{e.ExceptionDetails.Exception}))
	}
}

// explorerNoise is what the explorer's library logs as an error where an argument is an enum or a list of them: it then
// leaves the argument as it is written, and nothing is lost.
const explorerNoise = "arg mismatch between arg and selection"

// complain notes an error in the console.
func (w *watch) complain(what string) {
	if !strings.Contains(what, explorerNoise) {
		w.add("console: " + what)
	}
}

func (w *watch) request(address string) {
	w.mu.Lock()
	w.requests++
	w.mu.Unlock()
	target, err := url.Parse(address)
	if err != nil {
		w.add(fmt.Sprintf("request to an unreadable address %q", address))
		return
	}
	inside := target.Scheme == "data" || target.Scheme == "blob"
	if !inside && target.Host != w.host {
		w.add("request to another host: " + address)
	}
}

func (w *watch) add(complaint string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.bad = append(w.bad, complaint)
}

// check reports what was collected, and what the page's content security policy refused.
func (w *watch) check(ctx context.Context, tb testing.TB) {
	tb.Helper()
	for _, what := range evaluate[[]string](ctx, tb, `window.refused`) {
		tb.Errorf("the content security policy refused %s", what)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, complaint := range w.bad {
		tb.Errorf("in the browser: %s", complaint)
	}
	if w.requests == 0 {
		tb.Error("no request was seen: nothing was watched")
	}
}

// text joins the values that were logged or thrown.
func text(values []*runtime.RemoteObject) string {
	var all []string
	for _, value := range values {
		if value != nil {
			all = append(all, string(value.Value)+value.Description)
		}
	}
	return strings.Join(all, " ")
}
