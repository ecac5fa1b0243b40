package dev.seventouch.intake.form;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one address sends one form. Of so many addresses that they could fill the memory, the one heard of longest ago is
 * forgotten first. This machine itself is not limited: it is a proxy that doesn't tell for whom it asks, or a developer.
 */
public final class FormLimits {
    private static final int MOST_ADDRESSES = 50_000;
    /** An IPv6 customer has a whole network of this many bytes. */
    private static final int IPV6_NETWORK = 8;

    private final Rate usual;
    private final Map<Key, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    /** @param usual the limit of a form that names none */
    public FormLimits(Rate usual) {
        this.usual = usual;
    }

    private record Key(String form, String network) {}

    /**
     * Counts one post.
     *
     * @param address the sender's, as a literal
     * @throws TooOften if it has to wait
     */
    void count(Form form, String address) {
        InetAddress sender = literal(address);
        if (sender.isLoopbackAddress()) {
            return;
        }
        ConsumptionProbe probe = bucket(form, sender).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new TooOften(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket bucket(Form form, InetAddress sender) {
        byte[] bytes = sender.getAddress();
        byte[] network = bytes.length > 4 ? Arrays.copyOf(bytes, IPV6_NETWORK) : bytes;
        Key key = new Key(form.id(), HexFormat.of().formatHex(network));
        Rate rate = form.guard().limit() == null ? usual : form.guard().limit();
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    key,
                    _ -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(rate.many()).refillGreedy(rate.many(), rate.in()))
                            .build());
        }
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException e) {
            return anyOther();
        }
    }

    /** All who hide their address share one limit. */
    private static InetAddress anyOther() {
        try {
            return InetAddress.getByAddress(new byte[4]);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
