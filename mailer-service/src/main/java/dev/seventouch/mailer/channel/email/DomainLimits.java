package dev.seventouch.mailer.channel.email;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How hard recipients' domains may be pressed.
 *
 * @param usual for all domains that are not named
 * @param named by domain, in lower case
 * @param slowAfter wall time of one mail after which a domain counts as slow
 * @param queue wall time that a mail waits for its turn before it is told to come again
 * @param comeAgain wall time after which a mail comes again that found its domain busy
 * @param shortestHold wall time for which a domain is left alone that asked us to slow down; doubles each time
 * @param longestHold what it doubles up to
 * @param policyHold wall time for which a domain is left alone that refuses our set-up
 */
public record DomainLimits(
        Limit usual,
        Map<String, Limit> named,
        Duration slowAfter,
        Duration queue,
        Duration comeAgain,
        Duration shortestHold,
        Duration longestHold,
        Duration policyHold) {

    /**
     * @param connections how many mails to the domain may be under way at the same time
     * @param perMinute how many mails it gets in a minute of wall time; 0 where that is not bounded
     * @param warmUp how its days grow; null where mail has gone for long
     */
    public record Limit(
            int connections, int perMinute, @Nullable WarmUp warmUp) {
        public Limit {
            if (connections < 1 || perMinute < 0) {
                throw new IllegalArgumentException(
                        "a domain gets at least one connection, and no less than 0 a minute");
            }
        }
    }

    Limit of(String domain) {
        return named.getOrDefault(domain, usual);
    }
}
