package dev.lintel.domain.settings;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The settings that somebody has made. */
interface StoredSettings extends Repository<StoredSetting, String> {
    Optional<StoredSetting> findById(String key);

    void save(StoredSetting setting);

    void deleteById(String key);
}
