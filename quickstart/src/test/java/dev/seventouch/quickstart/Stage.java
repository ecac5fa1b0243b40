package dev.seventouch.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Shows a page to a browser as it was answered, headers and all, and hears what the page then asks for. */
final class Stage implements AutoCloseable {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile byte[] page = {};
    private volatile Map<String, List<String>> headers = Map.of();

    Stage() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/page", this::show);
        server.createContext("/heard", exchange -> {
            heard.add(String.valueOf(exchange.getRequestURI().getQuery()));
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** @return where it is shown from now on */
    String shows(String body, Map<String, List<String>> answered) {
        page = body.getBytes(UTF_8);
        headers = answered;
        return "http://localhost:" + server.getAddress().getPort() + "/page?" + System.nanoTime();
    }

    /** The queries of all requests beside the page's own. */
    List<String> heard() {
        return heard;
    }

    private void show(HttpExchange exchange) throws IOException {
        headers.forEach((name, values) -> {
            if (!name.equals("content-length") && !name.equals("connection") && !name.startsWith(":")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
