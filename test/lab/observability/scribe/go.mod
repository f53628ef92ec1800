module slipway.dev/test/scribe

go 1.26
