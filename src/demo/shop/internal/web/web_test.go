package web

import (
	"encoding/json"
	"net/http/httptest"
	"os"
	"runtime"
	"strings"
	"testing"
)

func get(t *testing.T, s *Shop, path string) (int, string) {
	t.Helper()
	w := httptest.NewRecorder()
	s.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
	return w.Code, w.Body.String()
}

func TestGreetsAtTheRootOnly(t *testing.T) {
	s := New(Build{})
	if code, body := get(t, s, "/"); code != 200 || !strings.Contains(body, "Welcome") {
		t.Errorf("/: %d %q", code, body)
	}
	if code, _ := get(t, s, "/nothing-here"); code != 404 {
		t.Errorf("/nothing-here: %d, want 404", code)
	}
}

func TestIsHealthyUntilItDrains(t *testing.T) {
	s := New(Build{})
	if code, body := get(t, s, "/healthz"); code != 200 || body != "ok\n" {
		t.Errorf("open: %d %q", code, body)
	}
	s.Drain()
	if code, _ := get(t, s, "/healthz"); code != 503 {
		t.Errorf("draining: %d, want 503", code)
	}
}

func TestTellsWhichBuildItIs(t *testing.T) {
	_, body := get(t, New(Build{"1.2.3", "abc", "2026-01-01T00:00:00Z"}), "/version")
	var got map[string]interface{}
	if err := json.Unmarshal([]byte(body), &got); err != nil {
		t.Fatal(err)
	}
	want := map[string]interface{}{
		"version": "1.2.3", "commit": "abc", "date": "2026-01-01T00:00:00Z",
		"go": runtime.Version(), "pid": float64(os.Getpid()),
	}
	for key, value := range want {
		if got[key] != value {
			t.Errorf("%s: %v, want %v", key, got[key], value)
		}
	}
}
