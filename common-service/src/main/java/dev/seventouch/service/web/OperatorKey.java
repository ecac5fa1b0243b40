package dev.seventouch.service.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param key the secret that an operator shows, as {@code Authorization: Bearer …} */
@ConfigurationProperties("seventouch.operator")
@Validated
public record OperatorKey(
        @NotBlank(message = "set SEVENTOUCH_OPERATOR_KEY to a secret of 20 characters or more") @Size(min = 20, message = "is too short: take 20 characters or more") @Nullable String key) {

    /** Whether {@code shown} is the key, in a time that tells nothing about how much of it is right. */
    public boolean is(String shown) {
        return key != null && MessageDigest.isEqual(key.getBytes(UTF_8), shown.getBytes(UTF_8));
    }

    @Override
    public String toString() {
        return "OperatorKey[…]";
    }
}
