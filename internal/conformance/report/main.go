// Command report counts the parts of a conformance report by kind and provider.
package main

import (
	"bufio"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"slices"
	"text/tabwriter"

	"tutti/internal/conformance"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "report:", err)
		os.Exit(1)
	}
}

// run prints the counts of the file that is named.
func run(args []string, out io.Writer) error {
	if len(args) != 1 {
		return errors.New("name one file: report FILE")
	}
	f, err := os.Open(args[0]) //nolint:gosec // the file that the user names
	if errors.Is(err, fs.ErrNotExist) {
		_, err = fmt.Fprintf(out, "%s is not there: no part was reported, because no test ran or no corpus was found\n", args[0])
		return err
	}
	if err != nil {
		return err
	}
	defer f.Close() //nolint:errcheck // it is only read
	rows, err := count(f)
	if err != nil {
		return fmt.Errorf("%s: %w", args[0], err)
	}
	return write(rows, out)
}

// row is what the parts of one kind and provider came to.
type row struct{ kind, provider string }

// counts are the parts by outcome.
type counts map[conformance.Outcome]int

func count(r io.Reader) (map[row]counts, error) {
	rows := map[row]counts{}
	s := bufio.NewScanner(r)
	s.Buffer(nil, 16<<20)
	for n := 1; s.Scan(); n++ {
		var p conformance.Part
		if err := json.Unmarshal(s.Bytes(), &p); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if !slices.Contains(outcomes(), p.Outcome) {
			return nil, fmt.Errorf("line %d: there is no outcome %q", n, p.Outcome)
		}
		k := row{p.Kind, cmp.Or(p.Provider, "-")}
		if rows[k] == nil {
			rows[k] = counts{}
		}
		rows[k][p.Outcome]++
	}
	return rows, s.Err()
}

func outcomes() []conformance.Outcome {
	return []conformance.Outcome{conformance.Passed, conformance.Failed, conformance.Unsupported, conformance.Deviation}
}

// write prints one line per kind and provider, and the sums.
func write(rows map[row]counts, out io.Writer) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	line := func(k row, c counts) {
		fmt.Fprintf(w, "%s\t%s", k.kind, k.provider) //nolint:errcheck // Flush tells
		for _, o := range outcomes() {
			fmt.Fprintf(w, "\t%d", c[o]) //nolint:errcheck // Flush tells
		}
		fmt.Fprintln(w) //nolint:errcheck // Flush tells
	}
	fmt.Fprintln(w, "kind\tprovider\tpassed\tfailed\tunsupported\tdeviation") //nolint:errcheck // Flush tells
	sum := counts{}
	keys := slices.SortedFunc(maps.Keys(rows), func(a, b row) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.provider, b.provider))
	})
	for _, k := range keys {
		line(k, rows[k])
		for o, n := range rows[k] {
			sum[o] += n
		}
	}
	line(row{"all", "all"}, sum)
	return w.Flush()
}
