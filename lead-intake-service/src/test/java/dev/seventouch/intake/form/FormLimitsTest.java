package dev.seventouch.intake.form;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.seventouch.intake.lead.Owners;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormLimitsTest {
    private final FormLimits limits = new FormLimits(new Rate(2, Duration.ofHours(1)));
    private final Form form = form("one");

    @Test
    void a_network_of_ipv6_is_one_sender() {
        limits.count(form, "2001:db8:1:2::1");
        limits.count(form, "2001:db8:1:2:ffff::9");

        assertThatExceptionOfType(TooOften.class).isThrownBy(() -> limits.count(form, "2001:db8:1:2::3"));
        assertThatNoException().isThrownBy(() -> limits.count(form, "2001:db8:1:3::1"));
    }

    @Test
    void each_form_is_counted_by_itself() {
        limits.count(form, "203.0.113.7");
        limits.count(form, "203.0.113.7");

        assertThatNoException().isThrownBy(() -> limits.count(form("two"), "203.0.113.7"));
        assertThatExceptionOfType(TooOften.class).isThrownBy(() -> limits.count(form, "203.0.113.7"));
    }

    @Test
    void this_machine_is_not_limited() {
        assertThatNoException().isThrownBy(() -> {
            for (int i = 0; i < 10; i++) {
                limits.count(form, "127.0.0.1");
                limits.count(form, "0:0:0:0:0:0:0:1");
            }
        });
    }

    private static Form form(String id) {
        return new Form(
                id,
                "website",
                null,
                null,
                false,
                null,
                new Guard(List.of(), null, null, null),
                FieldMap.NONE,
                List.of(),
                Owners.NONE);
    }
}
