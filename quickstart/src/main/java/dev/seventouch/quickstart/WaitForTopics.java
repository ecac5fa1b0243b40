package dev.seventouch.quickstart;

import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * Lets a context build its beans while the broker still starts, and holds it before the first of them speaks to Kafka: before
 * Spring's own look at the topics and before any listener or stream is started.
 */
record WaitForTopics(CompletableFuture<Void> topics)
        implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        context.registerBean("topicsAreThere", SmartInitializingSingleton.class, () -> topics::join);
    }
}
