module slipway.dev/test/echo

go 1.24
