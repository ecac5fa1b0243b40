package dev.seventouch.service.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who operates the house: whoever has its own key, and those who have one of their own. */
public final class Operators {

    /** Whoever shows the house's own key. */
    public static final String HOUSE = "operator";

    /** Tells for whom a service of the house asks that shows the house's own key: a name, percent-encoded as UTF-8. */
    public static final String FOR = "Seventouch-For";

    private static final int SHORTEST_KEY = 20;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    private final Map<String, byte[]> keys;

    private Operators(Map<String, byte[]> keys) {
        this.keys = keys;
    }

    /**
     * @param named keys by name, in any case
     * @param file lines like {@code mara=KEY}; empty ones and those that begin with # are passed over. Null or blank for none
     * @throws IllegalStateException naming the operator whose key can't be one, and never the key
     */
    static Operators of(OperatorKey house, Map<String, String> named, @Nullable String file) {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        String own = house.key();
        if (own != null) {
            keys.put(HOUSE, own.getBytes(UTF_8));
        }
        named.forEach((name, key) -> add(keys, "seventouch.operators." + name, name, key));
        if (file != null && !file.isBlank()) {
            List<String> lines = lines(Path.of(file.strip()));
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                int equals = line.indexOf('=');
                if (!line.isEmpty() && !line.startsWith("#")) {
                    String where = file.strip() + ", line " + (i + 1);
                    if (equals < 0) {
                        throw new IllegalStateException(where + ": write NAME=KEY");
                    }
                    add(keys, where, line.substring(0, equals), line.substring(equals + 1));
                }
            }
        }
        return new Operators(keys);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "the operators' keys can't be read from " + file
                            + ": set SEVENTOUCH_OPERATOR_KEYS to a file of lines NAME=KEY",
                    e);
        }
    }

    private static void add(Map<String, byte[]> keys, String where, String givenName, String givenKey) {
        String name = givenName.strip().toLowerCase(Locale.ROOT);
        byte[] key = givenKey.strip().getBytes(UTF_8);
        if (!NAME.matcher(name).matches() || name.equals(HOUSE)) {
            throw new IllegalStateException(
                    where + ": an operator's name has a-z, 0-9, \".\", \"_\" and \"-\", at most 64, and is not \""
                            + HOUSE + "\", who has the house's own key");
        }
        if (givenKey.strip().length() < SHORTEST_KEY) {
            throw new IllegalStateException(
                    where + ": the key is too short: take " + SHORTEST_KEY + " characters or more");
        }
        if (keys.containsKey(name)) {
            throw new IllegalStateException(where + ": " + name + " has a key already; each operator has one");
        }
        keys.forEach((other, taken) -> {
            if (MessageDigest.isEqual(taken, key)) {
                throw new IllegalStateException(
                        where + ": it is the key of " + other + " as well; give each their own");
            }
        });
        keys.put(name, key);
    }

    /** Who has the key that is shown, in a time that tells nothing about whose it is or how much of it is right. */
    public Optional<String> whoHas(String shown) {
        byte[] secret = shown.getBytes(UTF_8);
        String who = null;
        for (Map.Entry<String, byte[]> each : keys.entrySet()) {
            if (MessageDigest.isEqual(each.getValue(), secret)) {
                who = each.getKey();
            }
        }
        return Optional.ofNullable(who);
    }

    /** Whether somebody of that name has a key of their own, in any case of its letters. */
    public boolean hasOwnKey(String name) {
        return keys.containsKey(name.strip().toLowerCase(Locale.ROOT));
    }
}
