package server_test

import (
	"io"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

func zstdReader(t *testing.T, body string) io.Reader {
	t.Helper()
	r, err := zstd.NewReader(strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(r.Close)
	return r
}
