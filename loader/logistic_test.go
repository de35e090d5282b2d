package loader_test

import "math"

// logistic fits a logistic regression by Newton's method: the start and the weight of each feature, for
// which the penalized likelihood of labels is greatest. The penalty is half the square of the weights of
// the features scaled to deviation 1, so that few examples give no great weights.
func logistic(features [][]float64, labels []bool) (start float64, weights []float64) {
	n := len(features[0])
	mean, deviation := moments(features)
	w := make([]float64, n+1) // the last is the start
	scaled := make([]float64, n+1)
	for range 50 {
		gradient, curvature := make([]float64, n+1), square(n+1)
		for j := range n {
			gradient[j], curvature[j][j] = -w[j], 1
		}
		for i, x := range features {
			odds := w[n]
			for j := range x {
				scaled[j] = (x[j] - mean[j]) / deviation[j]
				odds += w[j] * scaled[j]
			}
			scaled[n] = 1
			p, label := 1/(1+math.Exp(-odds)), 0.0
			if labels[i] {
				label = 1
			}
			for j := range scaled {
				gradient[j] += (label - p) * scaled[j]
				for k := range scaled {
					curvature[j][k] += p * (1 - p) * scaled[j] * scaled[k]
				}
			}
		}
		step := solve(curvature, gradient)
		size := 0.0
		for j := range w {
			w[j] += step[j]
			size += step[j] * step[j]
		}
		if size < 1e-18 {
			break
		}
	}
	start = w[n]
	for j := range n {
		w[j] /= deviation[j]
		start -= w[j] * mean[j]
	}
	return start, w[:n]
}

func moments(rows [][]float64) (mean, deviation []float64) {
	mean, deviation = make([]float64, len(rows[0])), make([]float64, len(rows[0]))
	for j := range mean {
		for _, x := range rows {
			mean[j] += x[j] / float64(len(rows))
		}
		for _, x := range rows {
			deviation[j] += (x[j] - mean[j]) * (x[j] - mean[j]) / float64(len(rows))
		}
		deviation[j] = math.Sqrt(deviation[j])
	}
	return mean, deviation
}

func square(n int) [][]float64 {
	out := make([][]float64, n)
	for i := range out {
		out[i] = make([]float64, n)
	}
	return out
}

// solve solves a x = b for a positive definite a by elimination; it overwrites both.
func solve(a [][]float64, b []float64) []float64 {
	for i := range a {
		for r := i + 1; r < len(a); r++ {
			f := a[r][i] / a[i][i]
			for c := i; c < len(a); c++ {
				a[r][c] -= f * a[i][c]
			}
			b[r] -= f * b[i]
		}
	}
	for i := len(a) - 1; i >= 0; i-- {
		for c := i + 1; c < len(a); c++ {
			b[i] -= a[i][c] * b[c]
		}
		b[i] /= a[i][i]
	}
	return b
}
