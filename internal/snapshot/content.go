package snapshot

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/klauspost/compress/zstd"
)

// content is the folder of bodies, each in a file named by its hash.
type content struct {
	dir string // content/ab/ab….zst
	tmp string // on the same file system
	enc *zstd.Encoder
	dec *zstd.Decoder
}

// window is how far back compression looks, in bytes. Documents are small; a larger one only costs memory.
const window = 1 << 20

func newContent(dir, tmp string) (*content, error) {
	enc, err := zstd.NewWriter(nil, zstd.WithWindowSize(window), zstd.WithLowerEncoderMem(true))
	if err != nil {
		return nil, fmt.Errorf("make compressor: %w", err)
	}
	// The index knows the length of each body, so a damaged file cannot ask for more memory than that.
	dec, err := zstd.NewReader(nil, zstd.WithDecodeAllCapLimit(true), zstd.WithDecoderLowmem(true))
	if err != nil {
		return nil, fmt.Errorf("make decompressor: %w", err)
	}
	return &content{dir: dir, tmp: tmp, enc: enc, dec: dec}, nil
}

func (c *content) file(hash string) string {
	return filepath.Join(c.dir, hash[:2], hash+".zst")
}

// write puts a body under its hash and returns the bytes that it takes. When write has returned, the file survives a loss of
// power; before, only a file in tmp can be left.
func (c *content) write(hash string, body []byte) (int64, error) {
	data := c.enc.EncodeAll(body, nil)
	temp, err := c.writeTemp(data)
	if err != nil {
		return 0, fmt.Errorf("write snapshot body: %w", err)
	}
	if err := c.adopt(temp, c.file(hash)); err != nil {
		// The file in tmp is of no use; if it stays, the next start removes it.
		return 0, errors.Join(fmt.Errorf("write snapshot body: %w", err), removeIfThere(temp))
	}
	return int64(len(data)), nil
}

func (c *content) writeTemp(data []byte) (string, error) {
	f, err := os.CreateTemp(c.tmp, "body-*")
	if err != nil {
		return "", err
	}
	_, err = f.Write(data)
	if err == nil {
		err = f.Sync()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return "", errors.Join(err, removeIfThere(f.Name()))
	}
	return f.Name(), nil
}

// adopt moves a finished file to its place, so that the move survives a loss of power.
func (c *content) adopt(temp, file string) error {
	dir := filepath.Dir(file)
	switch err := os.Mkdir(dir, dirMode); {
	case err == nil:
		if err := syncDir(c.dir); err != nil {
			return err
		}
	case !errors.Is(err, fs.ErrExist):
		return err
	}
	if err := os.Rename(temp, file); err != nil {
		return err
	}
	return syncDir(dir)
}

// damage is what read found instead of a body.
type damage struct{ err error }

func (d damage) Error() string { return d.err.Error() }
func (d damage) Unwrap() error { return d.err }

// read returns the body of a hash, which has so many bytes, after checking it. The error is a damage when the file is not what
// it should be, and another one when the file could not be read.
func (c *content) read(hash string, size int64) ([]byte, error) {
	data, err := os.ReadFile(c.file(hash))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, damage{err}
	}
	if err != nil {
		return nil, fmt.Errorf("read snapshot body: %w", err)
	}
	body, err := c.dec.DecodeAll(data, make([]byte, 0, size))
	if err != nil {
		return nil, damage{err}
	}
	if got := hashOf(body); got != hash {
		return nil, damage{fmt.Errorf("its hash is %s", got)}
	}
	return body, nil
}

// close frees what compression holds. It must not be used afterwards.
func (c *content) close() error {
	c.dec.Close()
	if err := c.enc.Close(); err != nil {
		return fmt.Errorf("close compressor: %w", err)
	}
	return nil
}

func removeIfThere(file string) error {
	if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// syncDir makes what was created in a directory, or renamed into it, survive a loss of power. Windows cannot sync a directory.
func syncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	d, err := os.Open(dir) //nolint:gosec // a folder of the data directory
	if err != nil {
		return err
	}
	return errors.Join(d.Sync(), d.Close())
}
