// Command otelcol is the lab's OpenTelemetry Collector. Upstream's distributions are put together by a generator; this
// one holds the parts that the platform's pipelines are made of, and no more: each costs time to compile.
package main

import (
	"os"
	"runtime/debug"
	"strings"

	"go.opentelemetry.io/collector/component"
	"go.opentelemetry.io/collector/confmap"
	"go.opentelemetry.io/collector/confmap/provider/envprovider"
	"go.opentelemetry.io/collector/confmap/provider/fileprovider"
	"go.opentelemetry.io/collector/confmap/provider/yamlprovider"
	"go.opentelemetry.io/collector/otelcol"
)

func main() {
	command := otelcol.NewCommand(otelcol.CollectorSettings{
		BuildInfo: component.BuildInfo{
			Command:     "otelcol-contrib",
			Description: "OpenTelemetry Collector of the lab",
			Version:     version("go.opentelemetry.io/collector/otelcol"),
		},
		Factories: factories,
		ConfigProviderSettings: otelcol.ConfigProviderSettings{ResolverSettings: confmap.ResolverSettings{
			ProviderFactories: []confmap.ProviderFactory{
				envprovider.NewFactory(),
				fileprovider.NewFactory(),
				yamlprovider.NewFactory(),
			},
			// So that ${NAME} means what ${env:NAME} does, as in upstream's distributions.
			DefaultScheme: "env",
		}},
	})
	if command.Execute() != nil {
		// Cobra has said what was wrong.
		os.Exit(1)
	}
}

// version is that of the module in go.mod: it is written down once.
func version(module string) string {
	info, _ := debug.ReadBuildInfo()
	for _, dependency := range info.Deps {
		if dependency.Path == module {
			return strings.TrimPrefix(dependency.Version, "v")
		}
	}
	return "unknown"
}
