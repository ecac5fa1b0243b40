package dev.seventouch.desk.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueTextTest {

    @Test
    void utf_8_is_text_and_all_else_is_its_bytes() {
        assertThat(ValueText.of("{\"name\":\"Zoë 🦉\"}".getBytes(UTF_8)))
                .isEqualTo(new ValueText("{\"name\":\"Zoë 🦉\"}", false, false));
        assertThat(ValueText.of(new byte[0])).isEqualTo(new ValueText("", false, false));
        assertThat(ValueText.of(new byte[] {(byte) 0xc3, 0x28, 0})).isEqualTo(new ValueText("c3 28 00", true, false));
    }

    @Test
    void no_more_is_shown_than_a_page_can_hold() {
        // Each owl is two characters; the cut falls amid one.
        ValueText text = ValueText.of(("a" + "🦉".repeat(20_000)).getBytes(UTF_8));
        assertThat(text.cut()).isTrue();
        assertThat(text.text()).isEqualTo("a" + "🦉".repeat(16_383));

        byte[] noise = new byte[5000];
        noise[0] = (byte) 0xff;
        ValueText hex = ValueText.of(noise);
        assertThat(hex.cut()).isTrue();
        assertThat(hex.text().lines()).hasSize(256).first().isEqualTo("ff" + " 00".repeat(15));
    }
}
