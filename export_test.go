package main

import (
	"context"
	"io"

	"github.com/alecthomas/kong"
)

// ServeFlags lists the flags of reaffirm serve in the order of its help, the general ones (--help, --version) left out.
func ServeFlags() ([]*kong.Flag, error) {
	parser, err := newParser(context.Background(), streams{io.Discard, io.Discard})
	if err != nil {
		return nil, err
	}
	for _, command := range parser.Model.Children {
		if command.Name == "serve" {
			return command.Flags, nil
		}
	}
	return nil, nil
}

// OpenLog is what reaffirm serve logs with.
var OpenLog = openLog
