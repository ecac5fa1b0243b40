package dev.seventouch.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The inbox over HTTP: pages for people, and the API. */
final class InboxWeb implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(InboxWeb.class);
    private static final String WHO = "the inbox (web)";
    private static final Set<String> OWN_NAMES = Set.of("localhost", Loopback.HOST, "[::1]");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final InboxApi api;
    private final InboxPages pages;

    private InboxWeb(HttpServer server, Mailstore store) {
        this.server = server;
        this.api = new InboxApi(store);
        this.pages = new InboxPages(store);
    }

    static InboxWeb start(Mailstore store, int wanted) {
        int port = Loopback.free(wanted, WHO);
        try {
            InboxWeb web = new InboxWeb(HttpServer.create(Loopback.at(port), 0), store);
            web.server.createContext("/", web::answer);
            web.server.setExecutor(web.threads);
            web.server.start();
            return web;
        } catch (IOException e) {
            throw Loopback.taken(port, WHO, e);
        }
    }

    URI address() {
        return URI.create("http://" + Loopback.HOST + ":" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            Request request =
                    new Request(exchange.getRequestMethod(), exchange.getRequestURI(), new String(body, UTF_8));
            send(exchange, isForUs(exchange) ? reply(request) : Reply.text(421, "This is not the host you asked for."));
        } catch (RuntimeException e) {
            log.warn("the inbox could not answer {}", exchange.getRequestURI().getPath(), e);
            throw e;
        }
    }

    private Reply reply(Request request) throws IOException {
        Optional<Reply> found = request.path().startsWith("/api/") ? api.answer(request) : pages.answer(request);
        return found.orElseGet(() -> Reply.text(404, "There is nothing here."));
    }

    /** A page elsewhere that points its own name at 127.0.0.1 must not read the mail. */
    private static boolean isForUs(HttpExchange exchange) {
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("")
                .replaceFirst(":\\d+$", "");
        return OWN_NAMES.contains(host);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        exchange.getResponseHeaders().set("Content-Security-Policy", reply.contentSecurityPolicy());
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || reply.body().length == 0;
        exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : reply.body().length);
        if (!bodiless) {
            exchange.getResponseBody().write(reply.body());
        }
    }
}
