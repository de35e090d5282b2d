package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"reaffirm/loader"
)

type checkCommand struct {
	Explain string   `placeholder:"ID" xor:"what" help:"Instead of the report: what was found in one provision or commitment, and the rule that found each."`
	Why     string   `placeholder:"LATER" xor:"what" help:"Instead of the report: why provision LATER is linked to provision EARLIER, named behind it, or why not."`
	Args    []string `arg:"" optional:"" name:"dir" help:"The corpus folder, with its manifest.json; the embedded corpus if left out."`
}

func (c *checkCommand) Run(ctx context.Context, s streams) error {
	args, earlier := c.Args, ""
	if c.Why != "" {
		if len(args) == 0 {
			return errors.New("--why takes two ids: reaffirm check --why LATER EARLIER")
		}
		earlier, args = args[0], args[1:]
	}
	dir := ""
	switch len(args) {
	case 0:
	case 1:
		dir = args[0]
	default:
		return fmt.Errorf("check takes one folder, not %d", len(args))
	}
	g, report, err := loadCorpus(ctx, dir, s)
	switch {
	case err != nil:
		return err
	case c.Explain != "":
		return loader.Explain(s.out, g, c.Explain)
	case c.Why != "":
		return loader.Why(s.out, g, c.Why, earlier)
	}
	if err := report.Print(s.out); err != nil {
		return err
	}
	if report.Failed() {
		return errSaid
	}
	return nil
}

type exportCommand struct {
	Corpus string `type:"path" placeholder:"DIR" help:"The corpus folder, with its manifest.json; the embedded corpus if left out."`
}

func (c *exportCommand) Run(ctx context.Context, s streams) error {
	g, _, err := loadCorpus(ctx, c.Corpus, s)
	if err != nil {
		return err
	}
	e := json.NewEncoder(s.out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(g)
}
