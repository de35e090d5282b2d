package server

import (
	"context"
	"crypto/rand"
	"log/slog"
	"net/http"
	"runtime/debug"
	"time"
)

// A record gathers what is worth knowing of a request.
type record struct {
	id       string
	route    string // pattern that matched, "GET /healthz", or ""
	start    time.Time
	duration time.Duration // to the end of the answer
	status   int
	bytes    int
	cache    string   // "hit", "miss", "shared" (with another request's execution), or ""
	codes    []string // of GraphQL errors
	answer   *answer  // that was sent, or made a page; nil where no GraphQL was asked
}

type recordKey struct{}

// recordOf returns the record of a request's context; one of its own where there is none.
func recordOf(ctx context.Context) *record {
	if rec, ok := ctx.Value(recordKey{}).(*record); ok {
		return rec
	}
	return &record{}
}

// recording gives each request an id and a record, and logs it when it is answered. A panic is logged and answered with the id.
func recording(logger *slog.Logger, m *Metrics, t tracing, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		rec := &record{id: requestID(r.Header.Get("X-Request-Id")), start: time.Now()}
		ctx, end := t.request(context.WithValue(r.Context(), recordKey{}, rec), r)
		r = r.WithContext(ctx)
		w.Header().Set("X-Request-Id", rec.id)
		watched := &watchedWriter{ResponseWriter: w, rec: rec}
		defer func() {
			if p := recover(); p != nil && p != http.ErrAbortHandler {
				logInternal(r.Context(), logger, rec.id, &panicError{p, debug.Stack()})
				if rec.status == 0 {
					http.Error(watched, concealed(rec.id).Message, http.StatusInternalServerError)
				}
			}
			rec.route, rec.duration = r.Pattern, time.Since(rec.start)
			m.done(rec)
			logRequest(logger, r, rec)
			end(rec)
		}()
		next.ServeHTTP(watched, r)
	})
}

// requestID is the client's own where it has a plain form, else a new one.
func requestID(given string) string {
	if given == "" || len(given) > 64 {
		return rand.Text()
	}
	for _, c := range []byte(given) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '_', c == '.':
		default:
			return rand.Text()
		}
	}
	return given
}

func logRequest(logger *slog.Logger, r *http.Request, rec *record) {
	if !logger.Enabled(r.Context(), slog.LevelInfo) {
		return
	}
	attrs := [9]slog.Attr{
		slog.String("request", rec.id),
		slog.String("method", r.Method),
		slog.String("path", r.URL.Path),
		slog.Int("status", rec.status),
		slog.Int("bytes", rec.bytes),
		slog.Duration("duration", rec.duration),
	}
	said, log := attrs[:6], logger.Handler()
	if r.Context().Err() != nil {
		said = append(said, slog.Bool("gone", true))
	}
	if rec.cache != "" {
		said = append(said, slog.String("cache", rec.cache))
	}
	if len(rec.codes) > 0 {
		said = append(said, slog.Any("errors", rec.codes))
	}
	if rec.answer != nil && rec.answer.log != nil {
		log = rec.answer.log
	}
	line := slog.NewRecord(rec.start.Add(rec.duration), slog.LevelInfo, "request", 0) // without its place in the source, which takes time to find
	line.AddAttrs(said...)
	_ = log.Handle(r.Context(), line) // there is nobody to tell that there is no log
}

// watchedWriter notes the status and the length of a response.
type watchedWriter struct {
	http.ResponseWriter
	rec *record
}

func (w *watchedWriter) WriteHeader(status int) {
	if w.rec.status == 0 {
		w.rec.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *watchedWriter) Write(b []byte) (int, error) {
	if w.rec.status == 0 {
		w.rec.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(b)
	w.rec.bytes += n
	return n, err
}

// Unwrap is for http.ResponseController.
func (w *watchedWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }
