package main

import (
	"encoding/json"
	"net/http"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

// paper is the standard output; a line is one write, as those of every logger are.
type paper struct {
	mu      sync.Mutex
	written atomic.Int64
}

// fields of a line, beside when it was written.
type fields map[string]any

func (p *paper) write(level, msg string, more fields) {
	line := fields{"timestamp": time.Now().UTC().Format(time.RFC3339Nano), "level": level, "msg": msg}
	for name, value := range more {
		line[name] = value
	}
	text, err := json.Marshal(line)
	if err != nil {
		panic(err)
	}
	p.print(string(text))
}

func (p *paper) print(text string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if _, err := os.Stdout.WriteString(text + "\n"); err != nil {
		panic(err)
	}
	p.written.Add(1)
}

// lines writes ?count=N lines, numbered from 0, ?rate=N in a second, each with its ?tag= and ?pad= further bytes; it answers
// when it is through, even if nobody waits for that any more.
func (p *paper) lines(w http.ResponseWriter, r *http.Request) {
	count, rate, pad := number(r, "count"), number(r, "rate"), number(r, "pad")
	if count == 0 || rate == 0 {
		http.Error(w, "count and rate must be numbers above 0", http.StatusBadRequest)
		return
	}
	more := fields{"tag": r.FormValue("tag")}
	if pad > 0 {
		more["pad"] = strings.Repeat("x", pad)
	}
	began := time.Now()
	for n := range count {
		// A line has its time, so that one that was late is followed by the next at once.
		time.Sleep(time.Until(began.Add(time.Duration(n) * time.Second / time.Duration(rate))))
		more["n"] = n
		p.write("info", "numbered", more)
	}
	p.answer(w, fields{"written": count, "seconds": time.Since(began).Seconds()})
}

// secret writes ?value= in every way in which a careless program would.
func (p *paper) secret(w http.ResponseWriter, r *http.Request) {
	tag, value := r.FormValue("tag"), r.FormValue("value")
	p.write("info", "secret fields", fields{
		"tag": tag, "user": "ada", "password": value, "db_password": value, "apiKey": value, "access_token": value,
		"request": fields{"headers": fields{"Authorization": "Bearer " + value, "Cookie": "session=" + value}},
	})
	p.write("info", "connecting to postgres://ada:"+value+"@db:5432/orders", fields{"tag": tag})
	p.write("info", `refused {"password": "`+value+`", "token": "`+value+`"}`, fields{"tag": tag})
	p.print("plain " + tag + ": password=" + value + " client_secret: '" + value + "' Authorization: Bearer " + value)
	p.answer(w, fields{"written": 4})
}

func (p *paper) answer(w http.ResponseWriter, what fields) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(what)
}

func number(r *http.Request, name string) int {
	n, _ := strconv.Atoi(r.FormValue(name))
	return n
}
