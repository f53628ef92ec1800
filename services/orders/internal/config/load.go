package config

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"net"
	"slices"
)

// Load reads the settings from the file at path ("" for none), then from the environment, then from the defaults: the platform's
// layers, of which a mounted file is above the stack file's variables (docs/configuration.md).
// The error joins every mistake found, one sentence each, and never contains the value of a secret.
func Load(path string, getenv func(string) string) (Config, error) {
	file, err := readFile(path)
	errs := []error{err}
	var c Config
	for _, s := range Settings() {
		err := s.apply(&c, getenv(s.Env), file[s.Key])
		delete(file, s.Key)
		if err != nil && s.Key == "" {
			c.Warnings = append(c.Warnings, err.Error()+"; ignored")
			err = s.apply(&c, "", "")
		}
		errs = append(errs, err)
	}
	for _, unknown := range slices.Sorted(maps.Keys(file)) {
		errs = append(errs, fmt.Errorf("%s: no such setting in the file; see --help", unknown))
	}
	if err := errors.Join(errs...); err != nil {
		return Config{}, err
	}
	return c, c.conflicts()
}

// apply takes the first of file, environment and default that is not empty: OpenTelemetry wants an empty variable to mean an unset one.
func (s Setting) apply(c *Config, env, file string) error {
	value := cmp.Or(file, env, s.Default)
	if value == "" || s.parse(c, value) == nil {
		return nil
	}
	name := s.Key
	if file == "" {
		name = s.Env
	}
	found := fmt.Sprintf("%q", value)
	if s.Secret {
		found = "something else"
	}
	return fmt.Errorf("%s: expected %s, found %s", name, s.Expect, found)
}

// conflicts finds values that are fine alone and wrong together.
func (c Config) conflicts() error {
	var errs []error
	listeners := []struct{ env, address string }{{"HTTP_ADDRESS", c.HTTP.Address}, {"METRICS_ADDRESS", c.Metrics.Address}}
	if c.Admin.Enabled {
		listeners = append(listeners, struct{ env, address string }{"ADMIN_ADDRESS", c.Admin.Address})
	}
	taken := map[string]string{}
	for _, l := range listeners {
		_, port, _ := net.SplitHostPort(l.address)
		if other, clash := taken[port]; clash && port != "0" {
			errs = append(errs, fmt.Errorf("%s: expected a port of its own, found port %s of %s", l.env, port, other))
		}
		taken[port] = l.env
	}
	return errors.Join(errs...)
}
