// Command shop is a small HTTP service: what Go Deploy ships in its demo and tests.
package main

import (
	"context"
	"errors"
	"flag"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.org/shop/internal/web"
)

// Stamped by the build: -ldflags "-X main.version=1.0.0 -X main.commit=... -X main.date=...".
var (
	version = "dev"
	commit  = "none"
	date    = "unknown"
)

// How long requests in flight may still take once the service has been told to stop.
const grace = 5 * time.Second

func main() {
	log.SetFlags(0) // journald has the time
	addr := flag.String("addr", defaultAddr(), "address to listen on (also SHOP_ADDR)")
	flag.Parse()
	if err := run(*addr); err != nil {
		log.Fatal("shop: ", err)
	}
}

func defaultAddr() string {
	if addr := os.Getenv("SHOP_ADDR"); addr != "" {
		return addr
	}
	return "127.0.0.1:8080"
}

func run(addr string) error {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()

	shop := web.New(web.Build{Version: version, Commit: commit, Date: date})
	server := &http.Server{Handler: shop, ReadHeaderTimeout: 5 * time.Second}
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	log.Printf("shop %s listens on %s", version, listener.Addr())
	served := make(chan error, 1)
	go func() { served <- server.Serve(listener) }()

	select {
	case err := <-served:
		return err
	case <-ctx.Done():
	}
	log.Print("shop stops")
	shop.Drain()
	ctx, cancel := context.WithTimeout(context.Background(), grace)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return nil
}
