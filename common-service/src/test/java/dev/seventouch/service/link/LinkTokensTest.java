package dev.seventouch.service.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.TouchId;
import dev.seventouch.service.link.Link.Purpose;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LinkTokensTest {
    private static final LinkTokens TOKENS = new LinkTokens(List.of("the-newest-key", "an-older-key"));

    @Provide
    Arbitrary<Link> links() {
        return Combinators.combine(
                        Arbitraries.of(Purpose.class),
                        Arbitraries.strings()
                                .withCharRange('0', '9')
                                .withCharRange('a', 'v')
                                .ofLength(26),
                        Arbitraries.bytes().array(byte[].class).ofSize(16),
                        trails().injectNull(0.5))
                .as((purpose, lead, touch, trail) -> new Link(
                        purpose, new LeadId(lead), new TouchId(HexFormat.of().formatHex(touch)), trail));
    }

    private static Arbitrary<Link.Trail> trails() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli),
                        Arbitraries.strings()
                                .alpha()
                                .ofMaxLength(300)
                                .map(path -> URI.create("https://example.com/" + path + "?ä=%20&b"))
                                .injectNull(0.3))
                .as(Link.Trail::new);
    }

    @Property
    void what_is_sealed_can_be_opened(@ForAll("links") Link link) {
        assertThat(TOKENS.open(link.purpose(), TOKENS.seal(link))).contains(link);
    }

    @Property
    void the_same_link_has_the_same_token(@ForAll("links") Link link) {
        assertThat(TOKENS.seal(link)).isEqualTo(TOKENS.seal(link));
    }

    @Property
    void a_token_tells_nothing_about_the_lead(@ForAll("links") Link link) {
        String readable = new String(
                Base64.getUrlDecoder().decode(TOKENS.seal(link)), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(readable).doesNotContain(link.lead().value());
    }

    @Property
    void an_altered_token_opens_nothing(
            @ForAll("links") Link link,
            @ForAll @IntRange(max = 70) int at,
            @ForAll @IntRange(min = 1, max = 255) int by) {
        byte[] bytes = Base64.getUrlDecoder().decode(TOKENS.seal(link));
        bytes[at] ^= (byte) by;
        String altered = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        assertThat(TOKENS.open(link.purpose(), altered)).isEmpty();
    }

    @Property
    void a_token_is_good_for_one_purpose_only(@ForAll("links") Link link, @ForAll Purpose other) {
        net.jqwik.api.Assume.that(other != link.purpose());
        assertThat(TOKENS.open(other, TOKENS.seal(link))).isEmpty();
    }

    @Property
    void keys_can_be_rotated(@ForAll("links") Link link) {
        String old = new LinkTokens(List.of("an-older-key")).seal(link);
        assertThat(TOKENS.open(link.purpose(), old)).contains(link);
        assertThat(new LinkTokens(List.of("a-foreign-key")).open(link.purpose(), old))
                .isEmpty();
    }

    @Property
    void no_text_is_too_strange(@ForAll String text, @ForAll Purpose purpose) {
        assertThat(TOKENS.open(purpose, text)).isEmpty();
    }

    @Property
    void no_bytes_are_too_strange(@ForAll @Size(max = 200) byte[] bytes, @ForAll Purpose purpose) {
        assertThat(TOKENS.open(purpose, Base64.getUrlEncoder().encodeToString(bytes)))
                .isEmpty();
    }
}
