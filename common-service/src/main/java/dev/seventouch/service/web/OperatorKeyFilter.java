package dev.seventouch.service.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Makes whoever shows an operator's key that operator, by name. */
final class OperatorKeyFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST_NAME = 80;

    private final Operators operators;

    OperatorKeyFilter(Operators operators) {
        this.operators = operators;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String shown = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (shown != null && shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            operators.whoHas(shown.substring(SCHEME.length()).strip()).ifPresent(who -> {
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        nameOf(who, request.getHeader(Operators.FOR)),
                        null,
                        AuthorityUtils.createAuthorityList("ROLE_OPERATOR")));
                SecurityContextHolder.setContext(context);
            });
        }
        chain.doFilter(request, response);
    }

    /** Who has a key of their own speaks for nobody else. */
    private static String nameOf(String who, @Nullable String encoded) {
        if (encoded == null || !who.equals(Operators.HOUSE)) {
            return who;
        }
        try {
            String name = URLDecoder.decode(encoded, UTF_8)
                    .replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "")
                    .strip();
            return name.isEmpty() ? who : who + ", for " + name.substring(0, Math.min(name.length(), LONGEST_NAME));
        } catch (IllegalArgumentException e) { // not encoded
            return who;
        }
    }
}
