package dev.seventouch.mailer.channel.email;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuotedPrintableTest {

    @Example
    void it_reads_as_the_rule_says() {
        assertThat(encoded("Größe = 5 \nx\t\r\nend ")).isEqualTo("Gr=C3=B6=C3=9Fe =3D 5=20\r\nx=09\r\nend=20");
        assertThat(encoded("a".repeat(76) + "\n" + "b".repeat(75)))
                .isEqualTo("a".repeat(75) + "=\r\na\r\n" + "b".repeat(75));
        assertThat(encoded("")).isEmpty();
    }

    @Property(tries = 2000)
    void whoever_decodes_it_has_the_same_words_in_lines_that_everybody_takes(@ForAll("texts") String words)
            throws Exception {
        String encoded = encoded(words);

        assertThat(Stream.of(encoded.split("\r\n", -1)))
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(76)
                        .matches("[\\t -~]*")
                        .doesNotMatch(".*[ \\t]"));
        byte[] decoded = MimeUtility.decode(new ByteArrayInputStream(encoded.getBytes(US_ASCII)), "quoted-printable")
                .readAllBytes();
        assertThat(new String(decoded, UTF_8)).isEqualTo(words.replaceAll("\r\n|\r|\n", "\r\n"));
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> piece = Arbitraries.of(
                "a",
                "Z9",
                "=",
                " ",
                "\t",
                "\r\n",
                "\n",
                "\r",
                ".",
                "ö",
                "€",
                "😀",
                "\u0000",
                "x".repeat(30),
                "é".repeat(12));
        return Arbitraries.oneOf(
                piece.list().ofMaxSize(60).map(pieces -> String.join("", pieces)),
                Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(400));
    }

    private static String encoded(String words) {
        return new String(QuotedPrintable.of(words), US_ASCII);
    }
}
