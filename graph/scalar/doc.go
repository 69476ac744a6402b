// Package scalar writes and reads the contract's scalars and enums.
//
// Input is checked for type and length only: whether a code is valid is checked where it is used, so that one bad code costs its
// own lookup and never the request.
package scalar
