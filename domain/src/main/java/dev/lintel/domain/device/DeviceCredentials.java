package dev.lintel.domain.device;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The credentials that have been issued. */
interface DeviceCredentials extends Repository<DeviceCredential, DeviceKey> {
    DeviceCredential save(DeviceCredential credential);

    @Query(nativeQuery = true, value = """
            select c.* from device_credential c
            join device d on d.project_id = c.project_id and d.id = c.device_id
            where d.serial = :serial""")
    Optional<DeviceCredential> findBySerial(String serial);

    @Query(nativeQuery = true, value = """
            select d.serial from device_credential c
            join device d on d.project_id = c.project_id and d.id = c.device_id
            where c.token_hash = :hash""")
    Optional<String> serialOfToken(byte[] hash);
}
