package main_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/alecthomas/kong"

	main "reaffirm"
)

// A refusal says how a request that goes beyond a limit is answered.
type refusal struct {
	code string // of the error; "" for a limit that refuses nothing
	// query goes beyond the limit of the server that TestLimitsRefuseAsReadmeSays starts; "" where another limit's row shows it.
	query string
}

// refusals states for each limit, by the name of its flag, what README.md says of it.
func refusals() map[string]refusal {
	const node = "{ node(id: 1) { id } }"
	return map[string]refusal{
		"body":            {"BODY_TOO_LARGE", "{ __typename } #" + strings.Repeat("-", 2000)},
		"tokens":          {"LIMIT_EXCEEDED", "{ nodes(ids: [" + strings.Repeat("1 ", 200) + "]) { id } }"},
		"depth":           {"LIMIT_EXCEEDED", "{ a { b { c { d { e } } } } }"},
		"selections":      {"LIMIT_EXCEEDED", "{ a b c d e f g h i j k }"},
		"repeats":         {"LIMIT_EXCEEDED", "{ a a a }"},
		"aliases":         {"LIMIT_EXCEEDED", "{ x: a y: b z: c }"},
		"directives":      {"LIMIT_EXCEEDED", "{ a @b c @b d @b }"},
		"introspection":   {"LIMIT_EXCEEDED", "{ __schema { types { name } a: types { name } b: types { name } } }"},
		"variables":       {"LIMIT_EXCEEDED", "variables"},
		"complexity":      {"LIMIT_EXCEEDED", "{ provisions(first: 200) { nodes { id text } } }"},
		"duration":        {"TIMEOUT", node},
		"response":        {"LIMIT_EXCEEDED", "{ provisions(first: 20) { nodes { text } } }"},
		"concurrency":     {"OVERLOADED", ""},
		"queue":           {"OVERLOADED", ""},
		"queue-wait":      {"OVERLOADED", ""},
		"answer-cache":    {},
		"document-cache":  {},
		"persisted-cache": {},
	}
}

// limitName is the name of a flag within the limits, "" where it is none of them.
func limitName(f *kong.Flag) string {
	name, ok := strings.CutPrefix(f.Name, "limit-")
	if !ok {
		return ""
	}
	return name
}

// TestReadmeSettings holds that README.md lists every setting of reaffirm serve, with its flag, variable and default.
func TestReadmeSettings(t *testing.T) {
	flags, err := main.ServeFlags()
	if err != nil || len(flags) < 20 {
		t.Fatalf("%d flags: %v", len(flags), err)
	}
	limits := "| setting | default | bounds | beyond it |\n|---|--:|---|---|\n"
	others := "| setting | default | |\n|---|---|---|\n"
	for _, f := range flags {
		setting, help := fmt.Sprintf("`--%s`", f.Name), strings.TrimSuffix(strings.ReplaceAll(f.Help, " ("+f.Default+")", ""), ".")
		if len(f.Envs) > 0 {
			setting += fmt.Sprintf(" `%s`", f.Envs[0])
		}
		name := limitName(f)
		if name == "" {
			others += fmt.Sprintf("| %s | %s | %s |\n", setting, f.Default, help)
			continue
		}
		r, ok := refusals()[name]
		if !ok {
			t.Errorf("the limit %s refuses nobody knows what", name)
		}
		beyond := "the oldest go"
		if r.code != "" {
			beyond = "`" + r.code + "`"
		}
		value := f.Default
		if name == "concurrency" {
			value = "16 × CPUs"
			if f.Default != fmt.Sprint(16*runtime.GOMAXPROCS(0)) {
				t.Errorf("the default of %s is %s, not %s", name, f.Default, value)
			}
		}
		limits += fmt.Sprintf("| %s | %s | %s | %s |\n", setting, value, help, beyond)
	}
	compareSection(t, "limits", limits)
	compareSection(t, "settings", others)
}

