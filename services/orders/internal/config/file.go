package config

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/goccy/go-yaml"
)

// maxFileBytes stops a wrong path (a log, a device) from being read into memory.
const maxFileBytes = 1 << 20

// readFile returns the scalars of a YAML or JSON file by their dotted path: {"http": {"address": ":80"}} becomes http.address.
// JSON needs no parser of its own: it is YAML.
func readFile(path string) (map[string]string, error) {
	if path == "" {
		return nil, nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	content, err := io.ReadAll(io.LimitReader(file, maxFileBytes+1))
	if err != nil {
		return nil, err
	}
	if len(content) > maxFileBytes {
		return nil, fmt.Errorf("%s: larger than %d bytes", path, maxFileBytes)
	}
	var root map[string]any
	if err := yaml.Unmarshal(content, &root); err != nil {
		return nil, fmt.Errorf("%s: expected YAML or JSON: %s", path, firstLine(yaml.FormatError(err, false, false)))
	}
	values := map[string]string{}
	return values, flatten(values, "", root)
}

func flatten(into map[string]string, prefix string, node map[string]any) error {
	var errs []error
	for name, value := range node {
		key := prefix + name
		if name == "" || strings.Contains(name, ".") {
			errs = append(errs, fmt.Errorf("%q: expected nested names without dots", key))
			continue
		}
		switch v := value.(type) {
		case map[string]any:
			errs = append(errs, flatten(into, key+".", v))
		case []any:
			errs = append(errs, fmt.Errorf("%s: expected a single value, found a list", key))
		case nil:
			errs = append(errs, fmt.Errorf("%s: expected a value, found none", key))
		default:
			into[key] = fmt.Sprint(v)
		}
	}
	return errors.Join(errs...)
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(s, "\n")
	return line
}
