package dev.seventouch.engine;

import dev.seventouch.service.CommonService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** The cadence engine as a process of its own. */
@SpringBootApplication
@Import(CommonService.class)
@EnableConfigurationProperties(EngineProperties.class)
public class EngineApplication {

    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(EngineApplication.class).properties("spring.config.name=engine");
    }

    static void main(String[] arguments) {
        application().run(arguments);
    }
}
