package dev.seventouch.service.link;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param keys secrets of links in mail; the first one seals, all of them open
 * @param base where intake is reached from outside, such as {@code https://follow.example.com}
 */
@ConfigurationProperties("seventouch.links")
@Validated
public record LinkProperties(
        @NotEmpty(message = "set SEVENTOUCH_LINKS_KEYS to one or more secrets, the newest first") @Nullable List<String> keys,

        @NotNull(message = "set SEVENTOUCH_LINKS_BASE to the address under which intake is reached from outside") @Nullable URI base) {}
