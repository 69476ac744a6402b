// Package answer holds what providers share when they tell their story: asks over regions and pages, the account of what is
// missing, and the remarks that several services give rise to.
//
// Whatever every provider would have to do is done by providers.Source; this is for what some of them do.
package answer
