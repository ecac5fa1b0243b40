package dev.seventouch.events.lead;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * On what it rests that a lead is written to: what it agreed to, in which words, when and from where.
 *
 * @param wording what the lead agreed to; with another basis, what that rests on
 * @param source such as {@code website}
 * @param ip where the lead itself said so from; null if it is only told of, as by a list
 * @param basis null for consent, as by older versions
 * @param version of the wording; null if it was not noted, as by older versions
 * @param confirmed the proof that whoever reads the lead's mail said yes; null without one
 */
public record Consent(
        String wording,
        Instant at,
        @Nullable String source,
        @Nullable String ip,
        @Nullable Basis basis,
        @Nullable String version,
        @Nullable Confirmation confirmed) {

    /** What makes it lawful to write to a lead, in the terms of Art. 6(1) GDPR. */
    public enum Basis {
        /** Art. 6(1)(a): the lead agreed. */
        CONSENT,
        /** Art. 6(1)(b): steps that the lead asked for before a contract, or what a contract needs. */
        CONTRACT,
        /** Art. 6(1)(f): our own interest, where that of the lead does not outweigh it. */
        LEGITIMATE_INTEREST,
        /** Art. 6(1)(f) with Art. 13(2) of Directive 2002/58/EC: it bought the like of us, and could say no then. */
        EXISTING_CUSTOMER
    }

    /**
     * The second half of a double opt-in.
     *
     * @param ip where the button was pressed; null if somebody told of it
     * @param touch the id of the mail that asked; null if somebody told of it
     */
    public record Confirmation(
            Instant at, @Nullable String ip, @Nullable String touch) {
        public Confirmation {
            requireNonNull(at, "at");
        }
    }

    public Consent {
        requireNonNull(wording, "wording");
        requireNonNull(at, "at");
    }

    /** Consent, whose wording has no version. */
    public Consent(String wording, Instant at, @Nullable String source, @Nullable String ip) {
        this(wording, at, source, ip, null, null, null);
    }

    /** Of a lead that was asked to confirm, and for nothing else. */
    public static Consent by(Confirmation confirmation, String source) {
        return new Consent(
                "Confirmed by the link in the mail that asked for it.",
                confirmation.at(),
                source,
                confirmation.ip(),
                Basis.CONSENT,
                null,
                confirmation);
    }

    public Consent confirmed(Confirmation confirmation) {
        return new Consent(wording, at, source, ip, basis, version, confirmation);
    }

    /** What whoever follows the lead up needs to know of it. */
    Consent withoutProof() {
        return new Consent(wording, at, source, ip);
    }

    /**
     * The newer, unless the older is worth more: one that was confirmed, then one that the lead gave itself, from an address,
     * then one that is told of; and of two that are like that in this, consent before any other basis.
     */
    static @Nullable Consent stronger(@Nullable Consent newer, @Nullable Consent older) {
        if (newer == null) {
            return older;
        }
        return older == null || newer.strength() >= older.strength() ? newer : older;
    }

    private int strength() {
        return (confirmed == null ? 0 : 4) + (ip == null ? 0 : 2) + (basis == null || basis == Basis.CONSENT ? 1 : 0);
    }
}
