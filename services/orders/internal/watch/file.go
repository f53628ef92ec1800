// Package watch tells when a file changes, also one of a mounted ConfigMap.
package watch

import (
	"context"
	"path/filepath"

	"github.com/fsnotify/fsnotify"
)

// mounted is the symbolic link through which the kubelet serves every file of a volume. It replaces the link in one rename, so the
// file that a service reads is never written to, and watching that file itself would miss every change.
//
// https://pkg.go.dev/k8s.io/kubernetes/pkg/volume/util#AtomicWriter
const mounted = "..data"

// File calls changed after each change of the file, until ctx ends. It may also call for a change that left the content as it was.
// The file need not be there yet, its folder must be.
func File(ctx context.Context, path string, changed func()) error {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	defer watcher.Close()
	if err := watcher.Add(filepath.Dir(path)); err != nil {
		return err
	}
	// What changed before the watch began would never be told.
	changed()
	for {
		select {
		case <-ctx.Done():
			return nil
		case event := <-watcher.Events:
			name := filepath.Base(event.Name)
			if (name == mounted || name == filepath.Base(path)) && !event.Has(fsnotify.Chmod) {
				changed()
			}
		case err := <-watcher.Errors:
			return err
		}
	}
}
