package dev.seventouch.mailer.delivery;

import java.time.Duration;

/**
 * How long is waited for what.
 *
 * @param lease wall time for which a claim is believed to be worked on
 * @param spare wall time of the lease that must be left when a hand-over begins: longer than one may take
 * @param batch wall time in which nothing may come of a batch before it goes on without what is still under way
 * @param retryAfter house time until a touch that could not go is due again (RFC 5321 4.5.4.1: 30 minutes or more)
 * @param giveUpAfter house time after which it has failed (RFC 5321 4.5.4.1: 4 to 5 days)
 */
public record Patience(Duration lease, Duration spare, Duration batch, Duration retryAfter, Duration giveUpAfter) {}
