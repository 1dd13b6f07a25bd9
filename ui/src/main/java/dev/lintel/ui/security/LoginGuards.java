package dev.lintel.ui.security;

import org.springframework.security.core.userdetails.UserDetailsChecker;
import org.springframework.stereotype.Component;

/** What stands at every way to log in. */
@Component
record LoginGuards(
        LoginLimit limit,
        LoginRefusals refusals,
        LoginRecorder recorder,
        LiveSessions live,
        UserDetailsChecker checks) {}
