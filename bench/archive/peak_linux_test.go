package archive_test

import (
	"os"
	"syscall"
)

// peakMiB is the most memory that a process which has ended had.
func peakMiB(state *os.ProcessState) float64 {
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	return float64(usage.Maxrss) / 1024 // it counts in KiB
}
