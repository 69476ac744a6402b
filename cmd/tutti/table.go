package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"tutti/harmonize"
	"tutti/lookup"
	"tutti/music"
)

// printTable prints a lookup for people: the release, who says what, on what they disagree, and how they fared.
func (c *console) printTable(ctx context.Context, a *app, q lookup.Question) error {
	r := a.engine.Run(ctx, q, lookup.Everything())
	p := &printer{engine: a.engine, out: tabwriter.NewWriter(c.out, 0, 4, 2, ' ', 0)}
	if release := r.Release(); release != nil {
		p.release(release)
		p.tracks(release)
	}
	p.conflicts(r)
	p.messages(r)
	p.reports(r)
	if err := errors.Join(p.err, p.out.Flush()); err != nil {
		return err
	}
	return r.Err()
}

// printer prints a lookup. The first error of writing stays.
type printer struct {
	engine *lookup.Engine
	out    *tabwriter.Writer
	err    error
}

func (p *printer) row(cells ...string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.out, strings.Join(cells, "\t")+"\n")
	}
}

func (p *printer) display(name music.ProviderName) string {
	info, _ := p.engine.Info(name)
	return info.Display
}

func (p *printer) displays(names []music.ProviderName) string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = p.display(n)
	}
	return strings.Join(out, ", ")
}

// release prints each field of the release with whose value it is, and who says otherwise.
func (p *printer) release(r *harmonize.Release) {
	for _, f := range r.Provenance().All(nil, false) {
		if strings.Contains(f.Path(), "[") || f.Path() == "media" {
			continue
		}
		p.field(f)
	}
	p.row("")
}

func (p *printer) field(f harmonize.FieldProvenance) {
	chosen := f.Choice()
	if chosen == nil {
		return
	}
	var others []string
	for _, c := range f.Everyone() {
		if !c.Agrees() && c.Display() != "" {
			others = append(others, p.display(c.Provider())+": "+oneLine(c.Display()))
		}
	}
	p.row(f.Path(), oneLine(chosen.Display()), "("+p.display(chosen.Provider())+")", strings.Join(others, "; "))
}

func (p *printer) tracks(r *harmonize.Release) {
	media := r.Media(nil)
	for _, m := range media {
		title := fmt.Sprintf("Medium %d", m.Position())
		if f := m.Format(nil); f != nil {
			title += ", " + *f
		}
		p.row(title)
		for _, t := range m.Tracks() {
			p.track(t)
		}
		p.row("")
	}
}

func (p *printer) track(t *harmonize.Track) {
	plain := t.Music()
	length := ""
	if plain.Length > 0 {
		length = plain.Length.String()
	}
	isrc := ""
	if plain.ISRC != nil {
		isrc = string(*plain.ISRC)
	}
	p.row("  "+plain.Number.String(), oneLine(plain.Title), music.CreditText(plain.Artists), length, isrc)
}

func (p *printer) conflicts(r *lookup.Result) {
	for _, c := range r.Conflicts(music.Info) {
		var clusters []string
		for _, cl := range c.Clusters {
			clusters = append(clusters, oneLine(cl.Display)+" ("+p.displays(cl.Providers)+")")
		}
		p.row("! "+string(c.Kind), c.Path, strings.Join(clusters, " / "))
	}
}

func (p *printer) messages(r *lookup.Result) {
	for _, m := range r.Messages(music.Info) {
		p.row("* "+m.Severity.String(), oneLine(m.Text), p.display(m.Provider))
	}
	p.row("")
}

func (p *printer) reports(r *lookup.Result) {
	p.row("Provider", "Status", "Requests", "Cache", "Time")
	for _, rep := range r.Reports() {
		status := string(rep.Status)
		if f := rep.Failure(); f != nil {
			status += " " + f.Message
		}
		p.row(p.display(rep.Provider), status, fmt.Sprintf("%d of %d", rep.Requests.Sent, rep.Requests.Planned),
			string(rep.Cache), fmt.Sprintf("%d ms", rep.ElapsedMs()))
	}
}

// oneLine is a text without line breaks and control characters: titles come from anywhere.
func oneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || (r >= 0x80 && r < 0xa0) || (r >= 0x202a && r <= 0x202e) || (r >= 0x2066 && r <= 0x2069) {
			return ' '
		}
		return r
	}, s)
}
