package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"tutti/internal/config"
	"tutti/internal/snapshot"
	"tutti/internal/telemetry"
	"tutti/lookup"
	"tutti/music"
	"tutti/permalink"
)

// snapshotCmd takes the evidence of permalinks elsewhere. Nothing is sent.
type snapshotCmd struct {
	Export exportCmd `cmd:"" help:"Write the documents behind a permalink into one file, also while the service runs."`
	Import importCmd `cmd:"" help:"Take the documents of such a file over, while no service runs."`
	Verify verifyCmd `cmd:"" help:"Replay a permalink, or that of a file from the file alone, and compare. Also while the service runs."`
}

type exportCmd struct {
	Permalink string `arg:"" help:"A permalink, or its last part."`
	Output    string `short:"o" type:"path" help:"File to write; the default is named by the digest. It must not be there yet."`
}

type importCmd struct {
	File string `arg:"" type:"path" help:"A file that export has written."`
}

type verifyCmd struct {
	What string `arg:"" help:"A permalink, or a file that export has written."`
}

// Run implements kong's command.
func (e exportCmd) Run(c *console) error {
	return c.overPermalink(e.Permalink, func(a *app, r *lookup.Result, link *permalink.Link) error {
		archive, err := a.archive(c.ctx, r, link)
		if err != nil {
			return err
		}
		name := e.Output
		if name == "" {
			name = "tutti-" + link.Digest[:min(12, len(link.Digest))] + ".snapshots"
		}
		if err := writeNew(name, archive.Write); err != nil {
			return err
		}
		_, err = fmt.Fprintf(c.out, "%d documents are in %s\n", len(archive.Entries), name)
		return err
	})
}

// Run implements kong's command. The file is verified by itself before anything is stored.
func (i importCmd) Run(c *console) error {
	cfg, err := c.load()
	if err != nil {
		return err
	}
	archive, link, err := readArchive(i.File)
	if err != nil {
		return usageError{err}
	}
	if _, err := c.verified(cfg, archive, link); err != nil {
		return fmt.Errorf("%s: %w", i.File, err)
	}
	return c.overStore(cfg, disk(cfg), func(a *app) error {
		n, err := archive.PutAll(c.ctx, a.store)
		if err != nil {
			return err
		}
		link, err := c.holding(cfg, a, archive, link)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(c.out, "%d of %d documents were new; they are asked for by\n%s\n", n, len(archive.Entries),
			permalink.URL(a.publicURL(), link.Token()))
		return err
	})
}

// holding returns the permalink that gives the same in this store: the file's own, or with all documents pinned, where other
// documents of the same keys lie too.
func (c *console) holding(cfg config.Config, a *app, archive *snapshot.Archive, link *permalink.Link) (*permalink.Link, error) {
	if _, err := a.replayed(c.ctx, link); err == nil {
		return link, nil
	}
	r, err := c.verified(cfg, archive, link)
	if err != nil {
		return nil, err
	}
	pinned := r.Pinned()
	_, err = a.replayed(c.ctx, pinned)
	return pinned, err
}

// Run implements kong's command.
func (v verifyCmd) Run(c *console) error {
	if _, err := os.Stat(v.What); err == nil {
		cfg, err := c.load()
		if err != nil {
			return err
		}
		archive, link, err := readArchive(v.What)
		if err != nil {
			return usageError{err}
		}
		r, err := c.verified(cfg, archive, link)
		if err != nil {
			return err
		}
		return c.tellVerified(r, link)
	}
	return c.overPermalink(v.What, func(_ *app, r *lookup.Result, link *permalink.Link) error { return c.tellVerified(r, link) })
}

// overPermalink replays a permalink from the store of the configuration, beside a running service, and hands over what comes out.
func (c *console) overPermalink(text string, f func(*app, *lookup.Result, *permalink.Link) error) error {
	link, err := permalink.Parse(text)
	if err != nil {
		return usageError{fmt.Errorf("%s: %w", shortened(text), err)}
	}
	cfg, err := c.load()
	if err != nil {
		return err
	}
	return c.overStore(cfg, reading(cfg), func(a *app) error {
		r, err := a.replayed(c.ctx, link)
		if err != nil {
			return err
		}
		return f(a, r, link)
	})
}

