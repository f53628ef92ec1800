package main

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"text/tabwriter"

	"slipway.dev/services/orders/internal/config"
)

// options are the command line.
type options struct {
	config      string
	dynamic     string
	checkConfig bool
	version     bool
}

func parse(args []string, getenv func(string) string, stderr io.Writer) (options, error) {
	var o options
	flags := flag.NewFlagSet("orders", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {}
	flags.StringVar(&o.config, "config", getenv("CONFIG_FILE"), "")
	flags.StringVar(&o.dynamic, "dynamic-config", getenv("DYNAMIC_CONFIG_FILE"), "")
	flags.BoolVar(&o.checkConfig, "check-config", false, "")
	flags.BoolVar(&o.version, "version", false, "")
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if flags.NArg() > 0 {
		err := fmt.Errorf("unexpected argument %q", flags.Arg(0))
		fmt.Fprintln(stderr, err)
		return o, err
	}
	return o, nil
}

func help(w io.Writer) {
	fmt.Fprint(w, `orders serves the orders API.

  --config FILE           YAML or JSON file with settings (or CONFIG_FILE)
  --dynamic-config FILE   file with log.level, applied whenever it changes (or DYNAMIC_CONFIG_FILE)
  --check-config          report every mistake in the configuration, then exit
  --version               print the build, then exit
  --help                  print this, then exit

Each setting is read from the dynamic file, else from the file, else from its environment variable, else from its default.
OpenTelemetry's other variables (OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES, OTEL_TRACES_SAMPLER, OTEL_BSP_*) work as it specifies.

`)
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "ENVIRONMENT\tFILE\tDEFAULT\tMEANING")
	for _, s := range config.Settings() {
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", s.Env, cmp.Or(s.Key, "-"), cmp.Or(s.Default, "-"), s.Help)
	}
	_ = table.Flush()
}
