module slipway.dev/test/probed

go 1.24
