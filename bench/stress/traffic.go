package stress

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// client is one of those who ask at the same time, over a connection of its own.
type client struct {
	run    *run
	random *rand.Rand
	http   *http.Client
	zstd   *zstd.Decoder
	tags   map[int]string // of answers, by case
}

func newClient(r *run, seed uint64) (*client, error) {
	z, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1))
	if err != nil {
		return nil, fmt.Errorf("zstd: %w", err)
	}
	return &client{
		run: r, random: rand.New(rand.NewPCG(seed, 1)), zstd: z, tags: map[int]string{},
		http: &http.Client{
			Timeout:       time.Minute,
			Transport:     &http.Transport{DisableCompression: true, MaxConnsPerHost: 1},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}, nil
}

// work asks until ctx ends.
func (c *client) work(ctx context.Context) {
	defer c.http.CloseIdleConnections()
	defer c.zstd.Close()
	for ctx.Err() == nil {
		if c.random.IntN(10) == 0 {
			c.rough(ctx)
		} else {
			c.ask(ctx, c.random.IntN(len(c.run.answers.Cases)))
		}
	}
}

// ask sends one case as a well-behaved client does.
func (c *client) ask(ctx context.Context, i int) {
	k := c.run.answers.Cases[i]
	r, err := k.request(ctx, "http://"+c.run.config.Address, c.run.serial.Add(1))
	if err != nil {
		c.run.wrong(err.Error())
		return
	}
	r.Header.Set("Accept-Encoding", []string{"", "gzip", "zstd", "gzip;q=0.5, zstd"}[c.random.IntN(4)])
	if tag := c.tags[i]; tag != "" && c.random.IntN(2) == 0 {
		r.Header.Set("If-None-Match", tag)
	}
	response, err := c.http.Do(r)
	if err == nil {
		defer response.Body.Close()
		err = c.read(i, response, r.Header.Get("If-None-Match"))
	}
	switch {
	case err == nil, ctx.Err() != nil:
	case k.Cut:
		c.run.count("cut off")
	default:
		c.run.wrong(fmt.Sprintf("%s: %v", k.Name, err))
	}
}

// read reads a response and checks it. The error says that it did not arrive.
func (c *client) read(i int, response *http.Response, asked string) error {
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	tag := response.Header.Get("Etag")
	c.tags[i] = tag
	if response.StatusCode == http.StatusNotModified {
		if asked == "" || tag != asked {
			c.run.wrong(fmt.Sprintf("%s: not modified, asked with %q, tag %q", c.run.answers.Cases[i].Name, asked, tag))
		}
		c.run.count("not modified")
		return nil
	}
	if body, err = c.decode(response.Header.Get("Content-Encoding"), body); err != nil {
		c.run.wrong(fmt.Sprintf("%s: %v", c.run.answers.Cases[i].Name, err))
		return nil
	}
	c.judge(i, Answer{response.StatusCode, body, response.Header.Get("Location")}, tag, response.Header.Get("Retry-After"))
	return nil
}

// judge counts an answer as right, refused for now, or wrong.
func (c *client) judge(i int, got Answer, tag, retry string) {
	switch wrong := c.run.answers.check(i, got, tag); {
	case wrong == "":
		c.run.count("right")
	case got.Status == http.StatusServiceUnavailable && retry != "" && strings.Contains(string(got.Body), `"OVERLOADED"`):
		c.run.count("overloaded")
	case got.Status == http.StatusGatewayTimeout && strings.Contains(string(got.Body), `"TIMEOUT"`):
		c.run.count("out of time")
	default:
		c.run.wrong(wrong)
	}
}

func (c *client) decode(encoding string, body []byte) ([]byte, error) {
	switch encoding {
	case "zstd":
		return c.zstd.DecodeAll(body, nil)
	case "gzip":
		r, err := gzip.NewReader(bytes.NewReader(body))
		if err != nil {
			return nil, err
		}
		return io.ReadAll(r)
	}
	return body, nil
}
