package progress

import "io"

// Stages shows work in stages: a bar for each, one after the other. It must be closed. It is for one goroutine at a time.
type Stages struct {
	w    io.Writer
	what string
	bar  *Bar
}

// ShowStages shows the bars of work in stages on w, as Show does.
func ShowStages(w io.Writer) *Stages { return &Stages{w: w} }

// Report says how many of all steps of a stage are done. The bar of the stage before, if there is one, is taken away.
func (s *Stages) Report(what string, done, total int) {
	if s.bar == nil || s.what != what {
		s.Close()
		s.bar, s.what = Show(s.w, what), what
	}
	s.bar.Report(done, total)
}

// Close takes the bar away that is there.
func (s *Stages) Close() {
	if s.bar != nil {
		s.bar.Close()
		s.bar = nil
	}
}
