package config

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

// Dynamic returns the configuration with what the file at path ("" for none) says about settings that may change while the service
// runs. The error joins every mistake found; nothing of a file with a mistake counts.
func (c Config) Dynamic(path string) (Config, error) {
	file, err := readFile(path)
	errs := []error{err}
	changed := c
	for _, s := range Settings() {
		value, found := file[s.Key]
		if !found {
			continue
		}
		delete(file, s.Key)
		if s.Dynamic {
			errs = append(errs, s.apply(&changed, "", value))
		} else {
			errs = append(errs, fmt.Errorf("%s: cannot change while the service runs", s.Key))
		}
	}
	for _, unknown := range slices.Sorted(maps.Keys(file)) {
		errs = append(errs, fmt.Errorf("%s: no such setting in the file; see --help", unknown))
	}
	if err := errors.Join(errs...); err != nil {
		return c, err
	}
	return changed, nil
}
