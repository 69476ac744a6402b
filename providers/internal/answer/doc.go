// Package answer holds what providers share when they tell their story: asks over regions and pages, the list of tracks and the
// account of what is missing of it, and the remarks that several services give rise to.
//
// Whatever every provider would have to do is done by providers.Source; this is for what some of them do. How what a service says
// becomes values of package music is shared in package convert.
package answer
