// Command pause is the first process of every pod sandbox: it keeps the pod's namespaces alive, adopts what a container
// leaves behind when the pod shares its process namespace, and ends when it is told to.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	signals := make(chan os.Signal, 1)
	children := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM)
	signal.Notify(children, syscall.SIGCHLD)
	for {
		reap()
		select {
		case <-signals:
			return
		case <-children:
		}
	}
}

// reap collects every child that has ended. One signal may stand for many children, so it asks until there is none.
func reap() {
	for {
		pid, err := syscall.Wait4(-1, nil, syscall.WNOHANG, nil)
		if err == syscall.EINTR {
			continue
		}
		if pid <= 0 {
			return
		}
	}
}
