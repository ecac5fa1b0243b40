package dev.seventouch.intake.lead;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seventouch.events.lead.Consent;
import dev.seventouch.events.lead.Consent.Basis;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether what is told of a lead's consent can be used, and in which form it is kept. */
public final class Consents {
    static final int LONGEST_WORDING = 2000;
    static final int LONGEST_VERSION = 100;

    /** Enough to tell the wordings of one house apart. */
    private static final int DIGITS = 12;

    private Consents() {}

    static @Nullable Consent read(@Nullable Agreement told, Checks checks) {
        if (told == null) {
            return null;
        }
        String wording = wording(told.wording(), checks);
        Basis basis = basis(told.basis(), checks);
        String version = version(told.version(), checks);
        Instant at = at(told, checks);
        return wording == null
                ? null
                : new Consent(
                        wording, at, told.source(), told.ip(), basis, version == null ? made(wording) : version, null);
    }

    private static @Nullable String wording(@Nullable String raw, Checks checks) {
        String wording = checks.take("consent.wording", PlainText.lines(raw == null ? "" : raw, LONGEST_WORDING));
        if (wording != null && wording.isBlank()) {
            checks.note(
                    "consent.wording",
                    "is empty; send the words that the lead agreed to, or what another basis rests on");
            return null;
        }
        return wording;
    }

    private static Basis basis(@Nullable String raw, Checks checks) {
        if (raw == null || raw.isBlank()) {
            return Basis.CONSENT;
        }
        return basis(raw.strip()).orElseGet(() -> {
            checks.note("consent.basis", "is none of " + bases());
            return Basis.CONSENT;
        });
    }

    /** The basis of that name, such as {@code existing-customer}. */
    public static Optional<Basis> basis(String name) {
        return Arrays.stream(Basis.values())
                .filter(basis -> nameOf(basis).equals(name))
                .findFirst();
    }

    /** All names of a basis, for somebody who named none of them. */
    public static String bases() {
        return Arrays.stream(Basis.values()).map(Consents::nameOf).collect(Collectors.joining(", "));
    }

    private static String nameOf(Basis basis) {
        return basis.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static @Nullable String version(@Nullable String raw, Checks checks) {
        return raw == null || raw.isBlank()
                ? null
                : checks.take("consent.version", PlainText.line(raw.strip(), LONGEST_VERSION));
    }

    /** The same for the same words, whoever makes it. */
    private static String made(String wording) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(wording.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Instant at(Agreement told, Checks checks) {
        String raw = told.at();
        if (raw == null || raw.isBlank()) {
            return told.taken();
        }
        return PastMoment.of(raw.strip(), told.taken())
                .filter(at -> at.isAfter(Instant.EPOCH))
                .orElseGet(() -> {
                    checks.note("consent.at", PastMoment.EXPECTED);
                    return told.taken();
                });
    }
}
