// Command distil writes the network that package language embeds. It reads the unpacked npm package lande, version 1.0.10
// (MIT, Fabio Spampinato), which was trained with sentences of Tatoeba:
//
//	npm pack lande@1.0.10 && tar -xf lande-1.0.10.tgz
//	go run ./internal/language/distil package > internal/language/network.json
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// network is what is written; package language reads it.
type network struct {
	Languages []string
	Grams     [][]string // of one to four letters
	Layers    []layer
}

type layer struct {
	Biases row
	Rows   []row // one per output
}

// row are numbers in one byte each: (byte - 127) / Scale.
type row struct {
	Scale float64
	Bytes []byte
}

// model is the package's own form.
type model struct {
	Layers []struct {
		Type    string
		Biases  string   `json:"_biases"`
		Filters []string `json:"_filters"`
	}
}

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "distil:", err)
		os.Exit(1)
	}
}

func run(args []string, w io.Writer) error {
	if len(args) != 1 {
		return errors.New("give the folder of the unpacked package")
	}
	var out network
	var grams struct{ Unigrams, Bigrams, Trigrams, Quadgrams []string }
	var m model
	for name, into := range map[string]any{"t50-langs.js": &out.Languages, "t50-ngrams.js": &grams, "t50-options.js": &m} {
		if err := readExport(filepath.Join(args[0], "standalone", name), into); err != nil {
			return err
		}
	}
	out.Grams = [][]string{grams.Unigrams, grams.Bigrams, grams.Trigrams, grams.Quadgrams}
	for _, l := range m.Layers {
		if l.Type != "dense" {
			continue
		}
		dense, err := decodeLayer(l.Biases, l.Filters)
		if err != nil {
			return err
		}
		out.Layers = append(out.Layers, dense)
	}
	return json.NewEncoder(w).Encode(out)
}

// readExport reads a module that exports one value that is JSON.
func readExport(path string, into any) error {
	raw, err := os.ReadFile(path) //nolint:gosec // the file that the caller names
	if err != nil {
		return err
	}
	raw = bytes.TrimSuffix(bytes.TrimPrefix(bytes.TrimSpace(raw), []byte("export default ")), []byte(";"))
	if err := json.Unmarshal(raw, into); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

func decodeLayer(biases string, filters []string) (layer, error) {
	var out layer
	var err error
	if out.Biases, err = decodeRow(biases); err != nil {
		return out, err
	}
	for _, f := range filters {
		r, err := decodeRow(f)
		if err != nil {
			return out, err
		}
		out.Rows = append(out.Rows, r)
	}
	return out, nil
}

// decodeRow reads "1", the scale, a bar, and one byte per number in base 64.
func decodeRow(text string) (row, error) {
	scale, packed, ok := strings.Cut(strings.TrimPrefix(text, "1"), "|")
	if !ok || !strings.HasPrefix(text, "1") {
		return row{}, fmt.Errorf("numbers are not in one byte each: %.20q", text)
	}
	number, err := strconv.ParseFloat(scale, 64)
	if err != nil {
		return row{}, err
	}
	raw, err := base64.StdEncoding.DecodeString(packed)
	return row{Scale: number, Bytes: raw}, err
}
