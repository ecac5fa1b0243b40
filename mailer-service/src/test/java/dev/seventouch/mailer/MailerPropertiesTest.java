package dev.seventouch.mailer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seventouch.mailer.channel.email.DomainLimits;
import dev.seventouch.mailer.channel.email.WarmUp;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MailerPropertiesTest {

    @Test
    void a_domain_that_is_named_has_its_own_limits_and_else_those_of_all_others() {
        DomainLimits limits = domains(Map.of(
                        "d.connections", "4",
                        "d.warm-up", "*=2026-12-01,Gmail.com=2026-12-15,bücher.example=2026-12-20",
                        "d.warm-up-table", "5,10",
                        "d.named[few.example].connections", "1",
                        "d.named[gmail.com].per-minute", "60"))
                .limits();
        List<Integer> table = List.of(5, 10);
        WarmUp usual = new WarmUp(LocalDate.parse("2026-12-01"), table);
        assertThat(limits.usual()).isEqualTo(new DomainLimits.Limit(4, 0, usual));
        assertThat(limits.named())
                .containsOnly(
                        Map.entry(
                                "gmail.com",
                                new DomainLimits.Limit(4, 60, new WarmUp(LocalDate.parse("2026-12-15"), table))),
                        Map.entry(
                                "xn--bcher-kva.example",
                                new DomainLimits.Limit(4, 0, new WarmUp(LocalDate.parse("2026-12-20"), table))),
                        Map.entry("few.example", new DomainLimits.Limit(1, 0, usual)));
    }

    @Test
    void unless_something_is_said_no_domain_warms_up() {
        DomainLimits limits = domains(Map.of("d.warm-up", "")).limits();
        assertThat(limits.usual()).isEqualTo(new DomainLimits.Limit(8, 0, null));
        assertThat(limits.named()).isEmpty();
    }

    private static MailerProperties.Domains domains(Map<String, String> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind("d", MailerProperties.Domains.class)
                .get();
    }
}
