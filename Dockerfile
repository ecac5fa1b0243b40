# One image for each service: docker build --build-arg MODULE=mailer-service .
# The build stage is the same for all of them, so it runs once.
FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -q package -DskipTests -Dspotless.check.skip=true \
        -pl lead-intake-service,cadence-engine-service,mailer-service,sales-desk-service -am
ARG MODULE
RUN cp ${MODULE}/target/${MODULE}-*-app.jar /app.jar \
    && java -Djarmode=tools -jar /app.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /app seventouch && install -d -o seventouch /app /data
WORKDIR /app
# From what seldom changes to what often does.
COPY --from=build /layers/dependencies/ ./
COPY --from=build /layers/spring-boot-loader/ ./
COPY --from=build /layers/snapshot-dependencies/ ./
COPY --from=build /layers/application/ ./
COPY campaigns ./campaigns
USER seventouch
VOLUME /data
ENV SEVENTOUCH_BIND=0.0.0.0 \
    SEVENTOUCH_CAMPAIGNS=/app/campaigns \
    JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=70 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Djakarta.mail.util.StreamProvider=org.eclipse.angus.mail.util.MailStreamProvider -Djakarta.activation.spi.MailcapRegistryProvider=org.eclipse.angus.activation.MailcapRegistryProviderImpl -Djakarta.activation.spi.MimeTypeRegistryProvider=org.eclipse.angus.activation.MimeTypeRegistryProviderImpl"
# The image has neither curl nor wget for certain; bash it has. Each service is told its port by compose.
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=12 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$HEALTH_PORT && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"status\":\"UP\"' <&3"]
# A start takes much less when the JVM remembers what it loads. It learns that from one run, which finds neither
# Kafka nor a store and gives up; all of its keys are nobody's.
RUN export SEVENTOUCH_OPERATOR_KEY="nobody's key" SEVENTOUCH_LINKS_KEYS="nobody's key" SEVENTOUCH_LINKS_BASE=http://localhost \
        SEVENTOUCH_INTAKE_IDENTITY_KEY="nobody's key" SEVENTOUCH_KAFKA=localhost:1 \
        SEVENTOUCH_MONGODB="mongodb://localhost:1/?serverSelectionTimeoutMS=1000" \
    && { java -XX:AOTCacheOutput=app.aot -Dspring.context.exit=onRefresh -jar app.jar || [ -s app.aot ]; } >/tmp/run.log 2>&1 \
    || { cat /tmp/run.log; exit 1; }
# Of what the JVM has to say, only errors: where it can't use all of the cache it warns, and goes on.
ENTRYPOINT ["java", "-XX:AOTCache=app.aot", "-Xlog:disable", "-Xlog:all=error:stderr", "-jar", "app.jar"]
