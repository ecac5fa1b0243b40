package dev.seventouch.intake;

import dev.seventouch.service.CommonService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The lead intake service. */
@SpringBootApplication
@Import(CommonService.class)
public class IntakeApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The service, ready to be run beside others in one JVM. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(IntakeApplication.class).properties("spring.config.name=intake");
    }
}
