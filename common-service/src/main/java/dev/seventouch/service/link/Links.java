package dev.seventouch.service.link;

import java.net.URI;
import java.util.Optional;

/** The addresses of links in mail, and what an address that comes back stands for. */
public record Links(URI base, LinkTokens tokens) {

    public URI addressOf(Link link) {
        String root = base.toString();
        String slash = root.endsWith("/") ? "" : "/";
        return URI.create(root + slash + link.purpose().path() + "/" + tokens.seal(link));
    }

    public Optional<Link> open(Link.Purpose purpose, String token) {
        return tokens.open(purpose, token);
    }
}
