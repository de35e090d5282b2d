package server

import (
	"bytes"
	"fmt"
	"runtime"
	"sync"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// The content encodings offered, the better one first.
const (
	encodingZstd = "zstd"
	encodingGzip = "gzip"
)

// encodingOf chooses the content encoding by the Accept-Encoding header; "" is none.
func encodingOf(accept string) string {
	list := preferences(accept)
	best, bestQuality := "", 0.0
	for _, offer := range []string{encodingZstd, encodingGzip} {
		quality, named := 0.0, false
		for _, p := range list {
			if p.value == offer || p.value == "*" && !named {
				quality, named = p.quality, p.value == offer
			}
		}
		if quality > bestQuality {
			best, bestQuality = offer, quality
		}
	}
	return best
}

// A compressor compresses bodies. It is safe for concurrent use.
type compressor struct {
	zstd *zstd.Encoder
	gzip sync.Pool // of *gzip.Writer
}

func newCompressor() (*compressor, error) {
	z, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(runtime.GOMAXPROCS(0)), zstd.WithLowerEncoderMem(true))
	if err != nil {
		return nil, fmt.Errorf("zstd: %w", err)
	}
	return &compressor{zstd: z, gzip: sync.Pool{New: func() any { return gzip.NewWriter(nil) }}}, nil
}

func (c *compressor) compress(encoding string, body []byte) []byte {
	if encoding == encodingZstd {
		return c.zstd.EncodeAll(body, make([]byte, 0, len(body)/3))
	}
	var b bytes.Buffer
	b.Grow(len(body) / 3)
	w := c.gzip.Get().(*gzip.Writer)
	defer c.gzip.Put(w)
	w.Reset(&b)
	// A bytes.Buffer takes whatever is written.
	_, _ = w.Write(body)
	_ = w.Close()
	return b.Bytes()
}
