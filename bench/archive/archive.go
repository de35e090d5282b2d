// Package archive unpacks the corpus for measures of scale: 3,048 United Nations documents. It lies beside the
// repository and is no part of it.
package archive

import (
	"archive/tar"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"reaffirm/loader/corpus"
)

// Path is where the archive lies, as seen from the root of the repository.
const Path = "../shared/corpora/un-resolutions.tar.gz"

// listing is the manifest of the whole archive in its folder, where ManifestName lists a part.
const listing = "all.json"

// Unpack puts the files of the archive at path into folder dir, which then is a corpus with no manifest:
// Share writes that. Errors: fs.ErrNotExist where the archive is not there.
func Unpack(path, dir string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	for r := tar.NewReader(z); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		name := filepath.Base(h.Name)
		if name == corpus.ManifestName {
			name = listing
		}
		text, err := io.ReadAll(r)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, name), text, 0o644)
		}
		if err != nil {
			return err
		}
	}
}

// Share makes the corpus in dir, which Unpack has filled, one document in so many of the archive's.
func Share(dir string, parts int) error {
	text, err := os.ReadFile(filepath.Join(dir, listing))
	if err != nil {
		return err
	}
	var all, some struct {
		Documents []json.RawMessage `json:"documents"`
	}
	if err := json.Unmarshal(text, &all); err != nil {
		return err
	}
	for i := 0; i < len(all.Documents); i += parts {
		some.Documents = append(some.Documents, all.Documents[i])
	}
	if text, err = json.Marshal(some); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, corpus.ManifestName), text, 0o644)
}
