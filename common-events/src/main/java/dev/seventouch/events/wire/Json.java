package dev.seventouch.events.wire;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.seventouch.events.lead.LeadId;
import dev.seventouch.events.touch.EnrollmentId;
import dev.seventouch.events.touch.TouchId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How Seventouch writes JSON, on topics and over HTTP: ids as plain strings, instants as ISO 8601 in UTC, enum constants
 * in lower-case with hyphens, nothing where nothing is known. Fields that this version does not know are passed over.
 */
public final class Json {

    /** Of as many as there are constants. */
    private static final Map<Enum<?>, String> NAMES = new ConcurrentHashMap<>();

    private Json() {}

    /** A builder with the conventions applied, for a caller that adds its own. */
    public static JsonMapper.Builder conventions() {
        return JsonMapper.builder()
                .addModule(module())
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_EMPTY))
                // A record's components are what is written; what it can tell of itself besides is not.
                .changeDefaultVisibility(all -> all.withIsGetterVisibility(Visibility.NONE))
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                // The same name twice is an attack or a mistake, never a wish.
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    /** The conventions as a module, for a mapper that somebody else builds. */
    public static SimpleModule module() {
        return new SimpleModule("seventouch")
                .addSerializer(new AsText<>(LeadId.class, LeadId::value))
                .addDeserializer(LeadId.class, new FromText<>(LeadId.class, LeadId::new))
                .addSerializer(new AsText<>(TouchId.class, TouchId::value))
                .addDeserializer(TouchId.class, new FromText<>(TouchId.class, TouchId::new))
                .addSerializer(new AsText<>(EnrollmentId.class, EnrollmentId::value))
                .addDeserializer(EnrollmentId.class, new FromText<>(EnrollmentId.class, EnrollmentId::new))
                .addSerializer(new AsText<>(Enum.class, Json::nameOf))
                .setDeserializerModifier(new EnumsByWireName());
    }

    /** The name of an enum constant on the wire, such as {@code handed-over}. */
    public static String nameOf(Enum<?> constant) {
        return NAMES.computeIfAbsent(
                constant, each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static final class AsText<T> extends StdSerializer<T> {
        private final Function<T, String> text;

        AsText(Class<T> type, Function<T, String> text) {
            super(type);
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(text.apply(value));
        }
    }

    private static final class FromText<T> extends StdDeserializer<T> {
        private final Function<String, T> read;

        FromText(Class<T> type, Function<String, T> read) {
            super(type);
            this.read = read;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) {
            String text = in.getValueAsString();
            try {
                return read.apply(text == null ? "" : text);
            } catch (IllegalArgumentException e) {
                throw MismatchedInputException.from(in, handledType(), e.getMessage());
            }
        }
    }

    private static final class EnumsByWireName extends ValueDeserializerModifier {
        @Override
        @SuppressWarnings({"unchecked", "rawtypes"}) // the type is an enum's: that is when this is called
        public ValueDeserializer<?> modifyEnumDeserializer(
                DeserializationConfig config,
                JavaType type,
                BeanDescription.Supplier description,
                ValueDeserializer<?> usual) {
            Class<? extends Enum> enumClass = (Class<? extends Enum>) type.getRawClass();
            Map<String, Enum> constants = new HashMap<>();
            for (Enum constant : enumClass.getEnumConstants()) {
                constants.put(nameOf(constant), constant);
            }
            return new FromText<Enum>((Class<Enum>) enumClass, name -> {
                Enum constant = constants.get(name);
                if (constant == null) {
                    throw new IllegalArgumentException("is none of " + names(enumClass));
                }
                return constant;
            });
        }

        @SuppressWarnings("rawtypes") // as above
        private static String names(Class<? extends Enum> type) {
            return java.util.Arrays.stream(type.getEnumConstants())
                    .map(constant -> nameOf((Enum<?>) constant))
                    .collect(java.util.stream.Collectors.joining(", "));
        }
    }
}
