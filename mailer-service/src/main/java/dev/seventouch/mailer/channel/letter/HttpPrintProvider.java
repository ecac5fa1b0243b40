package dev.seventouch.mailer.channel.letter;

import dev.seventouch.mailer.delivery.print.PrintProvider;
import dev.seventouch.service.outgoing.Target;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * A provider that takes orders by HTTP: a POST of {@code multipart/form-data} (RFC 7578) with the parts {@code letters}, a PDF,
 * and {@code recipients}, a CSV. The header {@code Idempotency-Key} names the batch. It follows no redirect.
 */
public final class HttpPrintProvider implements PrintProvider, AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(5);

    private final Target target;
    private final String secret;
    private final Duration timeout;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * @param secret sent as a bearer token
     * @param timeout wall time from the first byte sent to the answer
     * @param mayBePrivate whether {@code address} may be in the house's own network, and without TLS
     */
    public HttpPrintProvider(URI address, String secret, Duration timeout, boolean mayBePrivate) {
        this.target = new Target(address, mayBePrivate);
        this.secret = secret;
        this.timeout = timeout;
    }

    @Override
    public Answer offer(Order order) {
        try {
            String obstacle = target.obstacle();
            return obstacle == null ? sent(order) : new Answer.Refused("the provider's address " + obstacle);
        } catch (UnknownHostException e) {
            return new Answer.NotNow("the provider's name can't be resolved");
        } catch (IOException e) {
            return new Answer.NotNow(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.NotNow("stopped meanwhile");
        }
    }

    private Answer sent(Order order) throws IOException, InterruptedException {
        String boundary = "batch-" + order.id();
        HttpRequest request = HttpRequest.newBuilder(target.address())
                .timeout(timeout)
                .header("Authorization", "Bearer " + secret)
                .header("Idempotency-Key", order.id())
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(
                                head(boundary, "recipients", order.id() + ".csv", "text/csv; charset=UTF-8")
                                        + order.recipients()
                                        + "\r\n"
                                        + head(boundary, "letters", order.id() + ".pdf", "application/pdf")),
                        BodyPublishers.ofFile(order.pdf()),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                .build();
        int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status / 100 == 2) {
            return new Answer.Taken("taken by the print provider with " + status);
        }
        boolean later = status / 100 == 5 || status == 408 || status == 425 || status == 429;
        return later ? new Answer.NotNow("it answered " + status) : new Answer.Refused("it answered " + status);
    }

    private static String head(String boundary, String part, String file, String type) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + file
                + "\"\r\nContent-Type: " + type + "\r\n\r\n";
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
