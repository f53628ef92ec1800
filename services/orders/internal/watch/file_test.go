package watch

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// follow returns the content of the file at each call, and the end of the watch.
func follow(t *testing.T, path string) <-chan string {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	contents, ended := make(chan string, 100), make(chan error)
	go func() {
		ended <- File(ctx, path, func() {
			content, _ := os.ReadFile(path)
			contents <- string(content)
		})
	}()
	t.Cleanup(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	return contents
}

func until(t *testing.T, contents <-chan string, want string) {
	t.Helper()
	timeout := time.After(10 * time.Second)
	for got := "nothing"; got != want; {
		select {
		case got = <-contents:
		case <-timeout:
			t.Fatalf("want %q, got %q last", want, got)
		}
	}
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}

// publish does what the kubelet does: a new folder, a new link beside the old one, one rename over it.
func publish(t *testing.T, volume string, version int, content string) {
	t.Helper()
	folder := fmt.Sprintf("..version_%d", version)
	write(t, filepath.Join(volume, folder, "dynamic.yaml"), content)
	if err := os.Symlink(folder, filepath.Join(volume, "..data_tmp")); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(filepath.Join(volume, "..data_tmp"), filepath.Join(volume, "..data")); err != nil {
		t.Fatal(err)
	}
}

func TestEveryVersionOfAMountedConfigMapIsSeen(t *testing.T) {
	volume := t.TempDir()
	publish(t, volume, 1, "one")
	path := filepath.Join(volume, "dynamic.yaml")
	if err := os.Symlink("..data/dynamic.yaml", path); err != nil {
		t.Fatal(err)
	}
	contents := follow(t, path)
	until(t, contents, "one")
	for version, content := range []string{"two", "three", "four"} {
		publish(t, volume, version+2, content)
		until(t, contents, content)
		// The kubelet takes the old version away afterwards, which is no change of the file.
		_ = os.RemoveAll(filepath.Join(volume, fmt.Sprintf("..version_%d", version+1)))
	}
}

func TestAPlainFileMayBeWrittenReplacedAndComeLater(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dynamic.yaml")
	contents := follow(t, path)
	until(t, contents, "")
	write(t, path, "written")
	until(t, contents, "written")
	write(t, path+".new", "replaced")
	if err := os.Rename(path+".new", path); err != nil {
		t.Fatal(err)
	}
	until(t, contents, "replaced")
}

func TestOtherFilesOfTheFolderAreNone(t *testing.T) {
	folder := t.TempDir()
	contents := follow(t, filepath.Join(folder, "dynamic.yaml"))
	until(t, contents, "")
	write(t, filepath.Join(folder, "other.yaml"), "x")
	select {
	case <-contents:
		t.Error("called for another file")
	case <-time.After(200 * time.Millisecond):
	}
}

func TestAFolderThatIsNotThereCannotBeWatched(t *testing.T) {
	if err := File(t.Context(), filepath.Join(t.TempDir(), "none", "x.yaml"), func() {}); err == nil {
		t.Error("want an error")
	}
}
