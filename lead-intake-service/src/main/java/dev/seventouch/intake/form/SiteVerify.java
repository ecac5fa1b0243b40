package dev.seventouch.intake.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.service.outgoing.Target;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a provider by the protocol that reCAPTCHA, hCaptcha and Turnstile share: the form fields {@code secret},
 * {@code response} and {@code remoteip} are posted, {@code {"success": true}} comes back.
 */
public final class SiteVerify implements Challenge {
    private static final Logger log = LoggerFactory.getLogger(SiteVerify.class);
    private static final Duration BUDGET = Duration.ofSeconds(3);
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Target target;
    private final String secret;
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(BUDGET)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * @param target an https address; http only for this machine
     * @throws IllegalArgumentException if it is another, or has a user or a fragment in it
     */
    public SiteVerify(String target, String secret) {
        this.target = checked(target);
        this.secret = secret;
    }

    private static Target checked(String address) {
        URI target = URI.create(address);
        boolean named = target.getHost() != null && target.getUserInfo() == null && target.getFragment() == null;
        boolean secure = "https".equals(target.getScheme());
        if (!named || !(secure || ("http".equals(target.getScheme()) && isHere(target.getHost())))) {
            throw new IllegalArgumentException(
                    "SEVENTOUCH_CHALLENGE_VERIFY is no address to ask; write it as https://provider.example/siteverify");
        }
        // A name that leads into our own network would hand the secret to whoever is there.
        return new Target(target, isHere(target.getHost()));
    }

    private static boolean isHere(String host) {
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return host.equals("localhost");
        }
    }

    @Override
    public Verdict judge(String token, String ip) {
        try {
            String obstacle = target.obstacle();
            if (obstacle != null) {
                log.warn("the challenge's judge {}, and is not asked", obstacle);
                return Verdict.UNKNOWN;
            }
            HttpResponse<InputStream> answer = http.send(
                    HttpRequest.newBuilder(target.address())
                            .timeout(BUDGET)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("secret=" + encoded(secret) + "&response="
                                    + encoded(token) + "&remoteip=" + encoded(ip)))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                byte[] read = body.readNBytes(LONGEST_ANSWER);
                if (answer.statusCode() != 200) {
                    log.warn("the challenge's judge answered {}", answer.statusCode());
                    return Verdict.UNKNOWN;
                }
                return json.readTree(read).path("success").asBoolean(false) ? Verdict.PERSON : Verdict.MACHINE;
            }
        } catch (IOException | JacksonException e) {
            log.warn("the challenge's judge can't be asked: {}", e.toString());
            return Verdict.UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Verdict.UNKNOWN;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
