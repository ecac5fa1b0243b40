package dev.seventouch.service.outgoing;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;

/**
 * Where something may be sent: what is configured must not become a way into the house's own network.
 *
 * @param mayBePrivate whether it may be in the house's own network, and without TLS
 */
public record Target(URI address, boolean mayBePrivate) {

    /** Why nothing may go there, as its name is resolved now; null if it may. */
    public @Nullable String obstacle() throws UnknownHostException {
        String host = address.getHost();
        if (host == null || !("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
            return "is no http or https address";
        }
        if (mayBePrivate) {
            return null;
        }
        if (!"https".equals(address.getScheme())) {
            return "addresses of people go by https only";
        }
        for (InetAddress one : InetAddress.getAllByName(host)) {
            if (isPrivate(one)) {
                return "is in a private network";
            }
        }
        return null;
    }

    /** Also carrier-grade NAT (RFC 6598), unique local (RFC 4193), "this network" (RFC 1122) and NAT64 (RFC 6052). */
    static boolean isPrivate(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean isOdd = address instanceof Inet6Address
                ? (first & 0xfe) == 0xfc || (first == 0 && second == 0x64)
                : first == 0 || first >= 240 || (first == 100 && (second & 0xc0) == 64);
        return isOdd
                || address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }
}
