package dev.seventouch.desk.console;

import dev.seventouch.service.web.OperatorKey;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** Whoever knows the operator's key may sign in, under the name they give: it is what completed tasks will say. */
final class OperatorSignIn implements AuthenticationProvider {
    private static final int LONGEST_NAME = 80;

    private final OperatorKey key;

    OperatorSignIn(OperatorKey key) {
        this.key = key;
    }

    @Override
    public Authentication authenticate(Authentication shown) {
        String name = shown.getName().strip();
        boolean named = !name.isEmpty() && name.length() <= LONGEST_NAME;
        if (!named || !(shown.getCredentials() instanceof String secret) || !key.is(secret.strip())) {
            throw new BadCredentialsException("the name or the key is not right");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                name, null, AuthorityUtils.createAuthorityList("ROLE_OPERATOR"));
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
