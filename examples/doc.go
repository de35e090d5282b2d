// Package examples shows how to use the API: from TypeScript, Python, Go and a shell. Its tests run each against a server.
package examples