// tellVerified prints what was verified.
func (c *console) tellVerified(r *lookup.Result, link *permalink.Link) error {
	var b strings.Builder
	title := "no release"
	if release := r.Release(); release != nil {
		title = strings.TrimSuffix(fmt.Sprintf("%q by %s", release.Title(nil), music.CreditText(release.Music().Artists)), " by ")
	}
	fmt.Fprintf(&b, "verified: %s\n", title)
	fmt.Fprintf(&b, "as of     %s\ndocuments %d, digest %s\nrelease   %s\n", link.AsOf.Format("2006-01-02T15:04:05.000Z"), len(r.Journals()), link.Digest, link.Content)
	for _, s := range link.Sources {
		fmt.Fprintf(&b, "%-12s %s\n", s.Provider, strings.TrimSpace(strings.ToLower(s.Status+" "+s.Code)))
	}
	_, err := io.WriteString(c.out, b.String())
	return err
}

func shortened(text string) string {
	const longest = 60
	if len(text) <= longest {
		return text
	}
	return text[:longest] + "…"
}

// readArchive reads a file and the permalink in it.
func readArchive(name string) (_ *snapshot.Archive, _ *permalink.Link, err error) {
	f, err := os.Open(name) //nolint:gosec // the file that the operator names
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	archive, err := snapshot.ReadArchive(f)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", name, err)
	}
	link, err := permalink.Parse(archive.Note)
	if err != nil {
		return nil, nil, fmt.Errorf("%s: its permalink: %w", name, err)
	}
	return archive, link, nil
}

// writeNew writes a file that must not be there yet; one that could not be written is removed.
func writeNew(name string, write func(io.Writer) error) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) //nolint:gosec // the file that the operator names
	if err != nil {
		return usageError{err}
	}
	if err := errors.Join(write(f), f.Sync(), f.Close()); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	return nil
}

// reading opens the store of the configuration without changing it.
func reading(cfg config.Config) opener {
	return func(ctx context.Context, kit telemetry.Kit) (snapshot.Store, error) {
		return onDisk(ctx, cfg, snapshot.Options{Telemetry: kit, ReadOnly: true})
	}
}

// overStore runs f with the program over a store.
func (c *console) overStore(cfg config.Config, open opener, f func(*app) error) error {
	a, err := wireOver(c.ctx, cfg, telemetry.Options{Output: io.Discard}, open)
	if err != nil {
		return err
	}
	return errors.Join(f(a), a.shut(c.ctx))
}

// verified replays the permalink of an archive from the archive alone.
func (c *console) verified(cfg config.Config, archive *snapshot.Archive, link *permalink.Link) (*lookup.Result, error) {
	alone := func(ctx context.Context, _ telemetry.Kit) (snapshot.Store, error) {
		s := snapshot.NewMemory(archiveMemory)
		_, err := archive.PutAll(ctx, s)
		return s, err
	}
	var r *lookup.Result
	err := c.overStore(cfg, alone, func(a *app) (err error) {
		r, err = a.replayed(c.ctx, link)
		return err
	})
	return r, err
}

// archiveMemory is how much of an archive is held in memory, in bytes.
const archiveMemory = 2 << 30

// replayed replays a permalink; the error says why that does not give the same.
func (a *app) replayed(ctx context.Context, link *permalink.Link) (*lookup.Result, error) {
	q, err := lookup.Replay(link)
	if err != nil {
		return nil, usageError{err}
	}
	r := a.engine.Run(ctx, q, lookup.Need{Common: link.Need, Of: link.Views})
	if failed, ok := errors.AsType[*lookup.ReplayError](r.Err()); ok {
		return nil, failed
	}
	return r, ctx.Err()
}

// archive collects the documents that a replay has used.
func (a *app) archive(ctx context.Context, r *lookup.Result, link *permalink.Link) (*snapshot.Archive, error) {
	out := &snapshot.Archive{Note: link.Token()}
	for _, n := range r.Journals() {
		e, err := a.store.At(ctx, n)
		if err != nil {
			return nil, err
		}
		out.Entries = append(out.Entries, e)
	}
	return out, nil
}
