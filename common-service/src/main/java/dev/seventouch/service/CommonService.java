package dev.seventouch.service;

import dev.seventouch.service.clock.ClockConfiguration;
import dev.seventouch.service.link.LinkConfiguration;
import dev.seventouch.service.store.StoreConfiguration;
import dev.seventouch.service.stream.StreamConfiguration;
import dev.seventouch.service.web.WebConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Imported by each service's application class: everything that all of them are wired with. */
@Configuration(proxyBeanMethods = false)
@Import({
    ClockConfiguration.class,
    LinkConfiguration.class,
    StoreConfiguration.class,
    StreamConfiguration.class,
    WebConfiguration.class
})
public class CommonService {}
