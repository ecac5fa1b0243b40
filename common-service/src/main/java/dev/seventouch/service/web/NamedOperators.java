package dev.seventouch.service.web;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param operators secrets by the name of the operator who shows them, as {@code SEVENTOUCH_OPERATORS_MARA} is Mara's */
@ConfigurationProperties("seventouch")
record NamedOperators(@DefaultValue Map<String, String> operators) {

    /** Never the keys. */
    @Override
    public String toString() {
        return "NamedOperators" + operators.keySet();
    }
}
