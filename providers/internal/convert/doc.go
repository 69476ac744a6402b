// Package convert holds what several providers do alike to make values of package music out of what a service says.
//
// All of it is pure. What is absent stays absent: nil is what the service does not say, empty is what it says there is none of.
package convert
