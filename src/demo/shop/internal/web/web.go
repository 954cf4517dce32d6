// Package web answers the shop's HTTP requests.
package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"runtime"
	"sync/atomic"
)

// Build says which build of the shop this is.
type Build struct {
	Version string
	Commit  string
	Date    string
}

// Shop is the service's HTTP handler.
type Shop struct {
	build    Build
	routes   *http.ServeMux
	draining atomic.Bool
}

// New returns a shop that is open.
func New(build Build) *Shop {
	s := &Shop{build: build, routes: http.NewServeMux()}
	s.routes.HandleFunc("/", s.greet)
	s.routes.HandleFunc("/healthz", s.health)
	s.routes.HandleFunc("/version", s.version)
	return s
}

func (s *Shop) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	s.routes.ServeHTTP(w, r)
}

// Drain makes the health check fail from now on, so that no balancer sends new customers to a shop that closes.
func (s *Shop) Drain() {
	s.draining.Store(true)
}

func (s *Shop) greet(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path != "/" {
		http.NotFound(w, r)
		return
	}
	fmt.Fprintln(w, "Welcome to the shop.")
}

func (s *Shop) health(w http.ResponseWriter, _ *http.Request) {
	if err := s.ready(); err != nil {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	fmt.Fprintln(w, "ok")
}

func (s *Shop) ready() error {
	if s.draining.Load() {
		return fmt.Errorf("the shop is closing")
	}
	return nil
}

func (s *Shop) version(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(struct {
		Version string `json:"version"`
		Commit  string `json:"commit"`
		Date    string `json:"date"`
		Go      string `json:"go"`
		PID     int    `json:"pid"`
	}{s.build.Version, s.build.Commit, s.build.Date, runtime.Version(), os.Getpid()})
}
