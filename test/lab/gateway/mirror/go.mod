module slipway.dev/test/mirror

go 1.26
