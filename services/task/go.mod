module slipway.dev/services/task

go 1.26.0
