package harmonize

import "tutti/music"

// Owner is whom the merge was made for, see Options.
func (r *Release) Owner() any { return r.opts.Owner }

// WithOwner returns the same release, with its media and tracks, for another owner.
func (r *Release) WithOwner(owner any) *Release {
	out, opts, list := *r, *r.opts, *r.list
	opts.Owner = owner
	list.release = &out
	out.opts, out.list = &opts, &list
	out.lazily()
	return &out
}

// Solo returns the provider whose own release this is; false for a merged one.
func (r *Release) Solo() (music.ProviderName, bool) { return r.opts.solo, r.opts.solo != "" }
