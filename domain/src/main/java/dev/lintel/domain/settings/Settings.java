package dev.lintel.domain.settings;

import dev.lintel.domain.permission.Actor;
import org.springframework.stereotype.Service;

/** Reads and changes the settings of the server. */
@Service
public class Settings {
    /** What is set, for somebody who may see it. */
    public ServerSettings view(Actor actor) {
        throw new UnsupportedOperationException();
    }

    /** What is set, for the server's own use. */
    public ServerSettings inForce() {
        throw new UnsupportedOperationException();
    }

    /**
     * Changes both settings or none.
     *
     * @param serverUrl as typed; blank is none
     * @param defaultLanguage a language tag
     * @throws SettingRefusedException with what is wrong
     */
    public ServerSettings change(Actor actor, String serverUrl, String defaultLanguage) {
        throw new UnsupportedOperationException();
    }
}
