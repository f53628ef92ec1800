package config

import (
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net"
	"strconv"
	"strings"
	"time"
)

type duration = time.Duration

// errUnexpected lets the loader complain with the row's own Expect.
var errUnexpected = errors.New("unexpected value")

func address(env, key, def, help string, field func(*Config) *string) Setting {
	expect := `"host:port" or ":port" with a port from 0 to 65535`
	return Setting{Env: env, Key: key, Default: def, Expect: expect, Help: help, parse: func(c *Config, s string) error {
		_, port, err := net.SplitHostPort(s)
		if err != nil {
			return errUnexpected
		}
		if _, err := strconv.ParseUint(port, 10, 16); err != nil {
			return errUnexpected
		}
		*field(c) = s
		return nil
	}}
}

func positive(env, key, def, help string, field func(*Config) *duration) Setting {
	return span(env, key, def, "a duration above zero, such as 500ms or 5s", 1, help, field)
}

func nonNegative(env, key, def, help string, field func(*Config) *duration) Setting {
	return span(env, key, def, "a duration of zero or more, such as 0s or 250ms", 0, help, field)
}

func span(env, key, def, expect string, least duration, help string, field func(*Config) *duration) Setting {
	return Setting{Env: env, Key: key, Default: def, Expect: expect, Help: help, parse: func(c *Config, s string) error {
		d, err := time.ParseDuration(s)
		if err != nil || d < least {
			return errUnexpected
		}
		*field(c) = d
		return nil
	}}
}

func integer(env, key, def string, least, most int64, help string, set func(*Config, int64)) Setting {
	expect := fmt.Sprintf("a whole number from %d to %d", least, most)
	return Setting{Env: env, Key: key, Default: def, Expect: expect, Help: help, parse: func(c *Config, s string) error {
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil || n < least || n > most {
			return errUnexpected
		}
		set(c, n)
		return nil
	}}
}

func boolean(env, key, def, help string, field func(*Config) *bool) Setting {
	return Setting{Env: env, Key: key, Default: def, Expect: "true or false", Help: help, parse: func(c *Config, s string) error {
		switch strings.ToLower(s) {
		case "true":
			*field(c) = true
		case "false":
			*field(c) = false
		default:
			return errUnexpected
		}
		return nil
	}}
}

func rate(env, key, def, help string, field func(*Config) *float64) Setting {
	return Setting{Env: env, Key: key, Default: def, Expect: "a share from 0 to 1, such as 0.05", Help: help, parse: func(c *Config, s string) error {
		f, err := strconv.ParseFloat(s, 64)
		if err != nil || math.IsNaN(f) || f < 0 || f > 1 {
			return errUnexpected
		}
		*field(c) = f
		return nil
	}}
}

func level(env, key, def, help string) Setting {
	levels := map[string]slog.Level{"debug": slog.LevelDebug, "info": slog.LevelInfo, "warn": slog.LevelWarn, "error": slog.LevelError}
	return Setting{Env: env, Key: key, Default: def, Expect: "debug, info, warn or error", Help: help, Dynamic: true, parse: func(c *Config, s string) error {
		l, ok := levels[strings.ToLower(s)]
		if !ok {
			return errUnexpected
		}
		c.LogLevel = l
		return nil
	}}
}
