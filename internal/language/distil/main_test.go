package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func packageOf(t *testing.T, options string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "standalone"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"t50-langs.js":   `export default ["eng","deu"];`,
		"t50-ngrams.js":  `export default {"unigrams":["e"],"bigrams":["th"],"trigrams":[],"quadgrams":["der "]};` + "\n",
		"t50-options.js": "export default " + options,
	} {
		if err := os.WriteFile(filepath.Join(dir, "standalone", name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestRun(t *testing.T) {
	t.Parallel()
	bytesOf := base64.StdEncoding.EncodeToString([]byte{0, 127, 254})
	var out bytes.Buffer
	err := run([]string{packageOf(t, `{"layers":[{"type":"input"},{"type":"dense","_biases":"12.5|`+bytesOf+`","_filters":["164|`+bytesOf+`"]}]}`)}, &out)
	if err != nil {
		t.Fatal(err)
	}
	var got network
	if err := json.Unmarshal(out.Bytes(), &got); err != nil {
		t.Fatal(err)
	}
	want := network{
		Languages: []string{"eng", "deu"}, Grams: [][]string{{"e"}, {"th"}, {}, {"der "}},
		Layers: []layer{{Biases: row{2.5, []byte{0, 127, 254}}, Rows: []row{{64, []byte{0, 127, 254}}}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestRunRefuses(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		args []string
		want string
	}{
		"no folder":              {nil, "give the folder"},
		"a folder without them":  {[]string{t.TempDir()}, "no such file"},
		"what is no JSON":        {[]string{packageOf(t, "{")}, "t50-options.js"},
		"numbers of two bytes":   {[]string{packageOf(t, `{"layers":[{"type":"dense","_biases":"22|AA=="}]}`)}, "one byte each"},
		"numbers without scale":  {[]string{packageOf(t, `{"layers":[{"type":"dense","_biases":"1AA=="}]}`)}, "one byte each"},
		"a scale that is none":   {[]string{packageOf(t, `{"layers":[{"type":"dense","_biases":"1x|AA=="}]}`)}, "invalid syntax"},
		"bytes that are no such": {[]string{packageOf(t, `{"layers":[{"type":"dense","_biases":"12|AA==","_filters":["12|?"]}]}`)}, "illegal base64"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if err := run(test.args, &bytes.Buffer{}); err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %s", err, test.want)
			}
		})
	}
}
