package neograph_test

import (
	"testing"

	"reaffirm/graph/graphtest"
	"reaffirm/graph/neograph"
)

func TestStore(t *testing.T) {
	graphtest.Run(t, func(t *testing.T) graphtest.Store { return emptyStore(t, neograph.Config{}) })
}
