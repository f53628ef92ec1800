// Echo answers HTTP requests with the addresses that the name in ?name= has inside its pod.
package main

import (
	"fmt"
	"net"
	"net/http"
	"strings"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		addresses, err := net.DefaultResolver.LookupHost(r.Context(), r.URL.Query().Get("name"))
		if err != nil {
			http.Error(w, err.Error(), http.StatusNotFound)
			return
		}
		fmt.Fprint(w, strings.Join(addresses, ","))
	})
	if err := http.ListenAndServe(":8080", nil); err != nil {
		panic(err)
	}
}
