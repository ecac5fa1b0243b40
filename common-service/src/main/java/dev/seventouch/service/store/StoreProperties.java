package dev.seventouch.service.store;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** @param database the service's own database */
@ConfigurationProperties("seventouch.store")
@Validated
record StoreProperties(@NotBlank String database) {}
