// Package pingpong is a provider that tests add, to show what a new one takes: https://pingpong.example
package pingpong
