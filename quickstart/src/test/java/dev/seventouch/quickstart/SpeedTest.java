package dev.seventouch.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {

    @Test
    void is_house_time_for_wall_time() {
        assertThat(Speed.parse("1d=1s").factor()).isEqualTo(86_400);
        assertThat(Speed.parse("1h=500ms").factor()).isEqualTo(7_200);
        assertThat(Speed.parse("2d=1m").factor()).isEqualTo(2_880);
        assertThat(Speed.WALL.factor()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fast", "1d", "1d=", "=1s", "1d=0s", "1s=1d", "-1d=1s", "1w=1s", "0d=1s"})
    void says_what_was_meant(String text) {
        assertThatThrownBy(() -> Speed.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'" + text + "' is ")
                .hasMessageContaining("say 1d=1s");
    }
}
