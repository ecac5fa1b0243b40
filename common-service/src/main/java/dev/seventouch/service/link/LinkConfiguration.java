package dev.seventouch.service.link;

import static java.util.Objects.requireNonNull;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkProperties.class)
public class LinkConfiguration {

    @Bean
    Links links(LinkProperties properties) {
        return new Links(
                requireNonNull(properties.base(), "validated"),
                new LinkTokens(requireNonNull(properties.keys(), "validated")));
    }

    @Bean
    TouchMarks touchMarks(LinkProperties properties) {
        return new TouchMarks(requireNonNull(properties.keys(), "validated"));
    }
}
