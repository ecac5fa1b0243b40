package dev.seventouch.desk.console;

import dev.seventouch.service.web.Operators;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Whoever has a key of their own signs in under the name that it has, whatever name they give; whoever knows the house's own under
 * the name they give, if nobody has a key by that name. It is what completed tasks will say.
 */
final class OperatorSignIn implements AuthenticationProvider {
    private static final int LONGEST_NAME = 80;

    private final Operators operators;

    OperatorSignIn(Operators operators) {
        this.operators = operators;
    }

    @Override
    public Authentication authenticate(Authentication shown) {
        String given = shown.getName().strip();
        String who = shown.getCredentials() instanceof String secret
                ? operators.whoHas(secret.strip()).orElse(null)
                : null;
        String name = Operators.HOUSE.equals(who) ? given : who;
        if (name == null
                || name.isEmpty()
                || name.length() > LONGEST_NAME
                || (name.equals(given) && !name.equals(who) && operators.hasOwnKey(name))) {
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
