package dev.seventouch.intake.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateMethodModelEx;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Pages for people: no script, no third party, nothing that a search engine or a next site gets to see. */
@Component
public final class Pages {
    private final Configuration templates;
    private final String style;
    private final String policy;

    Pages(Configuration templates) {
        this.templates = templates;
        this.style = resource("style.css");
        this.policy = "default-src 'none'; img-src data:; style-src 'sha256-" + sha256(style)
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    /**
     * A page that speaks {@code language}.
     *
     * @param name of the template
     * @param model maps, lists, texts and flags only
     */
    public ResponseEntity<String> show(HttpStatus status, String name, Language language, Map<String, Object> model) {
        UnaryOperator<String> words = language.words();
        Map<String, Object> all = new HashMap<>(model);
        all.put("lang", language.tag());
        all.put("style", style);
        all.put("words", (TemplateMethodModelEx) keys -> words.apply(String.valueOf(keys.getFirst())));
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                .header("Content-Security-Policy", policy)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex, nofollow")
                .body(rendered(name, all));
    }

    /** The page for a wish that could not be kept, which says when to try again. */
    public ResponseEntity<String> busy(Language language) {
        ResponseEntity<String> page = show(HttpStatus.SERVICE_UNAVAILABLE, "busy", language, Map.of());
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(page.getBody());
    }

    /** The page for what came too soon or too often. */
    public ResponseEntity<String> tooOften(Language language, String retryAfter) {
        ResponseEntity<String> page = show(HttpStatus.TOO_MANY_REQUESTS, "too-often", language, Map.of());
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .header(HttpHeaders.RETRY_AFTER, retryAfter)
                .body(page.getBody());
    }

    private String rendered(String name, Map<String, Object> model) {
        try {
            StringWriter out = new StringWriter();
            templates.getTemplate(name + ".ftlh").process(model, out);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the page " + name + " is broken", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Pages.class.getResourceAsStream("/dev/seventouch/intake/pages/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
