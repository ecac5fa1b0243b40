package dev.seventouch.intake.form;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.DefaultCorsProcessor;
import org.springframework.web.filter.CorsFilter;

/**
 * Which pages may send which form (Fetch standard, CORS protocol). A form that names its pages is refused to all others, also
 * where a browser would send it without asking; one that names none can be sent from anywhere, but only our own pages may
 * read the answer. Whoever sends no {@code Origin} is no page.
 */
@Component
final class FormOrigins extends CorsFilter {
    private static final String PATH = "/forms/";

    FormOrigins(FormCatalogue forms) {
        super(request -> configurationOf(forms, request));
        setCorsProcessor(new Refusing());
    }

    private static @Nullable CorsConfiguration configurationOf(FormCatalogue forms, HttpServletRequest request) {
        String path = request.getRequestURI();
        if (!path.startsWith(PATH)) {
            return null;
        }
        Optional<Form> form = forms.find(path.substring(PATH.length()));
        if (form.isEmpty() || form.get().guard().origins().isEmpty()) {
            return null;
        }
        CorsConfiguration configuration = new CorsConfiguration();
        configuration.setAllowedOrigins(form.get().guard().origins());
        configuration.setAllowedMethods(List.of(HttpMethod.POST.name()));
        configuration.setAllowedHeaders(List.of("*"));
        configuration.setExposedHeaders(List.of("Retry-After"));
        configuration.setMaxAge(Duration.ofMinutes(10));
        return configuration;
    }

    private static final class Refusing extends DefaultCorsProcessor {
        @Override
        protected void rejectRequest(ServerHttpResponse response) throws IOException {
            response.setStatusCode(HttpStatus.FORBIDDEN);
            response.getHeaders().add("Content-Type", "application/problem+json");
            response.getBody().write("""
                            {"status":403,"title":"Forbidden","detail":"This form can't be sent from this page."}""".getBytes(StandardCharsets.UTF_8));
            response.flush();
        }
    }
}
