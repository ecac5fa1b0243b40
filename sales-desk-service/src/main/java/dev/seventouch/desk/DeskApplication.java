package dev.seventouch.desk;

import dev.seventouch.service.CommonService;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;

/** The sales desk on its own; {@code SEVENTOUCH_…} variables tell it where the rest of the house is. */
@SpringBootApplication
@Import(CommonService.class)
public class DeskApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    /** The desk with its own settings file, so that it can run beside other services on one class path. */
    public static SpringApplicationBuilder application() {
        return new SpringApplicationBuilder(DeskApplication.class).properties("spring.config.name=desk");
    }
}
