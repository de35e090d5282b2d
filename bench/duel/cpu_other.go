//go:build !unix

package duel

import "time"

// cpu is not known here.
func cpu() time.Duration { return 0 }
