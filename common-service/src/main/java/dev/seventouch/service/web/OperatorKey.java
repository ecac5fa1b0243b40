package dev.seventouch.service.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param key the house's own secret, which whoever shows as {@code Authorization: Bearer …} is its operator by, and its services ask
 *     each other with
 * @param keys a file with the secrets of operators by name; none unless set
 */
@ConfigurationProperties("seventouch.operator")
@Validated
public record OperatorKey(
        @NotBlank(message = "set SEVENTOUCH_OPERATOR_KEY to a secret of 20 characters or more") @Size(min = 20, message = "is too short: take 20 characters or more") @Nullable String key,

        @Nullable String keys) {

    @Override
    public String toString() {
        return "OperatorKey[…]";
    }
}
