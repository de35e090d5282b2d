package explorer

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"
)

// styleSheet is the name under which the files in style/ are served as one.
const styleSheet = "style.css"

// assets are the files that the pages load, by their path in the folder files. Their addresses hold a digest of them all,
// so that a browser may keep them.
type assets struct {
	root      string // "/assets/<digest>/"
	files     map[string]Response
	imports   map[string][]string // the modules that each module imports
	importMap template.HTML
}

// bare says which file a module name that is no path stands for.
func bare() map[string]string {
	return map[string]string{
		"preact":       "vendor/preact.mjs",
		"preact/hooks": "vendor/preact-hooks.mjs",
		"htm":          "vendor/htm.module.js",
		"htm/preact":   "vendor/htm-preact.module.js",
	}
}

// newAssets reads the files. It fails for an import of a module that is not there.
func newAssets(source fs.FS) (*assets, error) {
	source, err := fs.Sub(source, "files")
	if err != nil {
		return nil, err
	}
	a := &assets{files: map[string]Response{}, imports: map[string][]string{}}
	var style bytes.Buffer
	whole := sha256.New()
	err = fs.WalkDir(source, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		body, err := fs.ReadFile(source, name)
		if err != nil {
			return err
		}
		media, ok := mediaTypes()[path.Ext(name)]
		if !ok {
			return fmt.Errorf("%s: its media type is not known", name)
		}
		fmt.Fprintf(whole, "%s %d\n%s", name, len(body), body)
		if path.Dir(name) == "style" {
			style.Write(body)
			return nil
		}
		a.files[name] = fileResponse(media, body)
		return nil
	})
	if err != nil {
		return nil, err
	}
	a.files[styleSheet] = fileResponse(mediaTypes()[".css"], style.Bytes())
	a.root = "/assets/" + hex.EncodeToString(whole.Sum(nil)[:8]) + "/"
	for _, name := range slices.Sorted(maps.Keys(a.files)) {
		if err := a.readImports(name); err != nil {
			return nil, err
		}
	}
	a.importMap, err = a.makeImportMap()
	return a, err
}

func fileResponse(media string, body []byte) Response {
	return Response{Status: 200, Media: media, Body: body, Tag: tag(body), Policy: policy("")}
}

func tag(body []byte) string {
	sum := sha256.Sum256(body)
	return `W/"` + hex.EncodeToString(sum[:16]) + `"`
}

// address is where a file is found.
func (a *assets) address(name string) (string, error) {
	if _, ok := a.files[name]; !ok {
		return "", fmt.Errorf("there is no file %s", name)
	}
	return a.root + name, nil
}

// statement is a static import or a re-export, in the form that our modules and the vendored ones have it.
var statement = regexp.MustCompile(`\b(?:import|export)\b[\s{*][^"'` + "`" + `;()]*?\bfrom\s*["']([^"']+)["']|\bimport\s*["']([^"']+)["']|\b(?:import|export)\{[^}]*\}from["']([^"']+)["']`)

func (a *assets) readImports(name string) error {
	if ext := path.Ext(name); ext != ".js" && ext != ".mjs" {
		return nil
	}
	for _, found := range statement.FindAllSubmatch(a.files[name].Body, -1) {
		module := string(bytes.Join(found[1:], nil))
		target, ok := bare()[module]
		if !ok && strings.HasPrefix(module, ".") {
			target = path.Join(path.Dir(name), module)
		}
		if _, ok := a.files[target]; !ok {
			return fmt.Errorf("%s imports %q, which is not there", name, module)
		}
		a.imports[name] = append(a.imports[name], target)
	}
	return nil
}

// needed lists the modules that the given ones load, themselves included, in the order in which they are met.
func (a *assets) needed(modules ...string) []string {
	var list []string
	for queue := modules; len(queue) > 0; queue = queue[1:] {
		if !slices.Contains(list, queue[0]) {
			list = append(list, queue[0])
			queue = append(queue, a.imports[queue[0]]...)
		}
	}
	return list
}

// makeImportMap makes the script element that tells the browser what bare says.
func (a *assets) makeImportMap() (template.HTML, error) {
	imports := map[string]string{}
	for name, file := range bare() {
		address, err := a.address(file)
		if err != nil {
			return "", err
		}
		imports[name] = address
	}
	text, err := json.Marshal(map[string]any{"imports": imports})
	return template.HTML(text), err
}

// policy is the Content-Security-Policy of a page with one script within it: its own files run, and nothing else.
func policy(script template.HTML) string {
	scripts := "'self'"
	if script != "" {
		sum := sha256.Sum256([]byte(script))
		scripts += " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
	}
	return "default-src 'none'; script-src " + scripts + "; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; " +
		"connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
}

// mediaTypes are named here because the standard library's differ from machine to machine.
func mediaTypes() map[string]string {
	return map[string]string{
		".css": "text/css; charset=utf-8",
		".js":  "text/javascript; charset=utf-8",
		".mjs": "text/javascript; charset=utf-8",
		".svg": "image/svg+xml",
	}
}
