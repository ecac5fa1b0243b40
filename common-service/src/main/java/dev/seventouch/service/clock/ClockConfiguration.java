package dev.seventouch.service.clock;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ClockProperties.class)
public class ClockConfiguration {

    @Bean
    HouseClock houseClock(ClockProperties properties) {
        return new HouseClock(Clock.systemUTC(), properties.epoch(), properties.since(), properties.speed());
    }
}
