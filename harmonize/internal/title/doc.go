// Package title takes titles apart: what they are called, and what is added to that in brackets, behind a dash, or as guests.
//
// Aligning tracks and grouping hits both need it, and weigh the additions each in its own way. It is pure, and never ranges over
// a map.
package title
