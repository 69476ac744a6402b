package language

import (
	_ "embed" // the trained network
	"encoding/json"
	"fmt"
	"math"
)

// packed is the trained network, 110 kB of it. Command distil writes it.
//
//go:embed network.json
var packed []byte

// network has one hidden layer. Its input is how frequent some hundreds of short letter sequences are in a text.
type network struct {
	languages []string
	inputs    map[string]int // by letter sequence
	hidden    layer
	output    layer
}

// layer has one row of weights per input.
type layer struct {
	biases  []float32
	weights [][]float32
}

// load unpacks the network.
func load() (*network, error) {
	var file struct {
		Languages []string
		Grams     [][]string
		Layers    []packedLayer
	}
	if err := json.Unmarshal(packed, &file); err != nil {
		return nil, fmt.Errorf("network: %w", err)
	}
	if len(file.Layers) != 2 {
		return nil, fmt.Errorf("network: %d layers", len(file.Layers))
	}
	n := &network{languages: file.Languages, inputs: map[string]int{}}
	for _, list := range file.Grams {
		for _, g := range list {
			n.inputs[g] = len(n.inputs)
		}
	}
	n.hidden, n.output = file.Layers[0].unpack(), file.Layers[1].unpack()
	return n, nil
}

type packedLayer struct {
	Biases packedRow
	Rows   []packedRow // one per output
}

type packedRow struct {
	Scale float64
	Bytes []byte
}

func (r packedRow) at(i int) float32 { return float32((float64(r.Bytes[i]) - 127) / r.Scale) }

func (p packedLayer) unpack() layer {
	out := layer{biases: make([]float32, len(p.Rows)), weights: make([][]float32, len(p.Rows[0].Bytes))}
	for o := range p.Rows {
		out.biases[o] = p.Biases.at(o)
	}
	for i := range out.weights {
		out.weights[i] = make([]float32, len(p.Rows))
		for o, row := range p.Rows {
			out.weights[i][o] = row.at(i)
		}
	}
	return out
}

// forward adds up what the inputs weigh. Inputs that are zero are left out.
func (l layer) forward(inputs []input) []float64 {
	out := make([]float64, len(l.biases))
	for _, in := range inputs {
		for o, w := range l.weights[in.index] {
			out[o] += float64(in.value * float64(w)) // never fused: all machines get the same
		}
	}
	for o, b := range l.biases {
		out[o] += float64(b)
	}
	return out
}

// input is the value of one input that is not zero.
type input struct {
	index int
	value float64
}

// activations returns how strongly the text speaks for each language, as logarithms up to a constant.
func (n *network) activations(text string) []float64 {
	var active []input
	for o, v := range n.hidden.forward(n.frequencies(text)) {
		if v > 0 {
			active = append(active, input{o, v})
		}
	}
	return n.output.forward(active)
}

// softmax turns activations into shares of one.
func softmax(logs []float64) []float64 {
	highest := math.Inf(-1)
	for _, a := range logs {
		highest = max(highest, a)
	}
	out, sum := make([]float64, len(logs)), 0.0
	for i, a := range logs {
		out[i] = math.Exp(a - highest)
		sum += out[i]
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}
