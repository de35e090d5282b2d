package main

import (
	"bufio"
	"context"
	"io"
	"log/slog"
	"os"
	"sync"
	"time"
)

const (
	// logDelay is how long a line of the log may wait to be written together with others.
	logDelay  = 100 * time.Millisecond
	logBuffer = 64 << 10 // bytes
)

// openLog returns a logger that writes to w in a form: "text", "json", or "auto" for text on a terminal and JSON elsewhere. Lines are
// written together, a tenth of a second late at most; warnings and errors at once, with all that came before. What is
// called at the end writes the rest.
func openLog(w io.Writer, form string, level slog.Level) (logger *slog.Logger, finish func()) {
	late := &lateWriter{to: w, lines: bufio.NewWriterSize(w, logBuffer)}
	options := &slog.HandlerOptions{Level: level}
	var h slog.Handler = slog.NewJSONHandler(late, options)
	if form == "text" || form == "auto" && isTerminal(w) {
		h = slog.NewTextHandler(late, options)
	}
	return slog.New(urgent{h, late}), late.flush
}

// A lateWriter gathers what is written and passes it on after logDelay at most. It is safe for concurrent use. What cannot be
// written is lost; what comes later is tried again.
type lateWriter struct {
	to io.Writer

	mu      sync.Mutex
	lines   *bufio.Writer
	waiting bool // a flush is due
}

func (l *lateWriter) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.waiting {
		l.waiting = true
		time.AfterFunc(logDelay, l.flush)
	}
	return l.lines.Write(b)
}

func (l *lateWriter) flush() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.waiting = false
	if l.lines.Flush() != nil {
		l.lines.Reset(l.to) // it would take nothing more
	}
}

// urgent is a handler that has warnings and errors written at once.
type urgent struct {
	slog.Handler
	late *lateWriter
}

func (u urgent) Handle(ctx context.Context, r slog.Record) error {
	err := u.Handler.Handle(ctx, r)
	if r.Level >= slog.LevelWarn {
		u.late.flush()
	}
	return err
}

func (u urgent) WithAttrs(attrs []slog.Attr) slog.Handler {
	return urgent{u.Handler.WithAttrs(attrs), u.late}
}

func (u urgent) WithGroup(name string) slog.Handler { return urgent{u.Handler.WithGroup(name), u.late} }

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