// compareSection holds that README.md has text between the comments <!-- name --> and <!-- /name -->, or writes it there.
func compareSection(t *testing.T, name, text string) {
	t.Helper()
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	open, closing := []byte("<!-- "+name+" -->\n"), []byte("<!-- /"+name+" -->")
	before, rest, ok := bytes.Cut(readme, open)
	old, after, ok2 := bytes.Cut(rest, closing)
	switch {
	case !ok || !ok2:
		t.Fatalf("README.md has no section %s", name)
	case string(old) == text:
	case *updateReadme:
		if err := os.WriteFile("README.md", bytes.Join([][]byte{before, open, []byte(text), closing, after}, nil), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("README.md says of its %s\n%s\nand should say\n%s\ngo test . -run ReadmeSettings -update-readme writes it", name, old, text)
	}
}

// TestLimitsRefuseAsReadmeSays sets the limits low by their flags and holds that each refuses with the code that README.md names.
func TestLimitsRefuseAsReadmeSays(t *testing.T) {
	low := start(t, "--limit-body=2000", "--limit-tokens=100", "--limit-depth=4", "--limit-selections=10", "--limit-repeats=2", "--limit-aliases=2",
		"--limit-directives=2", "--limit-introspection=2", "--limit-variables=2", "--limit-complexity=250", "--limit-response=2000")
	t.Setenv("REAFFIRM_LIMIT_DURATION", "1ns")
	hurried := start(t)
	for name, r := range refusals() {
		if r.query == "" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			address, query, variables := low.address, r.query, map[string]int{}
			switch name {
			case "duration":
				address = hurried.address
			case "variables":
				query, variables = "query($a: Int) { __typename }", map[string]int{"a": 1, "b": 2, "c": 3}
			}
			if got, limit := refusalOf(t, address, query, variables); got != r.code || limit != name {
				t.Errorf("refused with %q by the limit %q, want %q", got, limit, r.code)
			}
		})
	}
}

// TestTooManyAtOnceAreRefusedAsReadmeSays: beyond what may run and wait, requests are refused, until one gives way.
func TestTooManyAtOnceAreRefusedAsReadmeSays(t *testing.T) {
	p := start(t, "--limit-concurrency=1", "--limit-queue=1", "--limit-queue-wait=1ms")
	want := refusals()["concurrency"].code
	for end := time.Now().Add(time.Minute); time.Now().Before(end); {
		var requests sync.WaitGroup
		codes := make([]string, 16)
		for i := range codes {
			requests.Go(func() {
				codes[i], _ = refusalOf(t, p.address, fmt.Sprintf("{ provisions(first: 200) { nodes { id text involvements { body { name } } } } } # %d", i), nil)
			})
		}
		requests.Wait()
		for _, code := range codes {
			switch code {
			case want:
				return
			case "":
			default:
				t.Fatalf("refused with %s", code)
			}
		}
	}
	t.Error("nobody was refused")
}

// refusalOf asks a query and returns the first error's code and the limit that it names.
func refusalOf(t *testing.T, address, query string, variables map[string]int) (code, limit string) {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.Post("http://"+address+"/graphql", "application/json", bytes.NewReader(body))
	if err != nil {
		t.Error(err)
		return "", ""
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Error(err)
	}
	var parsed struct {
		Errors []struct {
			Extensions struct {
				Code  string
				Limit struct{ Name string }
			}
		}
	}
	if err := json.Unmarshal(text, &parsed); err != nil {
		t.Errorf("%v: %.300s", err, text)
	}
	if len(parsed.Errors) == 0 {
		return "", ""
	}
	return parsed.Errors[0].Extensions.Code, parsed.Errors[0].Extensions.Limit.Name
}

var settingName = regexp.MustCompile(`--limit-[a-z-]+`)

// TestReadmeNamesNoOtherLimit holds that prose about limits speaks of those that there are.
func TestReadmeNamesNoOtherLimit(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range settingName.FindAllString(string(readme), -1) {
		if _, ok := refusals()[strings.TrimPrefix(name, "--limit-")]; !ok {
			t.Errorf("README.md speaks of %s, which is no flag", name)
		}
	}
}
