// Package build says which build of the service is running.
package build

import (
	"fmt"
	"runtime"
)

// Info identifies a build. The linker fills it in (`-ldflags "-X main.version=…"`); a plain `go build` leaves "dev" and "unknown".
type Info struct {
	Version string `json:"version"`
	Commit  string `json:"commit"`
	Time    string `json:"buildTime"`
}

// String is what --version prints.
func (i Info) String() string {
	return fmt.Sprintf("orders %s (commit %s, built %s, %s %s/%s)", i.Version, i.Commit, i.Time, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
