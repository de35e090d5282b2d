// Package progress shows on a terminal how far a long piece of work has come. Anywhere else it shows nothing.
package progress

import (
	"io"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

const (
	// delay is how long work may take before anything is shown.
	delay = 300 * time.Millisecond
	// width is that of the line, in columns.
	width = 72
)

// A Bar is a line that fills up: what is done, how many steps of it, and how long the rest will take.
type Bar struct {
	screen *mpb.Progress
	line   *mpb.Bar
	start  *time.Timer // of the drawing
}

// Show draws a bar on w once the work has taken a moment, if w is a terminal. It must be closed.
func Show(w io.Writer, what string) *Bar {
	started := make(chan any)
	screen := mpb.New(mpb.WithOutput(w), mpb.WithWidth(width), mpb.WithRenderDelay(started))
	return &Bar{
		screen: screen,
		line: screen.AddBar(0,
			mpb.PrependDecorators(decor.Name(what+" "), decor.CountersNoUnit("%d of %d ")),
			mpb.AppendDecorators(decor.AverageETA(decor.ET_STYLE_GO))),
		start: time.AfterFunc(delay, func() { close(started) }),
	}
}

// Report says how many of all steps are done. It is safe for concurrent use.
func (b *Bar) Report(done, total int) {
	b.line.SetTotal(int64(total), false)
	b.line.SetCurrent(int64(done))
}

// Close takes the bar away, however far the work has come.
func (b *Bar) Close() {
	b.start.Stop()
	b.line.Abort(true)
	b.screen.Wait()
}
