package dev.lintel.ui.security;

import dev.lintel.domain.user.Accounts;
import dev.lintel.domain.user.factor.SecondFactors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsChecker;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Whom a login is for, and what a password is good for. */
@Configuration(proxyBeanMethods = false)
class Logins {
    @Bean
    UserDetailsService accountLogins(Accounts accounts) {
        return typed -> accounts.byLoginOrEmail(typed.strip())
                .map(account -> new AccountPrincipal(account, accounts.actor(account), accounts.isSuspended(account)))
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    /** Whether the account is in use, however its owner proves who they are. */
    @Bean
    UserDetailsChecker accountChecks() {
        return new AccountStatusUserDetailsChecker();
    }

    /** An unknown login costs as much time as a wrong password: the provider compares with a password of its own then. */
    @Bean
    AuthenticationProvider passwordLogins(
            UserDetailsService logins, PasswordEncoder passwords, UserDetailsChecker checks, SecondFactors factors) {
        DaoAuthenticationProvider provider = new DaoAuthenticationProvider(logins);
        provider.setPasswordEncoder(passwords);
        // who is suspended is told apart only by whoever knows the password
        provider.setPreAuthenticationChecks(principal -> {});
        provider.setPostAuthenticationChecks(principal -> {
            checks.check(principal);
            requireOnePasswordOnly(principal, factors);
        });
        return provider;
    }

    private static void requireOnePasswordOnly(UserDetails principal, SecondFactors factors) {
        long account = ((AccountPrincipal) principal).id();
        if (factors.of(account).isOn()) {
            throw new SecondFactorNeededException(account);
        }
    }
}
